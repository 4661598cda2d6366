import { ago, exact } from '../../utils/i18n/formats'
import type { NoticeRow } from '../../utils/outbox/row'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { connectionOf, useWorld } from './around'
import { clock } from './names'
import { whatOf } from './what'

/** What happened with a notice, what is safe, and what comes next, in words. */
export function Happened({ row, closedUntil }: { row: NoticeRow; closedUntil: number }) {
  const { t, locale } = useText()
  const { connections, paused, online, locked, now } = useWorld()
  const connection = connectionOf(connections, row.connectionId)
  const what = whatOf(row, { connection, paused, online, locked, now, closedUntil })
  const waits = row.state === 'queued' || row.state === 'inReview' || row.state === 'withdrawn'
  const problem =
    row.problem ?? (row.state === 'queued' && connection === null ? { code: 'connectionGone' } : null)
  if (!what && !problem) return null
  return (
    <div class="happened">
      {problem && <ProblemNote problem={problem} tone={waits ? 'waits' : 'stops'} />}
      {what && (
        <p title={exact(what.at, locale)}>
          {t(`what.${what.key}`, {
            time: clock(what.at, locale, now),
            ago: ago(what.at, t, now),
          })}
        </p>
      )}
      {row.withdrawal && what?.key !== 'replaced' && <p class="quiet">“{row.withdrawal.reason}”</p>}
    </div>
  )
}
