import { Breaker } from './breaker'
import type { NoticeRow } from './row'
import type { WorkerParts } from './worker'

type Parts = Pick<WorkerParts, 'outbox' | 'open' | 'now'> & { connections: () => Promise<string[]> }

/** Once a day for each connection; what has just arrived is not asked for. */
const EVERY = 86_400_000
const SETTLED = 3_600_000
/** A backup that was put back has lost what came last: so many of the newest are asked for. */
const NEWEST = 500

/**
 * Asks each backend whether it still has what it gave a receipt for: a backend that was restored from an old backup has
 * not. Such a notice waits for a person, who sends it again (the same bytes, the same key) or not. Whatever else goes
 * wrong changes nothing; it is tried again at the next look.
 * @returns how many were found missing.
 */
export async function reconcile(parts: Parts): Promise<number> {
  if (await parts.outbox.readOnly()) return 0
  const found = await Promise.all((await parts.connections()).map((id) => one(parts, id).catch(() => 0)))
  return found.reduce((sum, count) => sum + count, 0)
}

async function one({ outbox, open, now = Date.now }: Parts, id: string): Promise<number> {
  const name = `reconciled:${id}`
  const last = await outbox.getMeta(name)
  // A time ahead comes from a clock that was set back.
  if (typeof last === 'number' && last <= now() && now() - last < EVERY) return 0
  const opened = await open(id)
  if (!opened?.connector.knows) return 0
  if ((await new Breaker(outbox, Math.random).asked(id, now())) > now()) return 0
  const asked = (row: NoticeRow) => row.connectionId === id && row.receipt && row.updatedAt < now() - SETTLED
  const rows = (await outbox.due('delivered')).filter(asked).sort((a, b) => b.updatedAt - a.updatedAt)
  let missing = 0
  for (const row of rows.slice(0, NEWEST)) {
    if (await opened.connector.knows(row.id, opened.access, AbortSignal.timeout(20_000))) continue
    const problem = { code: 'backendForgot' }
    const facts = { reviewer: row.accountId, facts: { receipt: row.receipt?.id ?? '' } }
    if (await outbox.step(row, { type: 'forgotten', problem }, facts, now())) missing += 1
  }
  await outbox.putMeta(name, now())
  return missing
}
