import type { Decision, Receipt } from '../notice'
import type { Problem } from '../problem'
import type { NoticeRow } from './row'
import type { State } from './state'

/** Everything that can happen to a notice. `at` and `until` are milliseconds since 1970. */
export type Event =
  | { type: 'undo' }
  | { type: 'due' }
  | { type: 'approve' }
  | { type: 'return'; problem: Problem }
  | { type: 'send'; until: number }
  | { type: 'leaseExpired' }
  | { type: 'receipt'; receipt: Receipt }
  | { type: 'retry'; at: number; problem: Problem; counts: boolean }
  | { type: 'mend'; problem: Problem }
  | { type: 'lost'; problem: Problem }
  | { type: 'arrived' }
  | { type: 'again' }
  | { type: 'decide'; decision: Decision }
  | { type: 'withdraw'; reason: string }
export type EventType = Event['type']

/**
 * Which event leads where; what is not listed cannot happen. `draft` is the state before the commit: a draft has
 * no row, so undo ends this row and gives the draft back.
 */
export const TABLE: Record<State, Partial<Record<EventType, State>>> = {
  draft: {},
  held: { undo: 'draft', due: 'queued', withdraw: 'withdrawn' },
  inReview: { approve: 'queued', return: 'refused', withdraw: 'withdrawn' },
  queued: { undo: 'draft', send: 'sending', again: 'queued', withdraw: 'withdrawn' },
  sending: {
    leaseExpired: 'queued',
    receipt: 'delivered',
    retry: 'queued',
    mend: 'refused',
    lost: 'uncertain',
  },
  delivered: { decide: 'decided', withdraw: 'withdrawn' },
  decided: { decide: 'decided', withdraw: 'withdrawn' },
  refused: { again: 'queued', withdraw: 'withdrawn' },
  uncertain: {
    arrived: 'delivered',
    again: 'queued',
    receipt: 'delivered',
    decide: 'decided',
    withdraw: 'withdrawn',
  },
  withdrawn: { decide: 'withdrawn' },
}

/** What an event changes besides the state. */
function changes(row: NoticeRow, event: Event, now: number): Partial<NoticeRow> {
  switch (event.type) {
    case 'due':
    case 'approve':
    case 'again':
      return { dueAt: now, problem: null }
    case 'send':
      return { leaseUntil: event.until, attempts: row.attempts + 1 }
    case 'leaseExpired':
      return { leaseUntil: null, dueAt: now }
    case 'receipt':
      return { leaseUntil: null, receipt: event.receipt, problem: null }
    case 'retry':
      return {
        leaseUntil: null,
        dueAt: event.at,
        problem: event.problem,
        attempts: event.counts ? row.attempts : row.attempts - 1,
      }
    case 'mend':
    case 'lost':
    case 'return':
      return { leaseUntil: null, problem: event.problem }
    case 'decide':
      return { decision: event.decision, problem: null }
    case 'undo':
    case 'arrived':
    case 'withdraw':
      return { leaseUntil: null, problem: null }
  }
}

/**
 * The one function that decides every step of a notice: the row after `event`, or null where the table has no
 * such step (the caller leaves the notice as it is). Pure: the clock comes in as `now`.
 */
export function transition(row: NoticeRow, event: Event, now: number): NoticeRow | null {
  const to = TABLE[row.state][event.type]
  if (!to) return null
  return { ...row, ...changes(row, event, now), state: to, updatedAt: Math.max(now, row.updatedAt + 1) }
}
