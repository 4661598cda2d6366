import { safeguard } from '../safeguard'
import { foldedWords, size } from '../text'

/** Shorter names are words like others. */
const MIN_NAME = 6

/** The organisation answers for a notice; the person stands in it only by a code, and by none where a ground says so. */
export const notifierName = safeguard({
  id: 'notifierName',
  number: 9,
  source: 'DSA Articles 16(2)(c) and 22, recital 54',
  finds: {
    otherReviewer: 'block',
    notifierShown: 'block',
    notifierNamed: 'block',
    reviewerNamed: 'warn',
  },
  check({ notice, rules: { reviewerCode, names } }, when) {
    const { grounds, reviewer, discloseNotifier } = notice
    const suppressed = grounds.some(({ ground }) => ground.notifierIdentity === 'suppress')
    const forbidden = suppressed ? [names.reviewer, names.organisation] : []
    return [
      ...when(reviewer.code !== reviewerCode, 'otherReviewer', 'reviewer.code'),
      ...when(suppressed && discloseNotifier, 'notifierShown', 'discloseNotifier'),
      ...grounds.flatMap(({ explanation: { why, basis } }, i) =>
        Object.entries({ why, basis }).flatMap(([part, text]) => [
          ...when(
            forbidden.some((name) => holds(text, name)),
            'notifierNamed',
            `grounds.${i}.${part}`,
          ),
          ...when(!suppressed && holds(text, names.reviewer), 'reviewerNamed', `grounds.${i}.${part}`),
        ]),
      ),
    ]
  },
})

function holds(text: string | null, name: string | null): boolean {
  if (text === null || name === null || size(name) < MIN_NAME) return false
  return ` ${foldedWords(text)} `.includes(` ${foldedWords(name)} `)
}
