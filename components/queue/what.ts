import type { Connection } from '../../utils/messages'
import { needsReviewer } from '../../utils/outbox/health'
import { NEVER } from '../../utils/outbox/machine'
import { hasLeft, type NoticeRow } from '../../utils/outbox/row'

/** What decides on a notice's next step besides the notice itself. */
export type Around = {
  paused: boolean
  online: boolean
  locked?: boolean
  /** Its connection; null when it is gone, undefined while nobody knows. */
  connection: Connection | null | undefined
  /** Before this time its connection is not tried, milliseconds since 1970. */
  closedUntil: number
  now: number
}

/** Which sentence tells what happens with a notice, and the time that it names (milliseconds since 1970). */
export type What = {
  key:
    | 'held'
    | 'inReview'
    | 'reviewHeld'
    | 'reviewAgain'
    | 'queued'
    | 'queuedAgain'
    | 'queuedPaused'
    | 'queuedOffline'
    | 'queuedSignIn'
    | 'queuedLocked'
    | 'sending'
    | 'sendingWithdrawn'
    | 'delivered'
    | 'deliveredUnsigned'
    | 'refused'
    | 'uncertain'
    | 'withdrawn'
    | 'withdrawnUnsent'
    | 'withdrawnTelling'
    | 'replaced'
  at: number
}

/** Null where nothing is to be said besides: the decision itself tells, or the problem does. */
export function whatOf(row: NoticeRow, around: Around): What | null {
  const { now, closedUntil } = around
  const next = Math.max(row.dueAt, closedUntil)
  switch (row.state) {
    case 'held':
      return { key: 'held', at: row.dueAt }
    case 'queued':
      return waiting(around) ?? { key: next > now + 1000 ? 'queuedAgain' : 'queued', at: next }
    case 'sending':
      return { key: row.withdrawal ? 'sendingWithdrawn' : 'sending', at: now }
    case 'delivered':
      return { key: row.receipt ? 'delivered' : 'deliveredUnsigned', at: row.updatedAt }
    case 'withdrawn':
      return withdrawn(row, next, now)
    case 'refused':
      return row.problem ? null : { key: 'refused', at: row.updatedAt }
    case 'inReview':
      if (row.review && row.review.askedAt === null)
        return waiting(around) ?? { key: hasLeft(row) ? 'reviewAgain' : 'reviewHeld', at: next }
      return { key: 'inReview', at: row.review?.askedAt ?? row.updatedAt }
    case 'uncertain':
      return { key: row.state, at: row.updatedAt }
    default:
      return null
  }
}

/** Why a notice can't go out now, or null. */
function waiting({ paused, online, locked, connection, now }: Around): What | null {
  if (connection === null || (connection && needsReviewer(connection)))
    return { key: 'queuedSignIn', at: now }
  if (locked) return { key: 'queuedLocked', at: now }
  if (paused) return { key: 'queuedPaused', at: now }
  return online ? null : { key: 'queuedOffline', at: now }
}

/** A withdrawal that `replaceOld` of the sending wrote: a mended notice took the place. */
const REPLACED = 'corrected'

function withdrawn(row: NoticeRow, next: number, now: number): What {
  const { withdrawal, dueAt } = row
  const at = withdrawal?.at ?? now
  if (withdrawal?.reason === REPLACED) return { key: 'replaced', at }
  if (withdrawal && !withdrawal.told && dueAt !== NEVER) return { key: 'withdrawnTelling', at: next }
  return { key: hasLeft(row) ? 'withdrawn' : 'withdrawnUnsent', at }
}
