import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { browser } from '../../utils/browser'
import type { Connection } from '../../utils/messages'
import { type Queue, readRows, readState, searchQueue } from '../../utils/outbox/queue'
import type { NoticeRow } from '../../utils/outbox/row'
import type { State } from '../../utils/outbox/state'
import type { Outbox } from '../../utils/outbox/store'
import type { Problem } from '../../utils/problem'
import { ask, problemIn } from '../ask'
import { readAgain } from './read-again'

/** So long a pause in the typing starts a search, milliseconds. */
const TYPING = 80

export type QueueState = {
  queue: Queue | null
  /** Why it can't be read. */
  problem: Problem | null
  /** Counts the readings: what was read by another one may have changed. */
  version: number
  reload: () => void
}

/** The queue, read from the disk by the page itself, and again at each change, whoever made it. */
export function useQueue(outbox: Outbox): QueueState {
  const [now, set] = useState<Omit<QueueState, 'reload'>>({ queue: null, problem: null, version: 0 })
  const again = useRef(() => {})
  useEffect(() => {
    const reader = readAgain(
      outbox,
      (queue) => set(({ version }) => ({ queue, problem: null, version: version + 1 })),
      (error) => set((before) => ({ ...before, problem: problemIn(error) })),
    )
    again.current = reader.soon
    const channel = new BroadcastChannel('flagpost')
    channel.onmessage = reader.soon
    return () => {
      channel.close()
      reader.end()
    }
  }, [outbox])
  const reload = useCallback(() => again.current(), [])
  return { ...now, reload }
}

/**
 * Notices by id, read when they are asked for (`first`: those that came with the queue itself); what was read before
 * shows until the newer is there.
 */
export function useRows(outbox: Outbox, version: number, first: readonly NoticeRow[]) {
  const known = useRef(new Map<string, { row: NoticeRow | null; version: number }>())
  useMemo(() => {
    for (const row of first) known.current.set(row.id, { row, version })
  }, [first, version])
  const asked = useRef(new Set<string>())
  const [, draw] = useState(0)
  return useCallback(
    (ids: readonly string[]) => {
      const stale = ids.filter(
        (id) => known.current.get(id)?.version !== version && !asked.current.has(`${version}:${id}`),
      )
      if (stale.length > 0) {
        for (const id of stale) asked.current.add(`${version}:${id}`)
        void readRows(outbox, stale).then((rows) => {
          const byId = new Map(rows.map((row) => [row.id, row]))
          for (const id of stale) {
            known.current.set(id, { row: byId.get(id) ?? null, version })
            asked.current.delete(`${version}:${id}`)
          }
          draw((times) => times + 1)
        })
      }
      return (id: string) => known.current.get(id)?.row ?? undefined
    },
    [outbox, version],
  )
}

export type Search = { query: string; state: State | null }
export type Found = { ids: string[]; done: boolean } | null

/** What a search finds, as it is found; null where nothing is searched for. Searches again when the queue changes. */
export function useSearch(outbox: Outbox, { query, state }: Search, version: number): Found {
  const [found, setFound] = useState<Found>(null)
  const words = query.trim()
  useEffect(() => {
    if (words === '' && state === null) {
      setFound(null)
      return
    }
    let over = false
    const timer = setTimeout(async () => {
      if (words === '' && state !== null) {
        const ids = await readState(outbox, state)
        if (!over) setFound({ ids, done: true })
        return
      }
      const ids: string[] = []
      for await (const some of searchQueue(outbox, words, state)) {
        if (over) return
        ids.push(...some)
        if (some.length > 0) setFound({ ids: [...ids], done: false })
      }
      if (!over) setFound({ ids, done: true })
    }, TYPING)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [outbox, words, state, version])
  return found
}

/** The connections as the background knows them; null until it has answered (it may have to wake up). */
export function useConnections(): Connection[] | null {
  const [connections, set] = useState<Connection[] | null>(null)
  useEffect(() => {
    const read = () => ask('connection.list', {}).then(set, () => {})
    void read()
    const changed = (changes: Record<string, unknown>, area: string) => {
      if (area === 'local' && changes.connections) void read()
    }
    browser.storage.onChanged.addListener(changed)
    return () => browser.storage.onChanged.removeListener(changed)
  }, [])
  return connections
}

/** Is there a network? (The browser says so; a backend may be down all the same.) */
export function useOnline(): boolean {
  const [online, set] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => set(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return online
}

/** The time, anew every `pace` milliseconds: relative times and deadlines move on. */
export function useNow(pace: number): number {
  const [now, set] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => set(Date.now()), pace)
    return () => clearInterval(timer)
  }, [pace])
  return now
}

/** Skeletons and "searching" only show after a while: true `after` milliseconds from when `waiting` began. */
export function useLate(waiting: boolean, after = 300): boolean {
  const [late, set] = useState(false)
  useEffect(() => {
    set(false)
    if (!waiting) return
    const timer = setTimeout(() => set(true), after)
    return () => clearTimeout(timer)
  }, [waiting, after])
  return useMemo(() => waiting && late, [waiting, late])
}
