import { safeguard } from '../safeguard'

/** A correction names a notice of the same account: the register stays one chain. */
export const ownCorrection = safeguard({
  id: 'ownCorrection',
  number: 10,
  source: 'Metropolitan Police, 01.FOI.22.027615: a count that was wrong by a factor of three',
  finds: { correctsOther: 'block' },
  check: ({ history }, when) => when(history.correctsOwn === false, 'correctsOther', 'corrects'),
})
