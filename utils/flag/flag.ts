import type { PageOrder, PageSetup } from '../messages'
import { all } from '../sites/dom'
import type { Found } from '../sites/find'
import { createDecorator, type Decoration } from './decorate'
import { alive, ask, onOrder } from './extension'
import { createFrame } from './frame'
import { createReported } from './reported'
import { watch } from './watch'

declare global {
  /** Isolated world only: the script that runs in this page, so that a second copy leaves it be. */
  var flagpostFlag: { alive: () => boolean; again: () => void; stop: () => void } | undefined
}

/** Events by which a page's own buttons are pressed: on our action they are ours alone. */
const PRESSES = ['pointerdown', 'mousedown', 'touchstart', 'keydown']

/**
 * Runs the flag script in this page: the Report action on every item of an enabled site, and the form's frame on
 * any page. One signal ends everything; nothing that the page can do ends it.
 */
export function startFlag(doc: Document = document): void {
  const running = globalThis.flagpostFlag
  if (running?.alive()) {
    running.again()
    return
  }
  running?.stop()

  const life = new AbortController()
  const { signal } = life
  const frame = createFrame(doc, signal)
  let setup: PageSetup | null = null
  let parts: ReturnType<typeof decorateAll> | null = null

  async function hello() {
    if (parts) return parts.again()
    setup = await ask('site.hello', {}).catch(() => null)
    if (setup && !parts && !signal.aborted) parts = decorateAll(doc, setup, press, signal)
  }

  /** The extension is gone (updated, removed): so are we. */
  function gone(): boolean {
    if (!alive()) stop()
    return signal.aborted
  }

  function stop() {
    parts?.clear()
    life.abort()
  }

  function press(found: Found, decoration: Decoration) {
    if (gone()) return
    const { nonce: open, root } = globalThis.flagpostPressed ?? {}
    if (open && root === found.root && frame.nonce() === open) return frame.focus()
    const nonce = crypto.randomUUID()
    wake(found)
    globalThis.flagpostPressed = { nonce, root: found.root }
    const told = ask('page.press', { nonce, permalink: decoration.permalink() })
    told.catch(gone)
    if (!setup?.own) frame.mount(nonce, setup?.report ?? 'Flagpost', () => focusOn(found.root), told)
  }

  /** Focus for a moment on a link whose address the page fills in only then. */
  function wake(found: Found) {
    const link = found.rule.wake && parts?.find().owned(found, found.rule.wake)[0]
    if (link) HTMLElement.prototype.focus.call(link, { preventScroll: true })
  }

  /** The item's action as it is now: the page may have made the bar anew. */
  function focusOn(root: Element) {
    parts?.of(root)?.focus()
    parts?.forget()
  }

  function obey(order: PageOrder) {
    if (order.type === 'open') {
      if (frame.nonce() !== order.nonce)
        frame.mount(order.nonce, setup?.report ?? 'Flagpost', () => parts?.forget())
    } else if (order.type === 'close') frame.close(order.nonce)
    else if (order.type === 'look') return frame.look(order.nonce)
    else if (order.type === 'marks') parts?.learned(order.marks)
    else stop()
  }

  onOrder(obey, signal)
  addEventListener('pageshow', ({ persisted }) => persisted && !gone() && parts?.again(), { signal })
  globalThis.flagpostFlag = { alive: () => !signal.aborted && alive(), again: () => void hello(), stop }
  void hello()
}

/** The part that only pages of an enabled site have. */
function decorateAll(
  doc: Document,
  setup: PageSetup,
  press: (found: Found, decoration: Decoration) => void,
  signal: AbortSignal,
) {
  const { sign } = setup.find
  // Once there it stays: looked for again only on pages that do not have it.
  let signed = !sign
  const decorator = createDecorator({ doc, setup, press })
  const reported = createReported({
    place: decorator.place,
    union: decorator.union,
    ask: (permalinks) => ask('page.marks', { permalinks }),
    signal,
  })
  const feed = watch({
    doc,
    union: decorator.union,
    attributes: setup.find.watch,
    ready() {
      if (!alive()) globalThis.flagpostFlag?.stop()
      signed ||= all(doc, sign as string).length > 0
      return signed && !signal.aborted
    },
    visit: reported.visit,
    isNear: reported.isNear,
    ours: (node) => !!decorator.byHost(node),
    signal,
  })

  const events = { capture: true, signal }
  addEventListener(
    'click',
    (event) => {
      const one = event.isTrusted && decorator.byHost(event.target)
      if (!one) return
      // The default would open the latch that stands in where the page swallows this event.
      event.preventDefault()
      event.stopImmediatePropagation()
      decorator.pressed(one)
    },
    events,
  )
  for (const type of PRESSES) {
    addEventListener(
      type,
      (event) => decorator.byHost(event.target) && event.stopImmediatePropagation(),
      events,
    )
  }

  function again() {
    feed.scan()
    reported.forget()
  }

  return { ...reported, ...decorator, again }
}
