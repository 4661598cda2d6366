import { safeguard } from '../safeguard'

const DAY = 86_400_000
const STALE = 365 * DAY

/** Each ground names its instrument and provision, holds on the day of the notice, and stands in it once. */
export const specificGround = safeguard({
  id: 'specificGround',
  number: 1,
  source: 'CM/Rec(2018)2, 1.1 (prescribed by law); DSA Article 16(2)(a)',
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
      // A day begins and ends at other hours elsewhere on earth.
      const over = validTo !== undefined && at >= Date.parse(validTo) + 1.5 * DAY
      const early = validFrom !== undefined && at < Date.parse(validFrom) - 0.5 * DAY
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
