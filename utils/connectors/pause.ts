import type { Problem } from '../problem'

/** What a connection waits with until the reviewer has acted: nothing of it is tried before. */
const FOR_THE_REVIEWER = ['signInAgain', 'apiGone', 'accountRefused']

export const isPause = (problem: Problem | null): boolean =>
  problem !== null && FOR_THE_REVIEWER.includes(problem.code)
