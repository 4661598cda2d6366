import { type Key, wordsOf } from '../../utils/i18n/catalogue'
import { makeTranslator } from '../../utils/i18n/translator'
import { verifyLedger } from '../../utils/ledger/verify'
import { wordsOfLedgerLine } from '../../utils/ledger/verify-words'
import type { Trust, Verdict } from './trust'

const SIGNS = { holds: '✓', fails: '✗', absent: '·' } as const
/** So many faults of one check are listed. */
const MOST = 20
const t = makeTranslator<Key>(wordsOf('en'), 'en')

/** Does a file begin as an exported ledger? (Its first line may be what was changed.) */
export const isLedger = (name: string, head: Uint8Array): boolean =>
  name.endsWith('.jsonl') || new TextDecoder().decode(head).includes('flagpost.ledger/')

/** A ledger's report as text: a line a check, its faults below it. */
export async function ledgerText(
  bytes: Uint8Array<ArrayBuffer>,
  { keys, receipts }: Trust,
): Promise<Verdict> {
  const { holds, lines } = await verifyLedger(bytes, { keys: keys ?? [], receipts })
  const text = lines.flatMap((line) => {
    const { title, found, faults } = wordsOfLedgerLine(line, t)
    const more = faults.length - MOST
    return [
      `  ${SIGNS[line.state]} ${title.padEnd(15)} ${found}`.trimEnd(),
      ...faults.slice(0, MOST).map((fault) => `      ${fault}`),
      ...(more > 0 ? [`      … ${more} more`] : []),
    ]
  })
  const end = holds ? [t('verifyLedger.holds'), t('verifyLedger.not')] : [t('verifyLedger.fails')]
  return { holds, text: [...text, ...end.map((line) => `  ${line}`)].join('\n') }
}
