import { attribute, contains, getter } from '../sites/dom'
import { titleOf } from '../sites/domRead'
import { anchorOf, type Read, selectionOf } from '../sites/pointed'
import { readItem } from '../sites/read'
import type { CaptureAsk } from '../sites/target'
import type { CaptureAnswer } from './captured'
import { createPause, type Pause, turn } from './pause'
import { serialise } from './serialise'
import { isSignedIn } from './session'
import { suggest } from './suggest'

const bodyOf = getter<HTMLElement | null>(Document.prototype, 'body')
const htmlOf = getter<HTMLElement>(Document.prototype, 'documentElement')
const MAX_SELECTION = 5000
/** So often an item is read anew that the page changed meanwhile; not after this time, milliseconds. */
const AGAIN = 2
const QUICK = 500

/**
 * What was pointed at, as it stands in the page now: its fields, its look, the page around it. Read anew where the
 * page changed it meanwhile, while it is still there; the answer says whether the last reading was disturbed, too.
 */
export async function capture(ask: CaptureAsk, doc: Document): Promise<CaptureAnswer> {
  // The script's own start took the page's time already.
  await turn()
  const start = performance.now()
  const pause = createPause()
  const first = readItem(ask, doc)
  let answer = await captureRead(first, ask, doc, pause)
  for (let again = 0; first.root && answer.snapshot.changed && again < AGAIN; again++) {
    const read = performance.now() - start < QUICK ? readItem(ask, doc) : null
    if (read?.root !== first.root) break
    answer = await captureRead(read, ask, doc, pause)
  }
  return answer
}

async function captureRead(
  { item, root, used }: Read,
  ask: CaptureAsk,
  doc: Document,
  pause: Pause,
): Promise<CaptureAnswer> {
  const element = root ?? bodyOf(doc) ?? htmlOf(doc)
  const view = doc.defaultView ?? window
  const { x, y, width, height } = Element.prototype.getBoundingClientRect.call(element)
  const capturedAt = new Date().toISOString()
  const selection = selectedIn(element, doc)
  const { html, truncated, changed, media, suggested } = await serialise(
    element,
    suggest(element, item, ask, view.location.href),
    pause,
  )
  const style = view.getComputedStyle(htmlOf(doc))
  return {
    item,
    ...(used ? { used } : {}),
    selection,
    snapshot: {
      html,
      truncated,
      changed,
      media,
      suggested,
    },
    page: {
      address: view.location.href.slice(0, 4000),
      title: titleOf(doc).slice(0, 2000),
      language: attribute(htmlOf(doc), 'lang')?.slice(0, 100) ?? null,
      direction: style.direction === 'rtl' ? 'rtl' : 'ltr',
      colourScheme: view.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC',
      viewport: { width: view.innerWidth, height: view.innerHeight },
      scroll: { x: view.scrollX, y: view.scrollY },
      devicePixelRatio: view.devicePixelRatio,
      rect: { x, y, width, height },
      capturedAt,
      signedIn: isSignedIn(ask.session, doc),
    },
  }
}

/** The words selected inside an element; what is selected elsewhere on the page is nobody's business. */
function selectedIn(element: Element, doc: Document): string {
  const anchor = anchorOf(doc)
  if (!anchor || !contains(element, anchor)) return ''
  return String(selectionOf(doc)).trim().slice(0, MAX_SELECTION)
}
