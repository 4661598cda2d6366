import type { ItemState } from '../outbox/row'
import { isConnected } from '../sites/dom'
import { colourOf } from './colour'
import type { Decoration } from './decorate'

/** How long answers count, how long changes gather, and how many permalinks one question may have. */
const FRESH = 60_000
const PAUSE = 150
const MOST = 50

type Parts = {
  /** Gives an item its action; null where it has none (yet). */
  place: (root: Element) => Decoration | null
  ask: (permalinks: string[]) => Promise<Record<string, ItemState>>
  signal: AbortSignal
}

/**
 * Every item gets its action at once; near the view it also shows what this reviewer has done with the item. Which
 * item it is, is read from the page each time: lists use their nodes again for other posts.
 */
export function createNear({ place, ask, signal }: Parts) {
  const near = new Set<Element>()
  const known = new Map<string, ItemState | undefined>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target)
        else near.delete(target)
      }
      plan()
    },
    { rootMargin: '100%' },
  )

  function plan() {
    timer ??= setTimeout(tick, PAUSE)
  }

  /** Shows what is known; gives the permalinks of which nothing is. */
  function refresh(): string[] {
    const unknown = new Set<string>()
    let colour: string | undefined
    for (const root of near) {
      if (!isConnected(root)) near.delete(root)
      const action = place(root)
      if (!action) continue
      // One look for all: the bars of a page have one colour.
      colour ??= colourOf(action.host)
      action.colour(colour)
      const permalink = action.permalink()
      action.show(known.get(permalink ?? ''))
      if (permalink && !known.has(permalink)) unknown.add(permalink)
    }
    return [...unknown]
  }

  async function tick() {
    timer = undefined
    const unknown = refresh()
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
  // Pages that follow the system change their colours without a word.
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', plan, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    near.clear()
    clearTimeout(timer)
    clearInterval(minute)
  })

  return {
    /** An item is there, or changed inside. */
    visit(root: Element) {
      place(root)
      if (near.has(root)) plan()
      else observer.observe(root)
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
