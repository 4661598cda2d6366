import { safeguard } from '../safeguard'

const DAY = 86_400_000
const STALE = 365 * DAY
/** A day begins fourteen hours earlier and ends twelve hours later somewhere on earth than in UTC. */
const FIRST = 14 * 3_600_000
const LAST = 12 * 3_600_000

/** Each ground names its instrument and provision, holds on the day of the notice, and stands in it once. */
export const specificGround = safeguard({
  id: 'specificGround',
  number: 1,
  source: 'CM/Rec(2018)2 (prescribed by law); DSA Article 16(2)(a)',
  finds: {
    groundUnnamed: 'block',
    groundTwice: 'block',
    groundOver: 'block',
    groundNotYet: 'block',
    groundStale: 'warn',
    elementsOpen: 'warn',
  },
  check({ notice: { grounds }, at }, when) {
    const ids = grounds.map(({ ground }) => ground.id)
    return grounds.flatMap(({ ground, elements }, i) => {
      const field = `grounds.${i}`
      const { instrument, provision, checkedOn, validFrom, validTo, dsa } = ground
      const unnamed = !instrument.trim() || !provision.trim() || dsa.category.includes('NOT_SPECIFIED')
      const over = validTo !== undefined && at >= Date.parse(validTo) + DAY + LAST
      const early = validFrom !== undefined && at < Date.parse(validFrom) - FIRST
      return [
        ...when(unnamed, 'groundUnnamed', field),
        ...when(ids.indexOf(ground.id) !== i, 'groundTwice', field),
        ...when(over, 'groundOver', field, { day: validTo ?? '' }),
        ...when(early, 'groundNotYet', field, { day: validFrom ?? '' }),
        ...when(at > Date.parse(checkedOn) + STALE, 'groundStale', field, { day: checkedOn }),
        ...when(
          ground.elements.some((_, n) => elements[n] !== true),
          'elementsOpen',
          `${field}.elements`,
        ),
      ]
    })
  },
})
