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
 * by the organisation's rules as they are now, as of the time when it was made. Null: it may go. What this version
 * can't read any more is the backend's to judge.
 */
export async function judge(outbox: Outbox, row: NoticeRow, body: string): Promise<Problem | null> {
  const parsed = Notice.safeParse(JSON.parse(body))
  const opened = await openConnection(row.connectionId)
  if (!parsed.success || !opened) return null
  const history = await historyOf(outbox, parsed.data, row.accountId)
  return (
    assess(parsed.data, { ...history, receivedAt: Date.now() }, rulesOf(opened.connection)).blocked[0] ?? null
  )
}
