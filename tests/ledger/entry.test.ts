import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, chain, findBreak, type LedgerEntry } from '../../utils/ledger/entry'

const fields = (event: string) => ({
  at: '2026-11-24T12:00:00.000Z',
  noticeId: 'n1',
  event,
  from: 'queued',
  to: 'sending',
  reviewer: 'a1',
  facts: { attempt: 1 },
})

async function ledger(length: number): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (let i = 0; i < length; i++) entries.push(await chain(entries.at(-1) ?? null, fields(`e${i}`)))
  return entries
}

describe('the chain', () => {
  it('holds as it was written', async () => {
    expect(await findBreak(await ledger(5))).toBeNull()
    expect(await findBreak([])).toBeNull()
  })

  it('shows any change, gap or exchange, and where', async () => {
    const entries = await ledger(6)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(5),
        fc.constantFrom('at', 'event', 'to', 'reviewer', 'hash', 'prev'),
        async (i, key) => {
          const changed = entries.map((entry, j) => (j === i ? { ...entry, [key]: `${entry[key]}x` } : entry))
          expect((await findBreak(changed))?.seq).toBe(i + 1)
        },
      ),
    )
    expect(await findBreak(entries.filter((_, i) => i !== 2))).toEqual({ seq: 4, why: 'order' })
    const [a, b, ...rest] = entries as [LedgerEntry, LedgerEntry, ...LedgerEntry[]]
    expect(await findBreak([b, a, ...rest])).toEqual({ seq: 2, why: 'order' })
  })
})

describe('canonicalJson', () => {
  it('gives the same text for the same value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
