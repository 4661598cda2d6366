import type { Assessment } from '../messages'
import type { Notice } from '../notice'
import type { History } from './history'
import type { Rules } from './rules'
import type { Effect } from './safeguard'
import { SAFEGUARDS } from './safeguards'

const LIST: Record<Effect, keyof Assessment> = {
  block: 'blocked',
  secondReviewer: 'secondReviewer',
  warn: 'warnings',
}

/**
 * Due process: may this notice go, does a second reviewer decide, what should the reviewer think of? Pure, and judged
 * as of the time when the notice was made: one that waited in the queue for days is judged as it was then.
 */
export function assess(notice: Notice, history: History, rules: Rules): Assessment {
  const given = { notice, history, rules, at: Date.parse(notice.createdAt) }
  const result: Assessment = { blocked: [], secondReviewer: [], warnings: [] }
  for (const { finds, check } of SAFEGUARDS) {
    for (const problem of check(given)) result[LIST[finds[problem.code] as Effect]].push(problem)
  }
  return result
}
