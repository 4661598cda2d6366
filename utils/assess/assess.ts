import type { Assessment } from '../messages'
import type { Notice } from '../notice'

/** What the ledger and the outbox know that due process asks for; figures and codes only. */
export type History = Record<never, never>

/** What the organisation and the backend ask for beyond the rules of everyone. */
export type Rules = Record<never, never>

/** Due process: may this notice go, does a second reviewer decide, what should the reviewer think of? Pure. */
export function assess(_notice: Notice, _history: History, _rules: Rules): Assessment {
  return { blocked: [], secondReviewer: [], warnings: [] }
}
