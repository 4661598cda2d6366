import { describe, expect, it } from 'vitest'
import { chain, findBreak, type LedgerEntry } from '../../utils/ledger/entry'
import { exportLedger, parseLedger, readLedger } from '../../utils/ledger/export'

async function ledger(length: number): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (let i = 0; i < length; i++) {
    const facts = { attempt: i, note: 'line\nfeed “and” more' }
    const fields = { noticeId: 'n1', event: `e${i}`, from: 'queued', to: 'sending', reviewer: 'a1', facts }
    entries.push(await chain(entries.at(-1) ?? null, { at: '2026-11-24T12:00:00.000Z', ...fields }))
  }
  return entries
}
const receipts = ['head.claims.signature']
const codeOf = (text: string) => {
  try {
    parseLedger(text)
    return 'read'
  } catch (error) {
    return (error as Error).message
  }
}

describe('an exported ledger', () => {
  it('comes back as it was, its chain too, and always in the same bytes', async () => {
    const entries = await ledger(5)
    const text = exportLedger({ entries, receipts })
    const back = parseLedger(text)
    expect(back).toEqual({ entries, receipts })
    expect(await findBreak(back.entries)).toBeNull()
    expect(exportLedger(back)).toBe(text)
    expect(text.split('\n')).toHaveLength(1 + 5 + 1 + 1)
  })

  it('may be empty', () => {
    expect(parseLedger(exportLedger({ entries: [], receipts: [] }))).toEqual({ entries: [], receipts: [] })
  })

  it('is not read where it is no ledger, cut at any place, or has a line that is none', async () => {
    const text = exportLedger({ entries: await ledger(3), receipts })
    expect(codeOf('')).toBe('ledgerWrong')
    expect(codeOf('{"schema":"flagpost.transparency/1"}\n')).toBe('ledgerWrong')
    for (let at = text.indexOf('\n') + 1; at < text.length; at++)
      expect(codeOf(text.slice(0, at)), `cut at ${at}`).toBe('ledgerCut')
    expect(codeOf(`${text}{}\n`)).toBe('ledgerCut')
    expect(codeOf(text.replace('"event":"e1"', '"event":1'))).toBe('ledgerLineWrong')
    // The first line's head and the last entry belong together.
    expect(codeOf(text.replace(/"head":"./, '"head":"0'))).toMatch(/ledgerLineWrong|read/)
  })

  it('is taken only where its chain holds', async () => {
    const text = exportLedger({ entries: await ledger(3), receipts })
    expect((await readLedger(text)).entries).toHaveLength(3)
    const changed = text.replace('"attempt":1', '"attempt":9')
    await expect(readLedger(changed)).rejects.toMatchObject({
      problem: { code: 'ledgerBroken', params: { seq: 2 } },
    })
  })
})
