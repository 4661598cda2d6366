import type { Effect } from '../../utils/assess/safeguard'
import { SAFEGUARDS } from '../../utils/assess/safeguards'
import type { Assessment } from '../../utils/messages'

/** What a finding does, by its code; what the form itself misses (`declarationMissing`) blocks. */
export function effectOf(code: string): Effect {
  return SAFEGUARDS.find(({ finds }) => Object.hasOwn(finds, code))?.finds[code] ?? 'block'
}

export const listOf = (effect: Effect): keyof Assessment =>
  ({ block: 'blocked', secondReviewer: 'secondReviewer', warn: 'warnings' })[effect] as keyof Assessment
