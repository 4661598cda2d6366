import { emptyItem } from '../empty-item'
import { MAX_TEXT } from '../limits'
import type { Item, Media } from '../notice'
import { readBlock } from './block'
import { all, attribute, closest, rootOf } from './dom'
import { nameOf as tagOf, titleOf } from './domRead'
import { judge } from './fields'
import { line, pageAddress, webAddress } from './parsers'
import { anchorOf, mediumOf, type Read, selectionOf } from './pointed'
import { readText } from './readText'
import { parseLink } from './routes'
import { saidOf } from './said'
import type { FindRules } from './site'

/** The open page: its own address, and what it says of itself; what it does not, only the reviewer can say. */
export function readPage(platform: string, rules: FindRules | null, doc: Document, page: string): Read {
  const link = rules && parseLink(rules, page, page)
  const item = emptyItem(platform, link?.kind ?? 'page', link?.permalink ?? pageAddress(page, page))
  const title = line(titleOf(doc) ?? '')?.slice(0, MAX_TEXT) ?? null
  const language = attribute(rootOf(doc), 'lang')?.slice(0, 35) || null
  if (link) return { item: judge({ ...item, language }), root: null }
  const said = saidOf(doc, page)
  const author = { ...item.author, name: said?.author?.slice(0, 500) ?? null }
  const text = said?.text?.slice(0, MAX_TEXT) ?? title
  return { item: judge({ ...item, author, time: said?.time ?? null, text, language }), root: null }
}

/**
 * A link that was pointed at: its address, and what stands in the entry of which it is the permalink (it is round a
 * time there), if it is in one.
 */
export function readLink(
  platform: string,
  href: string,
  rules: FindRules | null,
  doc: Document,
  page: string,
): Read {
  const link = rules && parseLink(rules, href, page)
  const permalink = link?.permalink ?? pageAddress(href, page)
  const site = link ? platform : 'web'
  const same = (node: Element) => {
    const other = attribute(node, 'href') ?? ''
    return (link ? parseLink(rules, other, page)?.permalink : pageAddress(other, page)) === permalink
  }
  const node = permalink && all(doc, 'a[href]:has(time)').slice(0, 1000).find(same)
  const entry = node ? closest(node, 'article, .h-entry, [role="article"]') : null
  if (entry)
    return {
      item: { ...readBlock(entry, site, doc, page, permalink), kind: link?.kind ?? 'post' },
      root: entry,
    }
  return { item: judge(emptyItem(site, link?.kind ?? 'page', permalink)), root: null }
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
