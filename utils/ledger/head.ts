import { LedgerHead } from '../notice'

/** Request header in which the ledger's head goes with a notice. */
export const LEDGER_HEADER = 'flagpost-ledger'

/** The header's value: `SEQ.HASH`. */
export const writeHead = ({ seq, hash }: LedgerHead): string => `${seq}.${hash}`

/** The head in a header's value; null where it is none. */
export function readHead(text: string): LedgerHead | null {
  const [seq = '', hash = ''] = text.split('.')
  const parsed = LedgerHead.safeParse({ seq: /^\d{1,15}$/.test(seq) ? Number(seq) : 0, hash })
  return parsed.success && text === writeHead(parsed.data) ? parsed.data : null
}
