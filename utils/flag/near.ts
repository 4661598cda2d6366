import type { ItemState } from '../outbox/row'
import { isConnected } from '../sites/dom'

/** How long answers count, and how many permalinks one question may have. */
const FRESH = 60_000
const MOST = 50
const PAUSE = 150

export type Nearby = {
  host: HTMLElement
  permalink: () => string | null
  show: (state: ItemState | undefined) => void
}

type Parts = {
  /** The action that a host belongs to. */
  byHost: (host: Element) => Nearby | undefined
  ask: (permalinks: string[]) => Promise<Record<string, ItemState>>
  /** Something came near or changed: time to look at colours. */
  looked: (near: Iterable<Nearby>) => void
  signal: AbortSignal
}

/**
 * Shows on each action near the view what this reviewer has done with its item. Which item it is, is read from the
 * page each time: lists use their nodes again for other posts.
 */
export function createNear({ byHost, ask, looked, signal }: Parts) {
  const near = new Set<Nearby>()
  const known = new Map<string, ItemState | undefined>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const one = byHost(target)
        if (!one) continue
        if (isIntersecting) near.add(one)
        else near.delete(one)
      }
      plan()
    },
    { rootMargin: '50%' },
  )

  function plan() {
    timer ??= setTimeout(tick, PAUSE)
  }

  /** Shows what is known; gives the permalinks of which nothing is. */
  function refresh(): string[] {
    const unknown = new Set<string>()
    for (const one of near) {
      if (!isConnected(one.host)) near.delete(one)
      const permalink = one.permalink()
      one.show(known.get(permalink ?? ''))
      if (permalink && !known.has(permalink)) unknown.add(permalink)
    }
    return [...unknown]
  }

  async function tick() {
    timer = undefined
    const unknown = refresh()
    looked(near)
    while (unknown.length) {
      const permalinks = unknown.splice(0, MOST)
      const states = await ask(permalinks).catch(() => null)
      if (!states || signal.aborted) return
      for (const permalink of permalinks) known.set(permalink, states[permalink])
      refresh()
    }
  }

  function forget() {
    known.clear()
    plan()
  }

  const minute = setInterval(forget, FRESH)
  signal.addEventListener('abort', () => {
    observer.disconnect()
    near.clear()
    clearTimeout(timer)
    clearInterval(minute)
  })

  return {
    add: ({ host }: Nearby) => observer.observe(host),
    /** The item of this action may be another one now. */
    touch(one: Nearby) {
      if (near.has(one)) plan()
    },
    /** New states, told by the background. */
    learned(states: Record<string, ItemState>) {
      for (const permalink in states) known.set(permalink, states[permalink])
      refresh()
    },
    /** Everything is asked anew: after the form was closed, after the page came back. */
    forget,
  }
}
