import { NEVERTHELESS, OWN_OFFICE } from '../../grounds/questions'
import { answersOf, nevertheless, ownOffice } from '../answers'
import { safeguard } from '../safeguard'
import { size } from '../text'
import { MIN_REASON } from './noBulk'

/**
 * Where a ground punishes expression, or depends on context, the reviewer answers what may protect it; and says why
 * the item is reported nevertheless where something does.
 */
export const protectedExpression = safeguard({
  id: 'protectedExpression',
  number: 6,
  source:
    'Regulation (EU) 2021/784, Article 1(3); CM/Rec(2018)2; Rabat Plan of Action (A/HRC/22/17/Add.4); ECHR Article 10',
  finds: {
    questionOpen: 'block',
    neverthelessShort: 'block',
    protectedLikely: 'warn',
    thresholdLow: 'warn',
  },
  check: ({ notice: { grounds } }, when) =>
    grounds.flatMap(({ ground, answers }, i) => {
      const field = (id: string) => `grounds.${i}.answers.${id}`
      const answered = answersOf(ground, answers)
      const yes = answered.some(({ kind, protects }) => kind === 'yesNo' && protects)
      return [
        ...answered.flatMap(({ id, kind, answer, protects }) => [
          ...when(answer === null, 'questionOpen', field(id)),
          ...when(protects, kind === 'yesNo' ? 'protectedLikely' : 'thresholdLow', field(id)),
        ]),
        ...when(ownOffice(ground, answers) === null, 'questionOpen', field(OWN_OFFICE)),
        ...when(yes && size(nevertheless(answers)) < MIN_REASON, 'neverthelessShort', field(NEVERTHELESS)),
      ]
    }),
})
