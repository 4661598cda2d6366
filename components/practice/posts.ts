import { PRACTICE_ORIGIN } from '../../utils/practice/site'

/** The practice posts: two that break rules plainly, and one that is only sharp. Their words are in `areas/practice`. */
export const POSTS = [
  { id: 'allowance', number: '1001', handle: 'benefits_24', hours: 3 },
  { id: 'door', number: '1002', handle: 'n_orlan', hours: 7 },
  { id: 'mayor', number: '1003', handle: 'gulnar', hours: 26 },
] as const
export type PracticePost = (typeof POSTS)[number]

/** The post's canonical address, on a host that does not exist. */
export const addressOf = ({ handle, number }: PracticePost): string =>
  `${PRACTICE_ORIGIN}/@${handle}/${number}`
