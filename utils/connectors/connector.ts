import type { JWK } from 'jose'
import type { AccountAnswer, Change, LedgerHead, PendingReview, Receipt } from '../notice'
import type { Problem } from '../problem'

/** One notice on its way: the bytes were fixed at the commit and are the same at every attempt. */
export type Parcel = {
  /** The notice's id, and the idempotency key. */
  id: string
  body: string
  bodyDigest: string
  evidence: {
    sha256: string
    bytes: number
    mediaType: string
    read: () => Promise<Uint8Array<ArrayBuffer>>
  } | null
  /** Where the ledger ends as it is sent; the backend countersigns it. */
  ledger?: LedgerHead | null
}

/** What a connector needs to speak for an account. The secret goes nowhere else. */
export type Access = { address: string; token: string; keys: JWK[] }

/**
 * What an answer means: `receipt` it arrived; `retry` later, the same bytes under the same key; `mend` back to the
 * reviewer; `pause` the connection waits for the reviewer (sign in, broken address), nothing is counted; `lost`
 * nobody knows, a person decides.
 */
export type Outcome =
  | { kind: 'receipt'; receipt: Receipt }
  | { kind: 'retry'; problem: Problem; afterMs: number | null }
  | { kind: 'mend'; problem: Problem }
  | { kind: 'pause'; problem: Problem }
  | { kind: 'lost'; problem: Problem }

/** What an answer to a request for review means; as `Outcome`, `asked`: the backend has it. */
export type AskOutcome = { kind: 'asked' } | Extract<Outcome, { kind: 'retry' | 'mend' | 'pause' }>

/** Four eyes: what a backend that has second reviewers can do. */
export type Reviews = {
  /** Evidence first, then the notice's bytes, for a second reviewer of the same organisation. Never throws. */
  ask(parcel: Parcel, access: Access, signal: AbortSignal): Promise<AskOutcome>
  /** What waits for this account's word; never its own. */
  list(access: Access, signal: AbortSignal): Promise<{ reviews: PendingReview[]; more: boolean }>
  /** The second reviewer's word. */
  settle(noticeId: string, verdict: Verdict, access: Access, signal: AbortSignal): Promise<void>
  /** A sealed bundle of the organisation, checked against its digest. */
  evidence(sha256: string, access: Access, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
}
export type Verdict = { approve: boolean; reason: string }

export type ChangePage = { changes: Change[]; cursor: string; more: boolean }

/** The code that speaks one kind of backend's protocol. Errors are `ProblemError`, except in `deliver`. */
export type Connector = {
  /** Evidence first, then the notice. Never throws: every answer has a meaning. */
  deliver(parcel: Parcel, access: Access, signal: AbortSignal): Promise<Outcome>
  /**
   * Only of a backend that would take the same notice twice (no idempotency keys): has it this one? Its receipt, or
   * null: surely not. Rejects where nobody can tell: then a person decides. Asked before anything is sent again.
   */
  lookUp?(parcel: Parcel, access: Access, signal: AbortSignal): Promise<Receipt | null>
  /** Has the backend still what it gave a receipt for? Rejects where it does not say. Absent: it can't be asked. */
  knows?(noticeId: string, access: Access, signal: AbortSignal): Promise<boolean>
  /** The next page of the change feed after `cursor` (null: from the beginning). */
  changes(cursor: string | null, access: Access, signal: AbortSignal): Promise<ChangePage>
  /** Tells the backend that a notice is withdrawn, which it has, may have, or may still get. */
  withdraw(noticeId: string, reason: string, access: Access, signal: AbortSignal): Promise<void>
  /** Null: nobody there reviews for others. */
  reviews: Reviews | null
  /** Who this token is; also the test of a connection. */
  account(access: Access, signal: AbortSignal): Promise<AccountAnswer>
  /** Its signed pack of site rules, unread; null: it has none. Absent: it never has. */
  sites?(access: Access, signal: AbortSignal): Promise<string | null>
}
