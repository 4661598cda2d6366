import type { Item } from '../notice'
import { all, isConnected, isElement, parentOf } from './dom'
import { windowOf } from './domRead'
import { readFields, readPageItem } from './fields'
import { createFinder, type Finder, type Found } from './find'
import { readLink, readMedium, readPage, readSelection } from './generic'
import { isSigned, listItems } from './items'
import { parseLink } from './routes'
import type { CaptureAsk } from './target'

/** What was pointed at, and the element that is captured with it (null: the whole page). */
export type Read = { item: Item; root: Element | null }

/**
 * Reads what the reviewer pointed at, as it stands on the page now: an item of the site where there is one, else
 * what any page says for certain about itself. Runs in the page at the press, never before.
 */
export function readItem(ask: CaptureAsk, doc: Document): Read {
  const page = windowOf(doc)?.location.href ?? doc.URL
  const finder = ask.find && ask.read ? createFinder(ask.find) : null
  const found = finder && isSigned(finder, doc) && findTarget(ask, finder, doc, page)
  if (found && ask.read) return { item: readFields(finder, found, ask.read, page), root: found.root }
  const { target } = ask
  const own = finder && ask.read && target.by === 'page' ? readPageItem(finder, ask.read, doc, page) : null
  if (own) return { item: own, root: null }
  const platform = ask.find?.id ?? 'web'
  if (target.by === 'link') return readLink(platform, target.href, ask.find, page)
  if (target.by === 'media') return readMedium(platform, target.src, doc, page)
  if (target.by === 'selection') return readSelection(platform, doc, page)
  return readPage(platform, ask.find, doc, page)
}

function findTarget(ask: CaptureAsk, finder: Finder, doc: Document, page: string): Found | null {
  const { target } = ask
  if (target.by === 'action') return pressed(ask.nonce, finder)
  if (target.by === 'selection') return finder.owner(anchorOf(doc))
  if (target.by === 'media') return finder.owner(mediumOf(doc, target.src))
  const wanted = parseLink(finder.rules, target.by === 'link' ? target.href : page, page)
  return (
    (wanted &&
      listItems(finder, doc).find((one) => finder.link(one, page)?.permalink === wanted.permalink)) ??
    null
  )
}

/** The item whose action was pressed, if this press is the one that is asked about and the page still has it. */
function pressed(nonce: string, finder: Finder): Found | null {
  const press = globalThis.flagpostPressed
  if (!press || press.nonce !== nonce || !isConnected(press.root)) return null
  const found = finder.owner(press.root)
  return found?.root === press.root ? found : null
}

/** What is selected in the page. */
export const selectionOf = (doc: Document) => windowOf(doc)?.getSelection() ?? null

/** The element in which the selection starts. */
export function anchorOf(doc: Document): Element | null {
  const node = selectionOf(doc)?.anchorNode ?? null
  return node && (isElement(node) ? node : parentOf(node))
}

/** The picture or video that shows this address. */
export function mediumOf(doc: Document, src: string): Element | null {
  const shows = (node: HTMLImageElement | HTMLMediaElement) => node.currentSrc === src || node.src === src
  return (all(doc, 'img,video,audio') as (HTMLImageElement | HTMLMediaElement)[]).find(shows) ?? null
}
