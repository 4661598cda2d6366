import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { chain, type LedgerEntry } from '../../utils/ledger/entry'
import { exportLedger } from '../../utils/ledger/export'
import { readHead, writeHead } from '../../utils/ledger/head'
import { type LedgerWitness, verifyLedger } from '../../utils/ledger/verify'
import { uuidv7 } from '../../utils/uuid'

/** Three notices, each submitted, sent and received, as the worker writes it. */
let entries: LedgerEntry[]
let receipts: string[]
let keys: JWK[]

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  keys = [await exportJWK(publicKey)]
  entries = []
  receipts = []
  for (let i = 1; i <= 3; i++) {
    const [id, body] = [uuidv7(), String(i).repeat(64)]
    await add(id, 'submit', { body, note: 'дом “and” 😀' })
    await add(id, 'send', { attempt: 1 })
    const { seq, hash } = entries.at(-1) as LedgerEntry
    const claims = {
      iss: 'crs',
      sub: id,
      jti: `r-${i}`,
      iat: 1_790_000_000,
      body,
      evidence: [],
      ledger: { seq, hash },
    }
    receipts.push(
      await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'ES256' })
        .sign(privateKey),
    )
    await add(id, 'receipt', { receipt: `r-${i}`, body })
  }
})

async function add(noticeId: string, event: string, facts: LedgerEntry['facts']): Promise<void> {
  const at = '2026-11-24T12:00:00.000Z'
  entries.push(
    await chain(entries.at(-1) ?? null, {
      at,
      noticeId,
      event,
      from: 'queued',
      to: 'sending',
      reviewer: 'a1',
      facts,
    }),
  )
}
/** The same entries as if nothing had been done to them: every hash computed anew. */
async function rewritten(list: LedgerEntry[]): Promise<LedgerEntry[]> {
  const made: LedgerEntry[] = []
  for (const { seq: _, prev: __, hash: ___, ...fields } of list)
    made.push(await chain(made.at(-1) ?? null, fields))
  return made
}
const bytesOf = (list: LedgerEntry[], signed = receipts) =>
  new TextEncoder().encode(exportLedger({ entries: list, receipts: signed }))
/** What does not hold. */
async function faults(bytes: Uint8Array<ArrayBuffer>, witness: LedgerWitness = { keys }): Promise<string[]> {
  const { holds, lines } = await verifyLedger(bytes, witness)
  const all = lines.flatMap(({ faults }) =>
    faults.map(({ code, params }) => [code, ...Object.values(params ?? {})].join(' ')),
  )
  expect(holds).toBe(all.length === 0)
  return all
}

describe('a ledger, checked from outside', () => {
  it('holds as it was written, with keys and without', async () => {
    expect(await faults(bytesOf(entries))).toEqual([])
    const { lines } = await verifyLedger(bytesOf(entries))
    expect(lines.find(({ check }) => check === 'signatures')?.state).toBe('absent')
    expect(lines.find(({ check }) => check === 'head')).toMatchObject({
      state: 'holds',
      params: { count: 3, seq: 8 },
    })
  })

  it('does not hold with any byte changed, whatever it stands for', async () => {
    const bytes = bytesOf(entries)
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      expect((await verifyLedger(changed, { keys })).holds, `byte ${at} of ${bytes.length}`).toBe(false)
    }
  })

  it('names the entry that is missing, put elsewhere, doubled or changed', async () => {
    const [first, second, third, ...rest] = entries as [
      LedgerEntry,
      LedgerEntry,
      LedgerEntry,
      ...LedgerEntry[],
    ]
    expect(await faults(bytesOf([first, third, ...rest]))).toContain('order 3')
    expect(await faults(bytesOf([first, third, second, ...rest]))).toContain('order 3')
    expect(await faults(bytesOf([first, second, second, third, ...rest]))).toContain('order 2')
    expect(await faults(bytesOf([first, { ...second, event: 'mend' }, third, ...rest]))).toContain('hash 2')
  })

  it('shows a chain that was written anew against what backends have countersigned', async () => {
    const anew = await rewritten(
      entries.map((one, i) => (i === 1 ? { ...one, at: '2026-11-01T00:00:00.000Z' } : one)),
    )
    expect(await faults(bytesOf(anew))).toEqual(['rewritten 2', 'rewritten 5', 'rewritten 8'])
    // One notice is left out of it altogether, with its receipt.
    const without = await rewritten(entries.filter((_, i) => i < 3 || i > 5))
    expect(
      await faults(
        bytesOf(
          without,
          receipts.filter((_, i) => i !== 1),
        ),
      ),
    ).toContain('end 8 6')
  })

  it('shows an end that was cut off, by its receipts and by the backend’s own', async () => {
    expect(await faults(bytesOf(entries.slice(0, 7)))).toContain('end 8 7')
    expect(await faults(bytesOf(entries.slice(0, 8)))).toContain('noEntry r-3')
    const cut = bytesOf(entries.slice(0, 6), receipts.slice(0, 2))
    expect(await faults(cut)).toEqual([])
    expect(await faults(cut, { keys, receipts: receipts.slice(2) })).toEqual(['noEntry r-3', 'end 8 6'])
  })

  it('wants the receipt of each delivery, over the same bytes, signed', async () => {
    expect(await faults(bytesOf(entries, receipts.slice(1)))).toContain('noReceipt 3')
    const other = [await exportJWK((await generateKeyPair('ES256')).publicKey)]
    expect(await faults(bytesOf(entries), { keys: other })).toEqual(['signature', 'signature', 'signature'])
    const lied = await rewritten(
      entries.map((one) =>
        one.seq === 3 ? { ...one, facts: { receipt: 'r-1', body: 'f'.repeat(64) } } : one,
      ),
    )
    expect(await faults(bytesOf(lied))).toContain('otherReceipt 3')
  })

  it('is no ledger where it is something else', async () => {
    for (const text of ['', '{}', 'PK', '\uFEFF{}\n'])
      expect(await faults(new TextEncoder().encode(text))).toEqual(['ledgerWrong'])
  })
})

it('a head goes into a header and out of it; anything else is none', () => {
  const head = { seq: 12, hash: 'a'.repeat(64) }
  expect(readHead(writeHead(head))).toEqual(head)
  for (const text of [
    '',
    '12',
    `012.${head.hash}`,
    `0.${head.hash}`,
    `12.${'A'.repeat(64)}`,
    `12.${head.hash}.`,
  ])
    expect(readHead(text)).toBeNull()
})
