import { ask } from '../flag/extension'
import { dress } from '../flag/sheet'
import { closest, parentOf } from '../sites/dom'

declare global {
  /** Isolated world only: the words that the background puts in before this script. */
  var flagpostPicker: PickerWords | undefined
  /** The element that was picked, for the capture that follows. */
  var flagpostPicked: Element | undefined
  var flagpostPicking: { stop: () => void } | undefined
}

export type PickerWords = { hint: string }

const HOST =
  'position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;background:none;pointer-events:none;overflow:hidden;'
const REST = `div{position:fixed;border:2px solid #1f5eff;background:#1f5eff1f;border-radius:4px}
p{position:fixed;inset-block-end:16px;inset-inline:0;margin:auto;width:fit-content;max-width:min(90vw,520px);padding:8px 14px;
border-radius:6px;background:#14181f;color:#fff;font:14px/20px system-ui,sans-serif;box-shadow:0 8px 32px #0000003d;text-align:center}`

/** What one points at when no pointer is there: what has the focus, else what stands in the middle. */
function start(doc: Document): Element {
  const { activeElement, body } = doc
  const middle = doc.elementFromPoint(innerWidth / 2, innerHeight / 2)
  return activeElement && activeElement !== body
    ? activeElement
    : (closest(middle, 'article,[role="article"],section') ?? middle ?? body)
}

/**
 * Lets the person point at any element of the page: by pointer, or by arrows up and down the tree and along it. Enter
 * or a click takes it, Escape leaves. Only what the browser itself saw counts; the page gets none of these events.
 */
export function startPicker({ hint }: PickerWords, doc: Document = document): void {
  globalThis.flagpostPicking?.stop()
  const life = new AbortController()
  const host = doc.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const frame = doc.createElement('div')
  const words = doc.createElement('p')
  dress(root, HOST, REST)
  words.setAttribute('role', 'status')
  root.append(frame, words)
  host.popover = 'manual'
  doc.documentElement.append(host)
  host.showPopover()
  let at = start(doc)
  /** Where one came from, going up: the way down again. */
  const below: Element[] = []

  function stop() {
    life.abort()
    host.remove()
    globalThis.flagpostPicking = undefined
  }

  function show() {
    const { x, y, width, height } = Element.prototype.getBoundingClientRect.call(at)
    frame.style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`
    const begin = (at.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)
    words.textContent = `${hint} — <${at.localName}>${begin && ` “${begin}”`}`
  }

  function move(to: Element | null | undefined) {
    if (!to || to === host) return
    at = to
    Element.prototype.scrollIntoView.call(at, { block: 'nearest' })
    show()
  }

  const MOVES: Record<string, () => void> = {
    ArrowUp() {
      const up = parentOf(at)
      if (!up || up === doc.documentElement) return
      below.push(at)
      move(up)
    },
    ArrowDown: () => move(below.pop() ?? at.firstElementChild),
    ArrowRight: () => move(at.nextElementSibling),
    ArrowLeft: () => move(at.previousElementSibling),
    Enter: take,
    Escape: stop,
  }

  function take() {
    globalThis.flagpostPicked = at
    stop()
    void ask('page.picked', {}).catch(() => {})
  }

  const listen = (type: string, handle?: (event: Event) => void) =>
    addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return
        event.preventDefault()
        event.stopImmediatePropagation()
        handle?.(event)
      },
      { capture: true, passive: false, signal: life.signal },
    )
  const point = (event: Event) => {
    const { clientX, clientY } = event as PointerEvent
    const to = doc.elementFromPoint(clientX, clientY)
    if (to === at) return
    below.length = 0
    if (to && to !== host) at = to
    show()
  }
  listen('keydown', (event) => MOVES[(event as KeyboardEvent).key]?.())
  listen('click', (event) => {
    // A click that a key makes (on what has the focus) points nowhere.
    if ((event as PointerEvent).detail > 0) point(event)
    take()
  })
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'keyup', 'keypress', 'contextmenu'])
    listen(type)
  addEventListener('pointermove', point, { capture: true, signal: life.signal })
  for (const type of ['scroll', 'resize'])
    addEventListener(type, show, { capture: true, signal: life.signal })
  globalThis.flagpostPicking = { stop }
  show()
}
