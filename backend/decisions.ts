import { randomUUID } from 'node:crypto'
import type { Decision } from '../utils/notice'
import type { Database } from './database'

/** How long a decision can be taken back before anybody hears of it, seconds. */
export const UNDO_SECONDS = 10

/** Decides on a notice; null when it is decided already. The feed hears of it when the undo window is over. */
export async function decide(
  db: Database,
  noticeId: string,
  decision: Omit<Decision, 'id' | 'decidedAt'>,
): Promise<Decision | null> {
  const id = randomUUID()
  const body: Decision = { ...decision, id, decidedAt: new Date().toISOString() }
  const { rowCount } = await db.query(
    `insert into decision (id, notice_id, body, due_at) values ($1, $2, $3, now() + make_interval(secs => ${UNDO_SECONDS}))
     on conflict do nothing`,
    [id, noticeId, body],
  )
  return rowCount === 1 ? body : null
}

/** Takes a decision back; false when its window is over. */
export async function undoDecision(db: Database, noticeId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'update decision set undone_at = now() where notice_id = $1 and published_at is null and undone_at is null and due_at > now()',
    [noticeId],
  )
  return (rowCount ?? 0) > 0
}

/** Puts into the feed what nobody can take back any more. Any node may do it, at any time: each decision goes once. */
export async function publishDue(db: Database): Promise<void> {
  await db.query({
    name: 'publish-due',
    text: `with due as (
        update decision set published_at = now() where id in (
          select id from decision where due_at <= now() and published_at is null and undone_at is null
          for update skip locked limit 100
        ) returning notice_id, body
      )
      insert into event (account_id, notice_id, type, payload)
      select n.account_id, n.id, 'decision', jsonb_build_object('decision', due.body)
      from due join notice n on n.id = due.notice_id`,
  })
}

/** Publishes each second until it is told to stop. */
export function keepPublishing(db: Database): () => void {
  const timer = setInterval(() => void publishDue(db).catch(() => {}), 1_000)
  return () => clearInterval(timer)
}
