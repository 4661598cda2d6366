import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOLD, look, moved, opensIn, SHUT, type Sight } from '../../utils/gate'

const seen: Sight = { ratio: 1, visible: true }

describe('the gate before Send', () => {
  it('opens only after the button was in plain sight for half a second', () => {
    const gate = look(SHUT, seen, 1000)
    expect(opensIn(SHUT, 5000)).toBeNull()
    expect(opensIn(gate, 1000)).toBe(HOLD)
    expect(opensIn(gate, 1499)).toBe(1)
    expect(opensIn(gate, 1500)).toBe(0)
  })

  it('is shut by anything over it and by any part that is cut off, and begins anew then', () => {
    const open = look(SHUT, seen, 0)
    expect(look(open, { ratio: 1, visible: false }, 900)).toEqual(SHUT)
    expect(look(open, { ratio: 0.9, visible: true }, 900)).toEqual(SHUT)
    expect(opensIn(look(look(open, { ratio: 0, visible: false }, 900), seen, 1000), 1400)).toBe(100)
  })

  it('begins anew where it stands elsewhere, and stays shut where it was', () => {
    expect(opensIn(moved(look(SHUT, seen, 0), 900), 1000)).toBe(400)
    expect(moved(SHUT, 900)).toEqual(SHUT)
  })

  it('goes by the ratio alone where the browser tells no more', () => {
    expect(opensIn(look(SHUT, { ratio: 1, visible: null }, 0), 500)).toBe(0)
    expect(look(SHUT, { ratio: 0.5, visible: null }, 0)).toEqual(SHUT)
  })

  it('is never open within half a second of a bad look, whatever came before', () => {
    const looks = fc.array(
      fc.record({
        ratio: fc.constantFrom(0, 0.5, 0.999, 1),
        visible: fc.constantFrom(true, false, null),
        wait: fc.integer({ min: 0, max: 900 }),
      }),
    )
    fc.assert(
      fc.property(looks, fc.integer({ min: 0, max: HOLD - 1 }), (all, since) => {
        let now = 0
        let gate = SHUT
        for (const { wait, ...sight } of all) {
          now += wait
          gate = look(gate, sight, now)
        }
        gate = look(look(gate, { ratio: 1, visible: false }, now), seen, now)
        expect(opensIn(gate, now + since)).toBeGreaterThan(0)
      }),
    )
  })
})
