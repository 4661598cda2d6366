import { hasLeft, type NoticeRow } from './row'
import type { State } from './state'

/** What a reviewer can do with a notice; each is one message to the background. */
export type Action = 'undo' | 'retry' | 'mend' | 'correct' | 'arrived' | 'sendAgain' | 'withdraw'

const BY_STATE: Record<State, readonly Action[]> = {
  draft: [],
  held: ['undo', 'withdraw'],
  inReview: ['retry', 'undo', 'withdraw'],
  queued: ['retry', 'undo', 'withdraw'],
  sending: ['withdraw'],
  delivered: ['correct', 'withdraw'],
  decided: ['correct', 'withdraw'],
  refused: ['mend', 'retry', 'withdraw'],
  uncertain: ['arrived', 'sendAgain', 'mend', 'withdraw'],
  withdrawn: [],
}

/**
 * The actions that a notice's state allows, what helps most first. `undoable`: its draft is still there, so that it
 * can be taken back as if it had never been sent; then there is nothing to withdraw.
 */
export function actionsOf(row: NoticeRow, undoable: boolean): Action[] {
  if (row.withdrawal !== null || row.erasedAt) return []
  const undo = undoable && !hasLeft(row)
  const waits = row.state === 'inReview' && (row.review?.askedAt ?? null) !== null
  const returned = row.review?.verdict?.approved === false
  return BY_STATE[row.state].filter((action) => {
    if (action === 'undo') return undo
    if (action === 'retry') return !waits && !returned
    return action === 'withdraw' ? !(undo && BY_STATE[row.state].includes('undo')) : true
  })
}
