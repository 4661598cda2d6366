import { answersOf } from '../answers'
import { safeguard } from '../safeguard'

/** Where a ground, an answer or the organisation asks for it, a second reviewer decides. */
export const twoPersons = safeguard({
  id: 'twoPersons',
  number: 7,
  source:
    'CM/Rec(2018)2 (necessary and proportionate); PhishTank and Hejt Alert: a second person looks before sending',
  finds: {
    secondForGround: 'secondReviewer',
    secondForSpeech: 'secondReviewer',
    secondForAnswer: 'secondReviewer',
    secondByRules: 'secondReviewer',
  },
  check: ({ notice: { grounds }, rules }, when) => [
    ...grounds.flatMap(({ ground, answers }, i) => {
      const field = `grounds.${i}`
      const protects = answersOf(ground, answers).some((one) => one.protects)
      return [
        ...when(ground.secondReviewer, 'secondForGround', field),
        ...when(ground.speech === 'high', 'secondForSpeech', field),
        ...when(protects, 'secondForAnswer', field),
      ]
    }),
    ...when(rules.secondReviewer === 'always', 'secondByRules'),
  ],
})
