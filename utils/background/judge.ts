import { assess } from '../assess/assess'
import { openConnection } from '../connectors/connections'
import { Notice } from '../notice'
import type { NoticeRow } from '../outbox/row'
import type { Outbox } from '../outbox/store'
import type { Problem } from '../problem'
import { historyOf } from './history'
import { rulesOf } from './rules'

/**
 * Due process once more, right before a notice leaves the browser for the first time: on the bytes that will be sent,
 * by the organisation's rules as they are now, as of the time when it was made. Null: it may go; `review`: not
 * without a second reviewer, who was not asked yet. What this version can't read any more is the backend's to judge.
 */
export async function judge(
  outbox: Outbox,
  row: NoticeRow,
  body: string,
): Promise<Problem | 'review' | null> {
  const parsed = Notice.safeParse(JSON.parse(body))
  const opened = await openConnection(row.connectionId)
  if (!parsed.success || !opened) return null
  const history = await historyOf(outbox, parsed.data, row.accountId, parsed.data.corrects)
  const given = { ...history, receivedAt: Date.now() }
  const { blocked, secondReviewer } = assess(parsed.data, given, rulesOf(opened.connection))
  if (blocked[0]) return blocked[0]
  const asked = row.review ?? null
  const second = secondReviewer.length > 0 && opened.connection.kind !== 'practice'
  return second && asked === null ? 'review' : null
}
