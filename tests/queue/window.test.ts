import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heightOf, LINE, type Open, offsetOf, sliceOf } from '../../components/queue/window'

describe('what of the list is drawn', () => {
  const scene = fc
    .record({
      count: fc.integer({ min: 0, max: 10_000 }),
      top: fc.integer({ min: -2000, max: 700_000 }),
      view: fc.integer({ min: 0, max: 2000 }),
      at: fc.integer({ min: 0, max: 10_000 }),
      height: fc.integer({ min: 0, max: 4000 }),
      opened: fc.boolean(),
    })
    .map(({ opened, at, height, ...rest }) => ({
      ...rest,
      open: (opened && at < rest.count ? { at, height } : null) as Open,
    }))

  it('covers the view, keeps the whole height, and stays small', () => {
    fc.assert(
      fc.property(scene, ({ count, top, view, open }) => {
        const { from, to, before, after } = sliceOf(count, open, top, top + view)
        const end = heightOf(count, open)
        expect(before + (offsetOf(to, open) - offsetOf(from, open)) + after).toBe(end)
        for (let i = 0; i < count; i += Math.max(1, Math.floor(count / 50))) {
          const y = offsetOf(i, open)
          const bottom = offsetOf(i + 1, open)
          if (bottom > top && y < top + view) expect(i >= from && i < to).toBe(true)
        }
        expect(to - from).toBeLessThanOrEqual(Math.ceil(view / LINE) + 15)
      }),
    )
  })
})
