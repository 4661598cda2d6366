import { beforeEach, describe, expect, it } from 'vitest'
import { reviewsWaiting } from '../../utils/reviews-waiting'
import { fakeBrowser } from '../support/extension-api'

beforeEach(() => fakeBrowser.reset())

describe('how many wait for a second reviewer’s word', () => {
  it('is the sum of all connections; one that does not answer keeps its count, one that is gone has none', async () => {
    await reviewsWaiting.set([
      { connectionId: 'a', count: 2 },
      { connectionId: 'b', count: 3 },
    ])
    expect(await reviewsWaiting.get()).toBe(5)
    await reviewsWaiting.set([
      { connectionId: 'a', count: 1 },
      { connectionId: 'b', count: null },
    ])
    expect(await reviewsWaiting.get()).toBe(4)
    await reviewsWaiting.set([{ connectionId: 'a', count: 1 }])
    expect(await reviewsWaiting.get()).toBe(1)
  })

  it('is told only when it changes, and is none where what is kept can’t be read', async () => {
    const told: number[] = []
    const stop = reviewsWaiting.watch((count) => told.push(count))
    await reviewsWaiting.set([{ connectionId: 'a', count: 2 }])
    await reviewsWaiting.set([{ connectionId: 'a', count: 2 }])
    await reviewsWaiting.set([{ connectionId: 'a', count: 0 }])
    expect(told).toEqual([2, 0])
    stop()
    await fakeBrowser.storage.local.set({ reviewsWaiting: { a: 'many' } })
    expect(await reviewsWaiting.get()).toBe(0)
  })
})
