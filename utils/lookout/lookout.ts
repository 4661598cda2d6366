import { createAction } from '../flag/action'
import { alive, ask, onOrder } from '../flag/extension'
import type { PageSetup } from '../messages'
import { createFinder } from '../sites/find'
import { isMissed } from '../sites/missed'
import { lookOver, type Stray } from '../sites/outside'

declare global {
  /** Isolated world only: what the background puts in before this script, and the one that runs. */
  var flagpostLookout: PageSetup | undefined
  var flagpostLooking: { stop: () => void } | undefined
}

/** A page settles so long before it is looked over again, milliseconds. */
const SETTLED = 1500
/** How often is looked whether the page has another address, milliseconds. */
const ADDRESS = 5000
/** Actions beside links on one page. */
const MOST = 200

/**
 * Looks over a page on which the site's rules run: are there items, or only links to items? It tells the background,
 * and where the rules miss the page it puts the Report action beside those links, so that reporting goes on while
 * nobody has mended the site. Comes some seconds after the page, in a script of its own: the one that finds items is
 * kept small.
 */
export function startLookout(setup: PageSetup, doc: Document = document): void {
  globalThis.flagpostLooking?.stop()
  const life = new AbortController()
  const { signal } = life
  const placed = new Map<Element, ReturnType<typeof createAction>>()
  const byHost = new WeakMap<EventTarget, Stray>()
  let told = ''
  let at = location.href
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop() {
    life.abort()
    clearTimeout(timer)
    clearInterval(watching)
    for (const { host } of placed.values()) host.remove()
    placed.clear()
  }

  function look() {
    timer = undefined
    if (!alive()) return stop()
    const { items, strays } = lookOver(createFinder(setup.find), doc, location.href)
    const counts = { items, strays: strays.length }
    const now = `${location.href} ${isMissed(items, strays.length)}`
    if (now !== told) void ask('page.looked', counts).catch(() => {})
    told = now
    // A site without rules for items is reported by its links alone.
    show(setup.find.items.length === 0 || isMissed(items, strays.length) ? strays.slice(0, MOST) : [])
  }

  /** The actions of these links and of no others. */
  function show(strays: Stray[]) {
    const wanted = new Set(strays.map(({ node }) => node))
    for (const [node, { host }] of placed) {
      if (wanted.has(node)) continue
      host.remove()
      placed.delete(node)
    }
    const fresh = strays.filter(({ node }) => !placed.has(node))
    for (const stray of fresh) {
      const action = createAction(setup.report, () => press(stray))
      placed.set(stray.node, action)
      byHost.set(action.host, stray)
      Element.prototype.after.call(stray.node, action.host)
    }
    const permalinks = fresh.map(({ link }) => link.permalink)
    for (let from = 0; from < permalinks.length; from += 50) void marks(permalinks.slice(from, from + 50))
  }

  async function marks(permalinks: string[]) {
    const known = await ask('page.marks', { permalinks }).catch(() => null)
    for (const [node, action] of known ? placed : []) {
      const permalink = byHost.get(action.host)?.link.permalink ?? ''
      if (node.isConnected && known?.[permalink]) action.show(known[permalink])
    }
  }

  function press({ link }: Stray) {
    if (!alive()) return stop()
    void ask('page.link', { href: link.permalink }).catch(() => {})
  }

  const plan = () => {
    timer ??= setTimeout(() => requestIdleCallback(look, { timeout: 2000 }), SETTLED)
  }
  // A page whose items are found is looked over once an address: a feed that grows costs nothing here.
  const watching = setInterval(() => {
    if (at === location.href) return
    at = location.href
    plan()
  }, ADDRESS)
  const observer = new MutationObserver(() => placed.size > 0 && plan())
  observer.observe(doc, { childList: true, subtree: true })
  signal.addEventListener('abort', () => observer.disconnect())
  onOrder((order) => {
    if (order.type === 'stop') stop()
  }, signal)
  addEventListener(
    'click',
    (event) => {
      const one = event.isTrusted && event.target ? byHost.get(event.target) : undefined
      if (!one) return
      event.preventDefault()
      event.stopImmediatePropagation()
      press(one)
    },
    { capture: true, signal },
  )
  globalThis.flagpostLooking = { stop }
  look()
}
