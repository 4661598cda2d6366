import { MAX_TEXT } from '../limits'
import type { Item, Media } from '../notice'
import { attribute, closest, rootOf } from './dom'
import { nameOf as tagOf, titleOf } from './domRead'
import { emptyItem, judge } from './fields'
import { line, webAddress } from './parsers'
import { anchorOf, mediumOf, type Read, selectionOf } from './read'
import { readText } from './readText'
import { parseLink } from './routes'
import type { FindRules } from './site'

/** Parameters that name the visit and not the page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|msclkid|yclid|igsh|igshid|mibextid|mc_cid|mc_eid|_hsenc|_hsmi)$/

/** An address of any page as it is, without what names the visit: user name, tracking, place on the page. */
export function pageAddress(href: string, base: string): string | null {
  const url = webAddress(href, base)
  if (!url) return null
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  if (!/^#[!/]/.test(url.hash)) url.hash = ''
  return url.href.slice(0, 2000)
}

/** The open page: its own address and title. Who wrote it and when only the reviewer can say. */
export function readPage(platform: string, rules: FindRules | null, doc: Document, page: string): Read {
  const link = rules && parseLink(rules, page, page)
  const item = emptyItem(platform, link?.kind ?? 'page', link?.permalink ?? pageAddress(page, page))
  const title = line(titleOf(doc) ?? '')?.slice(0, MAX_TEXT) ?? null
  const language = attribute(rootOf(doc), 'lang')?.slice(0, 35) || null
  return { item: judge({ ...item, text: link ? null : title, language }), root: null }
}

/** A link that was pointed at: its address alone. */
export function readLink(platform: string, href: string, rules: FindRules | null, page: string): Read {
  const link = rules && parseLink(rules, href, page)
  const permalink = link?.permalink ?? pageAddress(href, page)
  return { item: judge(emptyItem(link ? platform : 'web', link?.kind ?? 'page', permalink)), root: null }
}

/** A picture, video or sound on a page that no site knows. */
export function readMedium(platform: string, src: string, doc: Document, page: string): Read {
  const root = mediumOf(doc, src)
  const tag = root && tagOf(root)
  const kind: Media['kind'] = tag === 'video' ? 'video' : tag === 'audio' ? 'audio' : 'image'
  const alt = root && attribute(root, 'alt')?.slice(0, 5000)
  const poster = root && attribute(root, 'poster')
  const medium: Media = {
    kind,
    url: webAddress(src, page)?.href.slice(0, 4000) ?? null,
    poster: (poster && webAddress(poster, page)?.href.slice(0, 4000)) || null,
    alt: alt || null,
  }
  return { item: judge({ ...pageItem(platform, page), media: [medium] }), root }
}

/** The selected words, on the page where they stand. */
export function readSelection(platform: string, doc: Document, page: string): Read {
  const selected = selectionOf(doc)?.toString().trim() ?? ''
  const anchor = anchorOf(doc)
  const text = selected || (anchor ? readText(anchor, { limit: MAX_TEXT }).text : '')
  const item: Item = {
    ...pageItem(platform, page),
    text: text.slice(0, MAX_TEXT) || null,
    truncated: text.length > MAX_TEXT,
  }
  return { item: judge(item), root: blockOf(anchor) }
}

function pageItem(platform: string, page: string): Item {
  return emptyItem(platform, 'page', pageAddress(page, page))
}

/** The nearest element that stands for itself: a selection seldom ends at one. */
function blockOf(node: Element | null): Element | null {
  return closest(node, 'article,section,main,blockquote,li,p,td,div') ?? node
}
