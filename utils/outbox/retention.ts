import type { NoticeRow } from './row'
import type { State } from './state'
import type { Outbox } from './store'

const DAY = 86_400_000
/** For notices from before the days stood with them: the time in which a complaint can be made. */
const USUAL_DAYS = 180
/** States in which a notice has come to an end. */
const ENDED: readonly State[] = ['decided', 'withdrawn', 'refused']

/**
 * When a notice's content is deleted, milliseconds since 1970; null: not while it is like this. Counted from its end:
 * the decision, the withdrawal, the refusal. What is held or contested is kept, and so is what the backend has still
 * to be told of.
 */
export function eraseAt(row: NoticeRow): number | null {
  const { state, hold, answer, erasedAt, decision, withdrawal, updatedAt, retentionDays } = row
  if (!ENDED.includes(state) || hold || erasedAt || answer?.kind === 'contested') return null
  if (withdrawal && !withdrawal.told) return null
  const decided = decision ? Date.parse(decision.decidedAt) : null
  const end = withdrawal?.at ?? decided ?? updatedAt
  return end + (retentionDays ?? USUAL_DAYS) * DAY
}

/**
 * Deletes the content of every notice whose time is over: the text as it was sent, the evidence, names, words and
 * address in the row. The ledger's lines stay, with one more that says so.
 * @returns how many.
 */
export async function sweep(outbox: Outbox, now = Date.now()): Promise<number> {
  if (await outbox.readOnly()) return 0
  let count = 0
  for (const state of ENDED) {
    for (const row of await outbox.due(state)) {
      const at = eraseAt(row)
      if (at === null || at > now) continue
      const facts = { days: row.retentionDays ?? USUAL_DAYS }
      if (await outbox.step(row, { type: 'erase' }, { reviewer: row.accountId, facts }, now)) count += 1
    }
  }
  if (count > 0) await outbox.scrub()
  return count
}
