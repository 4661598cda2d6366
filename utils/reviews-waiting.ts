import { z } from 'zod'
import { browser } from './browser'

const KEY = 'reviewsWaiting'
const Counts = z.record(z.string(), z.number().int().min(0)).catch({})
type Counts = z.infer<typeof Counts>

const sum = (counts: Counts) => Object.values(counts).reduce((total, count) => total + count, 0)

/** How many notices wait for this person's word as second reviewer, as it was last read: by connection. */
export const reviewsWaiting = {
  async get(): Promise<number> {
    return sum(Counts.parse((await browser.storage.local.get(KEY))[KEY]))
  },

  /** Keeps what was read; a connection that did not answer keeps its count, one that is gone has none. */
  async set(read: { connectionId: string; count: number | null }[]): Promise<void> {
    const before = Counts.parse((await browser.storage.local.get(KEY))[KEY])
    const now = Object.fromEntries(
      read.flatMap(({ connectionId, count }) => {
        const known = count ?? before[connectionId]
        return known ? [[connectionId, known]] : []
      }),
    )
    if (JSON.stringify(now) !== JSON.stringify(before)) await browser.storage.local.set({ [KEY]: now })
  },

  /** Calls back with each new count; returns its remover. */
  watch(changed: (count: number) => void): () => void {
    const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area === 'local' && changes[KEY]) changed(sum(Counts.parse(changes[KEY].newValue)))
    }
    browser.storage.onChanged.addListener(listener)
    return () => browser.storage.onChanged.removeListener(listener)
  },
}
