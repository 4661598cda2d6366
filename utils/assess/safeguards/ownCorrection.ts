import { safeguard } from '../safeguard'
import { size } from '../text'
import { MIN_REASON } from './noBulk'

/** A correction names a notice of the same account, and what was wrong in it: the register stays one chain. */
export const ownCorrection = safeguard({
  id: 'ownCorrection',
  number: 10,
  source: 'Metropolitan Police, 01.FOI.22.027615: a count that was wrong by a factor of three',
  finds: { correctsOther: 'block', correction: 'block' },
  check: ({ notice: { corrects, reasons }, history }, when) => [
    ...when(history.correctsOwn === false, 'correctsOther', 'corrects'),
    ...when(
      corrects !== null && size(reasons?.correction ?? '') < MIN_REASON,
      'correction',
      'reasons.correction',
    ),
  ],
})
