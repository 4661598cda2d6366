import { useEffect, useState } from 'preact/hooks'
import type { Key } from '../../utils/i18n/catalogue'
import { exact } from '../../utils/i18n/formats'
import type { Translate } from '../../utils/i18n/translator'
import type { LedgerEntry } from '../../utils/ledger/entry'
import { useText } from '../text'
import { useWorld } from './around'
import { why } from './names'

/** One line of the ledger in plain words. */
export function historyText(t: Translate<Key>, { event, to, facts }: LedgerEntry): string {
  const { problem, receipt, outcome, attempt, by } = facts
  const name =
    event === 'submit' && to === 'inReview'
      ? 'submitReview'
      : event === 'submit' && facts.corrects !== undefined
        ? 'submitCorrection'
        : event === 'withdraw' && facts.replacedBy !== undefined
          ? 'replaced'
          : event
  const key = `history.${name}` as Key
  const words = t(key, {
    why: why(t, problem),
    receipt: String(receipt ?? ''),
    attempt: Number(attempt ?? 0) + (event === 'send' || event === 'ask' ? 1 : 0),
    by: String(by ?? ''),
    outcome: outcome === undefined ? '' : t(`outcome.${String(outcome)}` as Key),
  })
  return words === key ? t('history.other', { event }) : words
}

/** What was done with a notice, from the ledger, in order. */
export function History({ noticeId }: { noticeId: string }) {
  const { t, locale } = useText()
  const { outbox, version } = useWorld()
  const [entries, set] = useState<LedgerEntry[]>([])
  useEffect(() => {
    let over = false
    void outbox.history(noticeId).then((read) => {
      if (!over) set(read)
    })
    return () => {
      over = true
    }
  }, [outbox, noticeId, version])
  return (
    <ol class="history">
      {entries.map((entry) => (
        <li
          key={entry.seq}
          title={t('history.line', { seq: String(entry.seq), hash: entry.hash.slice(0, 16) })}
        >
          <time dateTime={entry.at}>{exact(Date.parse(entry.at), locale)}</time>
          <span>{historyText(t, entry)}</span>
        </li>
      ))}
    </ol>
  )
}
