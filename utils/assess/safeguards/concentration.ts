import { safeguard } from '../safeguard'

/** Fewer notices say nothing of a habit. */
export const MIN_NOTICES = 10
export const MIN_DECIDED = 10
/** Per cent of decided notices. */
export const UNFOUNDED = 50

/** The reviewer's own mirror: is it always the same author, topic or language? How often was there nothing to it? */
export const concentration = safeguard({
  id: 'concentration',
  number: 17,
  source: 'DSA Article 23(2)–(3); Oversight Board, UK drill music (all requests on one genre)',
  finds: {
    concentratedAuthor: 'warn',
    concentratedTopic: 'warn',
    concentratedLanguage: 'warn',
    oftenUnfounded: 'warn',
  },
  check({ history: { recent, decisions }, rules: { concentration: limits } }, when) {
    // This notice is one of them.
    const count = recent.count + 1
    const share = (same: number) => Math.round((100 * (same + 1)) / count)
    const often = (same: number, limit: number) => count >= MIN_NOTICES && same > 0 && share(same) >= limit
    const { sameAuthor, sameTopic, sameLanguage } = recent
    const { decided, unfounded } = decisions
    const without = Math.round((100 * unfounded) / Math.max(1, decided))
    const figures = (same: number) => ({ share: share(same), count })
    return [
      ...when(often(sameAuthor, limits.author), 'concentratedAuthor', undefined, figures(sameAuthor)),
      ...when(often(sameTopic, limits.topic), 'concentratedTopic', undefined, figures(sameTopic)),
      ...when(often(sameLanguage, limits.language), 'concentratedLanguage', undefined, figures(sameLanguage)),
      ...when(decided >= MIN_DECIDED && without >= UNFOUNDED, 'oftenUnfounded', undefined, {
        share: without,
        count: decided,
      }),
    ]
  },
})
