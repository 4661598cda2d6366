import { emptyItem } from '../empty-item'
import { MAX_TEXT } from '../limits'
import type { Item, Media } from '../notice'
import { all, attribute, closest, matches } from './dom'
import { nameOf } from './domRead'
import { judge } from './fields'
import { line, PARSERS, pageAddress, webAddress } from './parsers'
import { readText } from './readText'
import { saidOf } from './said'

/** Microformats 2 (`h-entry`), microdata of schema.org, and what HTML itself has: what holds on any page. */
const AT = {
  entry: '.h-entry, [itemtype*="schema.org/"], article, [role="article"]',
  author: '.p-author, [itemprop="author"], [rel~="author"], address',
  authorName: '.p-name, .fn, [itemprop="name"]',
  time: 'time.dt-published[datetime], [itemprop="datePublished"][datetime], time[datetime]',
  link: 'a.u-url[href], a[rel~="bookmark"][href], a[href]:has(> time), a[href]:has(time)',
  text: '.e-content, [itemprop="articleBody"], [itemprop="text"]',
}
const MAX_MEDIA = 50

/** Nodes of the block itself, not of an entry in it. */
const own = (root: Element, selector: string) =>
  all(root, selector)
    .slice(0, 200)
    .filter((node) => {
      const entry = closest(node, AT.entry)
      return entry === null || entry === root || !root.contains(entry) || matches(node, AT.entry)
    })

/** The value that all of these agree on; null where there is none, or where they do not. */
function agreed(values: (string | null)[]): string | null {
  const [one, ...others] = new Set(values.filter((value) => value !== null))
  return one !== undefined && others.length === 0 ? one : null
}

/**
 * Any element of any page as an item: what stands in it, by the conventions that pages follow; of what the document
 * says only what is about this element, the page's one entry. What two places say differently is not known.
 * `link`: its permalink where that is known already.
 */
export function readBlock(
  root: Element,
  platform: string,
  doc: Document,
  page: string,
  link: string | null = null,
): Item {
  const links = own(root, AT.link).map((node) => pageAddress(attribute(node, 'href') ?? '', page))
  const origin = new URL(page).origin
  const permalink = link ?? agreed(links.filter((one) => one !== null && new URL(one).origin === origin))
  const entries = all(doc, 'article, .h-entry')
  // One entry on the page, and it is this: then the document speaks of it.
  const sole =
    entries.length <= 1 && (entries[0] === undefined || entries[0] === root || root.contains(entries[0]))
  const said = sole && (link === null || link === pageAddress(page, page)) ? saidOf(doc, page) : null
  const by = own(root, AT.author)[0] ?? null
  const name = by && line(readText(all(by, AT.authorName)[0] ?? by, { limit: 300 }).text)
  const times = own(root, AT.time).map((node) => PARSERS.iso(attribute(node, 'datetime') ?? ''))
  const body = own(root, AT.text)[0] ?? root
  const { text, cut } = readText(body, { limit: MAX_TEXT })
  const language = attribute(closest(body, '[lang]') ?? body, 'lang')?.slice(0, 35) || null
  const item = emptyItem(platform, permalink || sole ? 'post' : 'page', permalink ?? pageAddress(page, page))
  return judge({
    ...item,
    author: { ...item.author, name: name ?? said?.author ?? null },
    time: agreed(times) ?? (times.length === 0 ? (said?.time ?? null) : null),
    text: text || null,
    truncated: cut,
    media: mediaIn(root, page),
    language,
  })
}

/** Pictures, videos and sounds in a block; those too small to show anything are signs of the page. */
function mediaIn(root: Element, page: string): Media[] {
  const address = (node: Element, name: string) =>
    webAddress(attribute(node, name) ?? '', page)?.href.slice(0, 4000) ?? null
  return all(root, 'img[src], video, audio')
    .filter((node) => nameOf(node) !== 'img' || (node as HTMLImageElement).width > 64)
    .slice(0, MAX_MEDIA)
    .map((node) => ({
      kind: nameOf(node) === 'video' ? 'video' : nameOf(node) === 'audio' ? 'audio' : 'image',
      url: address(node, 'src'),
      poster: address(node, 'poster'),
      alt: attribute(node, 'alt')?.slice(0, 5000) || null,
    }))
}
