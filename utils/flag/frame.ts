import type { FrameLook } from '../messages'
import { all, attribute, getter, matches, parentOf, rootOf } from '../sites/dom'
import { AGAIN } from './again'
import { formAddress } from './extension'
import { rate } from './rate'
import { dress } from './sheet'

const HOST = 'position:fixed;inset:0;inset-inline-start:auto;width:min(420px,100vw);height:100%;'
const REST = `iframe{position:absolute;width:100%;height:100%;border:0;box-shadow:0 8px 32px #0000003d}
@media (max-width:599px){:host{width:100vw!important}}`

/** Longest wait for the page's picture, milliseconds. */
const VEIL = 250

/** What happened within this time counts as the cause of what happens now, milliseconds. */
const SOON = 800

const activeOf = getter<Element | null>(Document.prototype, 'activeElement')

export type FormFrame = ReturnType<typeof createFrame>

/**
 * The form's frame: an extension page in a closed root in the top layer, at the inline end of the window. The page
 * can neither read nor script it, but it can remove, hide or cover it: so it comes back while it is open.
 */
export function createFrame(doc: Document, signal: AbortSignal) {
  let open: {
    nonce: string
    host: HTMLElement
    frame: HTMLIFrameElement
    back: () => void
    end: AbortController
    look: () => FrameLook
  } | null = null

  /** `bare`: resolves when the page's picture was taken; so long the frame is there, but not to be seen. */
  function mount(nonce: string, title: string, back: () => void, bare?: Promise<unknown>) {
    close()
    const host = doc.createElement('div')
    const frame = doc.createElement('iframe')
    const root = host.attachShadow({ mode: 'closed' })
    dress(root, HOST, REST)
    host.popover = 'manual'
    frame.title = title
    // Without credentials it may stand in a page that embeds nothing else (COEP `require-corp`).
    frame.setAttribute('credentialless', '')
    frame.src = formAddress(nonce)
    frame.addEventListener('load', () => activeOf(doc) !== host && frame.focus())
    root.append(frame)
    if (bare) {
      frame.style.opacity = '0'
      const show = () => {
        frame.style.opacity = ''
      }
      bare.then(show, show)
      setTimeout(show, VEIL)
    }
    const end = new AbortController()
    place(host)
    open = { nonce, host, frame, back, end, look: guard(host, frame, end.signal) }
    frame.focus()
  }

  /** Where it belongs: in the page's own modal dialog that lies on top (all else is inert), else beside its body. */
  const home = () =>
    all(doc, 'dialog[open]')
      .filter((one) => matches(one, ':modal'))
      .at(-1) ?? rootOf(doc)
  const misplaced = (host: HTMLElement) => parentOf(host) !== home()

  function place(host: HTMLElement) {
    if (misplaced(host)) home().append(host)
    if (!matches(host, ':popover-open')) host.showPopover()
  }

  /** Keeps the frame in its place and the keys in it; gives the look at it. */
  function guard(host: HTMLElement, frame: HTMLIFrameElement, ended: AbortSignal) {
    const may = rate(20, 5000)
    // An empty document that the page can't reach.
    const shield = doc.createElement('iframe')
    let pointed = -SOON
    let thefts = 0
    const soon = (then: number) => performance.now() - then < SOON
    let held = false

    const restore = () => {
      const lost = !matches(host, ':popover-open')
      for (const { name } of [...host.attributes]) if (name !== 'popover') host.removeAttribute(name)
      if (attribute(host, 'popover') !== 'manual') host.popover = 'manual'
      rootOf(doc).inert = false
      const away = misplaced(host)
      const covered = !lost && !away && topAt(host) !== host
      if (!(lost || away || covered) || !may()) return
      if (covered) host.hidePopover()
      if (away) {
        // It begins anew, and knows it. Till the person goes on in it the empty document has the keys: the page would
        // hear those of the moment in which a frame changes its process.
        frame.src += AGAIN
        frame.before(shield)
      }
      place(host)
      ;(away ? shield : frame).focus()
    }

    const watcher = new MutationObserver(restore)
    watcher.observe(host, { attributes: true })
    watcher.observe(rootOf(doc), { childList: true, attributeFilter: ['inert'] })
    const timer = setInterval(restore, 500)
    const events = { capture: true, signal: ended }
    const onPointer = (event: Event) => {
      if (event.isTrusted) pointed = performance.now()
    }
    addEventListener('pointerdown', onPointer, events)
    const hasFocus = () => activeOf(doc) === host
    addEventListener('blur', () => (held = hasFocus()), events)
    addEventListener(
      'focusin',
      ({ target }) => {
        const taken = held && target !== host && !soon(pointed)
        held = hasFocus()
        // In two steps: a page that keeps itself busy would else outlast the question that is on its way.
        if (taken && ++thefts) setTimeout(() => setTimeout(() => thefts--, 50), SOON)
        // Not from within the event: a page that answers focus with focus would go round and round.
        if (taken && may()) setTimeout(() => frame.focus())
      },
      events,
    )
    ended.addEventListener('abort', () => {
      watcher.disconnect()
      clearInterval(timer)
    })
    return () => ({
      own: !thefts && (soon(pointed) || !Document.prototype.hasFocus.call(doc)),
      top: topAt(host) === host,
    })
  }

  /** What lies on top in the middle of the frame. */
  function topAt(host: HTMLElement): Element | null {
    const { x, y, width, height } = host.getBoundingClientRect()
    return Document.prototype.elementFromPoint.call(doc, x + width / 2, y + height / 2)
  }

  /** Takes the frame away (only that of `nonce`, if given); the focus goes back to where it came from. */
  function close(nonce = open?.nonce) {
    if (!open || open.nonce !== nonce) return
    const { host, back, end } = open
    open = null
    end.abort()
    host.remove()
    back()
  }

  signal.addEventListener('abort', () => close())
  return {
    mount,
    close,
    focus: () => open?.frame.focus(),
    nonce: () => open?.nonce ?? null,
    look: (nonce: string) => (open?.nonce === nonce ? open.look() : null),
  }
}
