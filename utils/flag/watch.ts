import { all, closest, isConnected, isElement } from '../sites/dom'

/** So many nodes at once are looked through by one query over the whole page. */
const HUGE = 1000
/** Milliseconds of one slice: what is left over waits for the next idle moment. */
const SLICE = 5

/** What is watched: the roots, the attributes from which permalinks are read, and what to do with a root. */
type Watch = {
  doc: Document
  union: string
  attributes: string[]
  /** Asked once a slice: may anything be visited now? */
  ready: () => boolean
  visit: (root: Element) => void
  /** Items within an item far from the view are not looked for until it comes near. */
  isNear: (root: Element) => boolean
  /** Our own nodes: their coming and going is no news. */
  ours: (node: Node) => boolean
  signal: AbortSignal
}

/**
 * Calls `visit` for every root that is there, comes, or changes inside, in idle slices: one observer for the whole
 * document, each added node looked through once, no mark on the page. A root can be visited any number of times.
 */
export function watch({ doc, union, attributes, ready, visit, isNear, ours, signal }: Watch): {
  scan: () => void
} {
  /** Nodes that came (true: looked through) or changed (only what holds them), roots to visit. */
  const news = new Map<Element, boolean>()
  const roots = new Set<Element>()
  let whole = true
  let waiting = 0

  function note(records: MutationRecord[]) {
    for (const { target, addedNodes } of records) {
      for (const node of addedNodes) if (isElement(node) && !ours(node)) news.set(node, true)
      if (isElement(target) && !news.has(target) && !(addedNodes[0] && ours(addedNodes[0])))
        news.set(target, false)
    }
    if (news.size > HUGE) {
      whole = true
      news.clear()
    }
    plan()
  }

  function plan() {
    if (waiting || !(whole || news.size || roots.size)) return
    waiting = requestIdleCallback(flush, { timeout: 250 })
  }

  function gather() {
    if (whole) for (const root of all(doc, union)) roots.add(root)
    whole = false
    for (const [node, came] of news) {
      if (!isConnected(node)) continue
      const root = closest(node, union)
      if (root) roots.add(root)
      if (came && !(root && !isNear(root))) for (const inner of all(node, union)) roots.add(inner)
    }
    news.clear()
  }

  function flush() {
    waiting = 0
    if (!ready()) return
    gather()
    const end = performance.now() + SLICE
    for (const root of roots) {
      roots.delete(root)
      if (isConnected(root)) visit(root)
      if (performance.now() > end) break
    }
    plan()
  }

  const observer = new MutationObserver(note)
  observer.observe(doc, { childList: true, subtree: true, attributes: true, attributeFilter: attributes })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    cancelIdleCallback(waiting)
  })
  plan()
  return {
    scan() {
      whole = true
      plan()
    },
  }
}
