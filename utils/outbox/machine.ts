import type { Decision, Receipt } from '../notice'
import type { Problem } from '../problem'
import { hasLeft, type NoticeRow, type Review } from './row'
import type { State } from './state'

/** Everything that can happen to a notice. `at` and `until` are milliseconds since 1970. */
export type Event =
  | { type: 'undo' }
  | { type: 'due' }
  | { type: 'review' }
  | { type: 'ask'; until: number }
  | { type: 'asked' }
  | { type: 'approve'; by: string; reason: string }
  | { type: 'return'; by: string; reason: string }
  | { type: 'send'; until: number }
  | { type: 'leaseExpired' }
  | { type: 'receipt'; receipt: Receipt }
  | { type: 'retry'; at: number; problem: Problem; counts: boolean }
  | { type: 'mend'; problem: Problem }
  | { type: 'lost'; problem: Problem }
  | { type: 'lighten'; bodyDigest: string; evidence: NonNullable<NoticeRow['evidence']> }
  | { type: 'arrived' }
  | { type: 'forgotten'; problem: Problem }
  | { type: 'again' }
  | { type: 'decide'; decision: Decision }
  | { type: 'withdraw'; reason: string }
  | { type: 'corrected'; by: string }
  | { type: 'accept' }
  | { type: 'contest' }
  | { type: 'hold'; reason: string }
  | { type: 'release' }
  | { type: 'erase' }
  | { type: 'told' }
  | { type: 'tellLater'; at: number; problem: Problem }
export type EventType = Event['type']

/**
 * Which event leads where; what is not listed cannot happen. `draft` is the state before the commit: a draft has
 * no row, so undo ends this row and gives the draft back. A notice that is withdrawn while it is being sent stays
 * `sending` until its answer is there, and is `withdrawn` then (see `landing`). `inReview` is both: the request on its
 * way to the backend, and there, until the second reviewer's word comes with the change feed.
 */
export const TABLE: Record<State, Partial<Record<EventType, State>>> = {
  draft: {},
  held: { undo: 'draft', due: 'queued', withdraw: 'withdrawn' },
  inReview: {
    undo: 'draft',
    ask: 'inReview',
    asked: 'inReview',
    retry: 'inReview',
    mend: 'refused',
    lighten: 'inReview',
    again: 'inReview',
    approve: 'queued',
    return: 'refused',
    withdraw: 'withdrawn',
  },
  queued: {
    undo: 'draft',
    review: 'inReview',
    send: 'sending',
    mend: 'refused',
    again: 'queued',
    withdraw: 'withdrawn',
  },
  sending: {
    leaseExpired: 'queued',
    receipt: 'delivered',
    retry: 'queued',
    mend: 'refused',
    lost: 'uncertain',
    lighten: 'queued',
    withdraw: 'sending',
  },
  delivered: {
    decide: 'decided',
    forgotten: 'uncertain',
    withdraw: 'withdrawn',
    corrected: 'delivered',
    hold: 'delivered',
    release: 'delivered',
  },
  decided: {
    decide: 'decided',
    withdraw: 'withdrawn',
    corrected: 'decided',
    accept: 'decided',
    contest: 'decided',
    hold: 'decided',
    release: 'decided',
    erase: 'decided',
  },
  // Refused at its last attempt, and yet decided: an earlier attempt had arrived, its answer was lost.
  // The same with a request for review.
  refused: {
    again: 'queued',
    approve: 'queued',
    return: 'refused',
    decide: 'decided',
    withdraw: 'withdrawn',
    hold: 'refused',
    release: 'refused',
    erase: 'refused',
  },
  uncertain: {
    arrived: 'delivered',
    again: 'queued',
    receipt: 'delivered',
    decide: 'decided',
    withdraw: 'withdrawn',
  },
  withdrawn: {
    decide: 'withdrawn',
    told: 'withdrawn',
    tellLater: 'withdrawn',
    hold: 'withdrawn',
    release: 'withdrawn',
    erase: 'withdrawn',
  },
}

/** No worker looks at it any more. */
export const NEVER = Number.MAX_SAFE_INTEGER

/** Nobody has been asked yet. */
export const NEW_REVIEW: Review = { attempts: 0, askedAt: null, verdict: null }

/** A notice that waits for its second reviewer goes back there, never past; one that was returned is to be mended. */
function target(row: NoticeRow, event: Event): State | undefined {
  const to = TABLE[row.state][event.type]
  // There is nothing left of it that could be sent.
  if (row.erasedAt && (event.type === 'again' || event.type === 'approve')) return undefined
  // Once, and never what a second reviewer has judged.
  if (event.type === 'lighten' && (row.lightened || row.receipt || row.review?.verdict)) return undefined
  if (event.type !== 'again' || !row.review) return to
  if (row.state === 'inReview') return row.review.askedAt === null ? to : undefined
  if (row.review.verdict === null) return to && 'inReview'
  return row.review.verdict.approved ? to : undefined
}

/** What an event changes besides the state. */
function changes(row: NoticeRow, event: Event, now: number): Partial<NoticeRow> {
  const review = row.review ?? NEW_REVIEW
  switch (event.type) {
    case 'due':
      return { dueAt: now, problem: null }
    case 'again':
      // A person has decided that it did not arrive: nobody looks it up once more.
      return { dueAt: now, problem: null, ...(row.state === 'uncertain' ? { resend: true as const } : {}) }
    case 'review':
      return { dueAt: now, problem: null, review: NEW_REVIEW }
    case 'ask':
      // Until then this attempt may be under way; after that it counts as dead.
      return { dueAt: event.until, review: { ...review, attempts: review.attempts + 1 } }
    case 'asked':
      return { dueAt: NEVER, problem: null, review: { ...review, askedAt: now } }
    case 'approve': {
      const verdict = { approved: true, by: event.by, at: now, reason: event.reason }
      return { dueAt: now, problem: null, review: { ...review, verdict } }
    }
    case 'return': {
      const verdict = { approved: false, by: event.by, at: now, reason: event.reason }
      const problem = { code: 'reviewReturned', params: { reason: event.reason } }
      return { dueAt: NEVER, problem, review: { ...review, verdict } }
    }
    case 'send':
      return { leaseUntil: event.until, attempts: row.attempts + 1, resend: undefined }
    case 'leaseExpired':
      return { leaseUntil: null, dueAt: now }
    case 'receipt':
      return { leaseUntil: null, receipt: event.receipt, problem: null }
    case 'retry':
      if (row.state === 'inReview') {
        const attempts = Math.max(0, event.counts ? review.attempts : review.attempts - 1)
        return { dueAt: event.at, problem: event.problem, review: { ...review, attempts } }
      }
      return {
        leaseUntil: null,
        dueAt: event.at,
        problem: event.problem,
        attempts: event.counts ? row.attempts : row.attempts - 1,
      }
    case 'lighten':
      return lightened(row, event, now)
    case 'mend':
    case 'lost':
    case 'forgotten':
      return { leaseUntil: null, problem: event.problem }
    case 'decide':
      return { decision: row.erasedAt ? codesOf(event.decision) : event.decision, problem: null }
    case 'undo':
    case 'arrived':
      return { leaseUntil: null, problem: null }
    case 'withdraw':
      return { withdrawal: { reason: event.reason, at: now, told: !hasLeft(row) } }
    case 'corrected':
      return { correctedBy: { id: event.by, at: now } }
    case 'accept':
      return { answer: { kind: 'accepted', at: now } }
    case 'contest':
      return { answer: { kind: 'contested', at: now } }
    case 'hold':
      return { hold: { reason: event.reason, at: now } }
    case 'release':
      return { hold: null }
    case 'erase':
      return erased(row, now)
    case 'told':
      return { withdrawal: row.withdrawal && { ...row.withdrawal, told: true }, dueAt: NEVER, problem: null }
    case 'tellLater':
      return { dueAt: event.at, problem: event.problem, attempts: row.attempts + 1 }
  }
}

/** Other bytes from now on. Their evidence was not there, so no attempt before can have arrived: none is counted. */
function lightened(
  { evidence, state, attempts, review }: NoticeRow,
  event: Extract<Event, { type: 'lighten' }>,
  now: number,
): Partial<NoticeRow> {
  const asked = Math.max(0, (review?.attempts ?? 0) - 1)
  const tries =
    state === 'inReview'
      ? { review: { ...(review ?? NEW_REVIEW), attempts: asked } }
      : { attempts: attempts - 1 }
  return {
    ...tries,
    leaseUntil: null,
    dueAt: now,
    problem: null,
    bodyDigest: event.bodyDigest,
    evidence: event.evidence,
    ...(evidence ? { lightened: { at: now, from: evidence } } : {}),
  }
}

const codesOf = (decision: Decision): Decision => ({
  ...decision,
  facts: '',
  redress: '',
  grounds: decision.grounds.map((one) => ({ ...one, explanation: '' })),
})

/** What is left of a notice when its content is deleted: codes, digests and times. */
function erased({ evidence, lightened, decision, withdrawal, problem, summary }: NoticeRow, now: number) {
  return {
    erasedAt: now,
    evidence: evidence && { ...evidence, key: null },
    lightened: lightened && { ...lightened, from: { ...lightened.from, key: null } },
    problem: problem && { code: problem.code },
    withdrawal: withdrawal && { ...withdrawal, reason: '' },
    decision: decision && codesOf(decision),
    marks: { authors: [], topics: [], language: null, whys: [] },
    summary: { ...summary, permalink: '', author: null, text: null },
  }
}

/** Goes nowhere: the notice stands where it stood, and what it waits for stays as it is. */
const ASIDE: readonly EventType[] = ['corrected', 'accept', 'contest', 'hold', 'release', 'erase']

/**
 * A withdrawn notice does not go on: with the withdrawal itself, or with the answer that it came too early for, it
 * is `withdrawn`, and due at once for the backend to be told.
 */
function landing(row: NoticeRow, event: Event, now: number): NoticeRow {
  const own = [...ASIDE, 'told', 'tellLater', 'decide'].includes(event.type)
  if (row.withdrawal === null || row.state === 'sending' || own) return row
  return { ...row, state: 'withdrawn', problem: null, dueAt: row.withdrawal.told ? NEVER : now }
}

/**
 * The one function that decides every step of a notice: the row after `event`, or null where the table has no
 * such step (the caller leaves the notice as it is). Pure: the clock comes in as `now`.
 */
export function transition(row: NoticeRow, event: Event, now: number): NoticeRow | null {
  const to = target(row, event)
  // What was sent once may have arrived, whatever the answer was: then it can be withdrawn, not undone.
  if (!to || (event.type === 'undo' && hasLeft(row))) return null
  const next = { ...row, ...changes(row, event, now), state: to, updatedAt: Math.max(now, row.updatedAt + 1) }
  return landing(next, event, now)
}
