import { complaintDeadline } from '../../outbox/complaint'
import { safeguard } from '../safeguard'
import { size } from '../text'
import { MIN_REASON } from './noBulk'

/**
 * What the platform has decided is contested by a complaint. The same item again is no second try: it needs a reason,
 * which goes with it. A correction of the decided notice has one of its own.
 */
export const priorDecision = safeguard({
  id: 'priorDecision',
  number: 16,
  source: 'DSA Articles 20(1) and 21 (complaint within six months); Article 23(2) (notices without ground)',
  finds: { decidedBefore: 'block', decidedBeforeSaid: 'warn' },
  check({ notice: { reasons, corrects }, history: { decidedOnItem } }, when) {
    if (decidedOnItem === null || corrects !== null) return []
    const said = size(reasons?.decidedBefore ?? '') >= MIN_REASON
    const params = { day: day(decidedOnItem), until: day(complaintDeadline(decidedOnItem)) }
    const field = 'reasons.decidedBefore'
    return [...when(!said, 'decidedBefore', field, params), ...when(said, 'decidedBeforeSaid', field, params)]
  },
})

const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
