import { z } from 'zod'
import { parseJson } from '../json'
import { Sha256 } from '../notice'
import { ProblemError } from '../problem'
import { canonicalJson, findBreak, LedgerEntry } from './entry'

/**
 * A ledger as a file (`.jsonl`): JSON Lines, each line canonical JSON (`canonicalJson`), each ended by one line feed.
 * The first line says what follows, then come all entries in order, then the receipts that countersign them. It holds
 * no time of its own: the same ledger gives the same bytes.
 */
const First = z.object({
  schema: z.literal('flagpost.ledger/1'),
  entries: z.number().int().min(0),
  /** Hash of the last entry; '' of an empty ledger. */
  head: z.union([Sha256, z.literal('')]),
  receipts: z.number().int().min(0),
})
const Receipt = z.object({ receipt: z.string().min(1).max(10_000) })

/** `receipts`: compact JWS as the backends gave them, the oldest first. */
export type ExportedLedger = { entries: LedgerEntry[]; receipts: string[] }

/** The text of the file. */
export function exportLedger({ entries, receipts }: ExportedLedger): string {
  const first: z.infer<typeof First> = {
    schema: 'flagpost.ledger/1',
    entries: entries.length,
    head: entries.at(-1)?.hash ?? '',
    receipts: receipts.length,
  }
  const lines = [first, ...entries, ...receipts.map((receipt) => ({ receipt }))]
  return lines.map((line) => `${canonicalJson(line)}\n`).join('')
}

/**
 * The ledger in a file's text. Only its shape is judged here; whether the chain holds says `findBreak`.
 * @throws ProblemError `ledgerWrong` (no exported ledger), `ledgerLineWrong` (`line`, from 1), `ledgerCut` (lines are
 * missing at the end, or there are more than the first line says).
 */
export function parseLedger(text: string): ExportedLedger {
  const lines = text.split('\n')
  const first = First.safeParse(parseJson(lines[0] ?? ''))
  if (!first.success) throw new ProblemError({ code: 'ledgerWrong' })
  const said = 1 + first.data.entries + first.data.receipts
  // What follows the last line feed is no line.
  if (lines.length !== said + 1 || lines.at(-1) !== '') {
    throw new ProblemError({ code: 'ledgerCut', params: { said, found: lines.length - 1 } })
  }
  const read = <T>(schema: z.ZodType<T>, from: number, to: number): T[] =>
    lines.slice(from, to).map((line, i) => {
      const parsed = schema.safeParse(parseJson(line))
      if (!parsed.success) throw new ProblemError({ code: 'ledgerLineWrong', params: { line: from + i + 1 } })
      return parsed.data
    })
  const entries = read(LedgerEntry, 1, 1 + first.data.entries)
  const receipts = read(Receipt, 1 + entries.length, said).map(({ receipt }) => receipt)
  if ((entries.at(-1)?.hash ?? '') !== first.data.head) {
    throw new ProblemError({ code: 'ledgerLineWrong', params: { line: 1 + entries.length } })
  }
  return { entries, receipts }
}

/**
 * The ledger in a file's text, whole and unchanged by its own chain.
 * @throws ProblemError what `parseLedger` throws, and `ledgerBroken` (`seq`).
 */
export async function readLedger(text: string): Promise<ExportedLedger> {
  const ledger = parseLedger(text)
  const broken = await findBreak(ledger.entries)
  if (broken) throw new ProblemError({ code: 'ledgerBroken', params: { seq: broken.seq } })
  return ledger
}
