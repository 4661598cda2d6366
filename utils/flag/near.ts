import { all, isConnected } from '../sites/dom'
import { firstChildOf } from '../sites/domRead'

/** How far beyond the view is near: also in lists that scroll within the page, where the browser knows that. */
const NEAR = { rootMargin: '100%', scrollMargin: '100%' }
/** What may bring an item near that the page does not make anew. */
const MOVES = ['scroll', 'pointerover', 'keyup']
const PAUSE = 150

type Parts = {
  /** An item came near, or changed while it is. */
  met: (root: Element) => void
  /** Selects the items: those within an item come near with it. */
  union: string
  signal: AbortSignal
}

/**
 * Knows which items are near the view. A browser looks at each node that is observed in each frame, which is dear in a
 * feed of thousands: so an item is looked at once when it comes, and those that lie far away again only after something
 * moved, all in one frame.
 */
export function createNear({ met, union, signal }: Parts) {
  const near = new Set<Element>()
  /** The others; weakly, because the page drops them without a word. */
  let far: WeakRef<Element>[] = []
  let isFar = new WeakSet<Element>()
  /** An element without a box of its own (`display: contents`) never comes near: its first child does so for it. */
  const standsFor = new WeakMap<Element, Element>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function see({ target, isIntersecting, boundingClientRect: { width, height } }: IntersectionObserverEntry) {
    const root = standsFor.get(target) ?? target
    if (isIntersecting) {
      if (!near.has(root)) for (const inner of all(root, union)) observer.observe(inner)
      near.add(root)
      return met(root)
    }
    observer.unobserve(target)
    const child = root === target && !(width || height) && firstChildOf(root)
    if (child) {
      standsFor.set(child, root)
      observer.observe(child)
    } else near.delete(root)
    if (!isFar.has(root)) far.push(new WeakRef(root))
    isFar.add(root)
  }

  const observer = new IntersectionObserver((entries) => entries.forEach(see), NEAR)

  function sweep() {
    timer = undefined
    const old = far
    far = []
    isFar = new WeakSet()
    for (const one of old) {
      const root = one.deref()
      if (root) observer.observe(root)
    }
  }

  for (const type of MOVES) {
    addEventListener(type, () => (timer ??= setTimeout(sweep, PAUSE)), { capture: true, signal })
  }
  signal.addEventListener('abort', () => {
    observer.disconnect()
    near.clear()
    clearTimeout(timer)
  })

  return {
    /** An item is there, or changed inside. */
    visit(root: Element) {
      if (near.has(root)) met(root)
      else observer.observe(root)
    },
    isNear: (root: Element) => near.has(root),
    /** The items that are near now. */
    roots() {
      for (const root of near) if (!isConnected(root)) near.delete(root)
      return near
    },
  }
}
