import { compactVerify, importJWK, type JWK } from 'jose'
import { base64url, fromBase64url } from '../bytes'
import { ReceiptClaims } from '../notice'
import { ProblemError } from '../problem'
import { findBreak, type LedgerEntry } from './entry'
import { type ExportedLedger, exportLedger, parseLedger } from './export'

/** What is looked at, in this order. */
export type LedgerCheck = 'file' | 'chain' | 'receipts' | 'signatures' | 'head'
/** What does not hold; the interface words it (`verifyLedger.fault.<code>`). `params`: the entry or line it is at. */
export type LedgerFault = { code: LedgerFaultCode; params?: Record<string, number | string> }
export type LedgerFaultCode =
  | 'ledgerWrong'
  | 'ledgerCut'
  | 'ledgerLineWrong'
  | 'bytes'
  | 'order'
  | 'link'
  | 'hash'
  | 'receiptForm'
  | 'signature'
  | 'noReceipt'
  | 'otherReceipt'
  | 'noEntry'
  | 'rewritten'
  | 'end'
/** `absent`: there is nothing to check it by, which is no fault. */
export type LedgerLine = {
  check: LedgerCheck
  state: 'holds' | 'fails' | 'absent'
  params: Record<string, number | string>
  faults: LedgerFault[]
}
export type LedgerReport = { holds: boolean; lines: LedgerLine[] }

export type LedgerWitness = {
  /** The backends' public keys; without any, no signature is checked. */
  keys?: readonly JWK[]
  /** Receipts from elsewhere (a backend's own table): they show an end that was cut with its receipts. */
  receipts?: readonly string[]
}

type Claims = ReceiptClaims & { jws: string }

/**
 * Checks an exported ledger from outside: that every byte is as it is written, that no entry was changed, left out or
 * put elsewhere, that each delivery has its receipt, and that the heads which the backends countersigned lie in this
 * chain: a chain that was written anew holds in itself, but not against them. Never throws: whatever a file holds is an
 * answer.
 */
export async function verifyLedger(
  bytes: Uint8Array<ArrayBuffer>,
  { keys = [], receipts: others = [] }: LedgerWitness = {},
): Promise<LedgerReport> {
  const lines: LedgerLine[] = []
  const say = (
    check: LedgerCheck,
    faults: LedgerFault[],
    params: LedgerLine['params'] = {},
    absent = false,
  ) => lines.push({ check, state: faults.length > 0 ? 'fails' : absent ? 'absent' : 'holds', params, faults })
  const done = () => ({ holds: lines.every(({ state }) => state !== 'fails'), lines })

  const { ledger, faults } = readFile(bytes)
  say('file', faults, { entries: ledger?.entries.length ?? 0, receipts: ledger?.receipts.length ?? 0 })
  if (!ledger) return done()

  const { entries } = ledger
  const broken = await findBreak(entries)
  say('chain', broken ? [fault(broken.why, { seq: broken.seq })] : [], {
    head: entries.at(-1)?.hash ?? '',
  })

  const all = [...new Set([...ledger.receipts, ...others])]
  const claims = all.map(claimsOf)
  const own = new Map(claims.flatMap((one) => (one ? [[one.jti, one] as const] : [])))
  say(
    'receipts',
    [...claims.flatMap((one) => (one ? [] : [fault('receiptForm')])), ...deliveries(entries, own)],
    {
      count: own.size,
    },
  )

  const known = [...own.values()]
  const unsigned =
    keys.length > 0
      ? (await Promise.all(known.map((one) => isSigned(one, keys)))).filter((good) => !good)
      : []
  say(
    'signatures',
    unsigned.map(() => fault('signature')),
    { count: known.length },
    keys.length === 0 || known.length === 0,
  )

  const heads = known.flatMap(({ ledger: head }) => (head ? [head] : []))
  say(
    'head',
    heads.flatMap(({ seq, hash }): LedgerFault[] => {
      const there = entries[seq - 1]
      if (!there) return [fault('end', { seq, found: entries.length })]
      return there.hash === hash ? [] : [fault('rewritten', { seq })]
    }),
    { count: heads.length, seq: Math.max(0, ...heads.map(({ seq }) => seq)) },
    heads.length === 0,
  )
  return done()
}

const fault = (code: LedgerFaultCode, params?: LedgerFault['params']): LedgerFault =>
  params ? { code, params } : { code }

/** The ledger in the file, and what is wrong with its form; the very bytes that a ledger is written in, or none. */
function readFile(bytes: Uint8Array<ArrayBuffer>): { ledger: ExportedLedger | null; faults: LedgerFault[] } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const ledger = parseLedger(text)
    return { ledger, faults: exportLedger(ledger) === text ? [] : [fault('bytes')] }
  } catch (error) {
    const { code, params } = error instanceof ProblemError ? error.problem : fault('ledgerWrong')
    return { ledger: null, faults: [fault(code as LedgerFaultCode, params)] }
  }
}

/** What a receipt says, read without its signature; null where it is none, or not in the one way to write it. */
function claimsOf(jws: string): Claims | null {
  try {
    const parts = jws.split('.')
    // Letters that stand for no bit could be changed unseen.
    if (parts.length !== 3 || parts.some((part) => base64url(fromBase64url(part)) !== part)) return null
    const claims = ReceiptClaims.parse(JSON.parse(new TextDecoder().decode(fromBase64url(parts[1] ?? ''))))
    return { ...claims, jws }
  } catch {
    return null
  }
}

/** Each delivery has the receipt that it names, over the bytes that it names; and there is no receipt of nothing. */
function deliveries(entries: readonly LedgerEntry[], receipts: ReadonlyMap<string, Claims>): LedgerFault[] {
  const faults: LedgerFault[] = []
  const named = new Set<string>()
  for (const { seq, event, noticeId, facts } of entries) {
    if (event !== 'receipt') continue
    const id = String(facts.receipt)
    named.add(id)
    const receipt = receipts.get(id)
    if (!receipt) faults.push(fault('noReceipt', { seq }))
    else if (receipt.sub !== noticeId || receipt.body !== facts.body)
      faults.push(fault('otherReceipt', { seq }))
  }
  for (const id of receipts.keys()) if (!named.has(id)) faults.push(fault('noEntry', { id }))
  return faults
}

async function isSigned({ jws }: Claims, keys: readonly JWK[]): Promise<boolean> {
  for (const jwk of keys) {
    const signed = importJWK(jwk, 'ES256').then((key) => compactVerify(jws, key, { algorithms: ['ES256'] }))
    if (
      await signed.then(
        () => true,
        () => false,
      )
    )
      return true
  }
  return false
}
