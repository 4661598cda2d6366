import type { Marks } from '../assess/marks'
import type { BoxKey } from '../evidence/box'
import type { CaptureClass } from '../grounds/ground'
import type { Decision, ItemKind, Receipt } from '../notice'
import type { Problem } from '../problem'
import type { State } from './state'

/**
 * One notice in IndexedDB. The bytes that will be sent are fixed at the commit: the same body goes out under the
 * same key at every attempt. They and the evidence lie in stores of their own, so that reading the queue does not
 * read them (`Outbox.body`, `Outbox.evidence`).
 */
export type NoticeRow = {
  /** UUIDv7: the notice's id and its idempotency key. */
  id: string
  draftId: string
  state: State
  connectionId: string
  /** The account that signed it; never sent under another. */
  accountId: string
  /** SHA-256 of the UTF-8 bytes of the notice's JSON text, exactly as it is sent. */
  bodyDigest: string
  /** The sealed bundle; `key` opens its box in `bodies`, and dropping it destroys the bundle for good. */
  evidence: { sha256: string; bytes: number; mediaType: string; key: BoxKey | null } | null
  /** Its evidence was too large for the backend: since when it is without media, and what it was (it stays here). */
  lightened?: { at: number; from: NonNullable<NoticeRow['evidence']> } | undefined
  /** Milliseconds since 1970: when the worker may act on it next (end of the undo window, next attempt). */
  dueAt: number
  /** While `sending`: when this attempt counts as dead. */
  leaseUntil: number | null
  attempts: number
  /** It came in with a backup, without a receipt: the machine that it came from may have sent it meanwhile. */
  imported?: true | undefined
  /** A person has decided that it did not arrive: the next attempt goes without looking it up. */
  resend?: true | undefined
  /** Why it waits or was refused. */
  problem: Problem | null
  receipt: Receipt | null
  decision: Decision | null
  /** Where a second reviewer decides before it is sent; absent or null: nobody is asked. */
  review?: Review | null
  /** Taken back by the reviewer; `told`: the backend knows (or never had it). */
  withdrawal: { reason: string; at: number; told: boolean } | null
  /** What the reviewer thinks of the decision: accepted, or contested by a complaint (DSA Article 20). */
  answer?: { kind: 'accepted' | 'contested'; at: number } | null
  /** The delivered notice that this one corrects. */
  corrects?: string | null
  /** The notice that corrects this one, once the backend has it. */
  correctedBy?: { id: string; at: number } | null
  /** Days that its content is kept after it has come to an end; older notices have none. */
  retentionDays?: number
  /** Its content is kept beyond that, and why. */
  hold?: { reason: string; at: number } | null
  /** When its content was deleted for good, milliseconds since 1970. */
  erasedAt?: number | null
  createdAt: number
  updatedAt: number
  /** By law, where a ground names a deadline: milliseconds since 1970. */
  deadlineAt: number | null
  /** What later notices are compared with by due process; a notice of an earlier version has none. */
  marks?: Marks
  /** What lists and search show without parsing `body`; no text at all where a ground's capture class is `url`. */
  summary: {
    platform: string
    kind: ItemKind
    permalink: string
    author: string | null
    text: string | null
    grounds: { id: string; kind: 'policy' | 'law'; label: string; capture: CaptureClass }[]
  }
}

/** The second reviewer's part in a notice. */
export type Review = {
  /** How often the request for review was sent. */
  attempts: number
  /** When the backend took the request, milliseconds since 1970; null: it has not. */
  askedAt: number | null
  /** What came of it; `by` is the account of the second reviewer. */
  verdict: { approved: boolean; by: string; at: number; reason: string } | null
}

/** Has anything of it left this browser? */
export const hasLeftHere = ({ attempts, review }: NoticeRow): boolean =>
  attempts > 0 || (review?.attempts ?? 0) > 0

/** Has anything of it left this browser, or another one? Then the backend may have it, and undoing is over. */
export const hasLeft = (row: NoticeRow): boolean => row.imported === true || hasLeftHere(row)

/** What the action on a post shows. */
export type ItemState = { state: State; at: number; outcome: Decision['outcome'] | null }
