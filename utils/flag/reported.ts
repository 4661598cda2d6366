import type { Mark } from '../mark'
import { colourOf } from './colour'
import type { Decoration } from './decorate'
import { createNear } from './near'

/** How long answers count, how long changes gather, and how many permalinks one question may have. */
const FRESH = 60_000
const PAUSE = 150
const MOST = 50

type Parts = {
  /** Gives an item its action; null where it has none (yet). */
  place: (root: Element) => Decoration | null
  union: string
  ask: (permalinks: string[]) => Promise<Record<string, Mark>>
  signal: AbortSignal
}

/**
 * An item gets its action when it comes near the view, and shows there what this reviewer has done with it; of the
 * thousands that a feed holds elsewhere nothing is made. Which item it is, is read from the page each time: lists use
 * their nodes again for other posts.
 */
export function createReported({ place, union, ask, signal }: Parts) {
  const known = new Map<string, Mark | undefined>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const near = createNear({
    met(root) {
      place(root)
      plan()
    },
    union,
    signal,
  })

  function plan() {
    timer ??= setTimeout(tick, PAUSE)
  }

  /** Shows what is known; gives the permalinks of which nothing is. */
  function refresh(): string[] {
    const unknown = new Set<string>()
    let colour: string | undefined
    for (const root of near.roots()) {
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
      const marks = await ask(permalinks).catch(() => null)
      if (!marks || signal.aborted) return
      for (const permalink of permalinks) known.set(permalink, marks[permalink])
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
    clearTimeout(timer)
    clearInterval(minute)
  })

  return {
    ...near,
    /** New ones, told by the background. */
    learned(marks: Record<string, Mark>) {
      for (const permalink in marks) known.set(permalink, marks[permalink])
      refresh()
    },
    /** Everything is asked anew: after the form was closed, after the page came back. */
    forget,
  }
}
