import { readBlock } from './block'
import { isConnected } from './dom'
import { windowOf } from './domRead'
import { excerptOf } from './excerpt'
import { readFields, readPageItem } from './fields'
import { createFinder, type Finder, type Found } from './find'
import { readLink, readMedium, readPage, readSelection } from './generic'
import { isSigned, listItems } from './items'
import { anchorOf, mediumOf, pickedIn, type Read } from './pointed'
import { parseLink } from './routes'
import type { Site } from './site'
import type { CaptureAsk, Target } from './target'

/**
 * Reads what the reviewer pointed at, as it stands on the page now: an item of the site where there is one, else
 * what any page says for certain about itself. Runs in the page at the press, never before.
 */
export function readItem(ask: CaptureAsk, doc: Document): Read {
  const page = windowOf(doc)?.location.href ?? doc.URL
  const finder = ask.find && ask.read ? createFinder(ask.find) : null
  const { target } = ask
  if (finder && ask.read && isSigned(finder, doc)) {
    const own = target.by === 'action' ? readPressed(ask.nonce, finder, ask.read, page) : null
    const found = own ? null : findTarget(target, finder, doc, page)
    const used: string[] = []
    const read = found && {
      item: readFields(finder, found, ask.read, page, undefined, used),
      root: found.root,
      used,
    }
    if (own ?? read) return own ?? (read as Read)
  }
  const own = finder && ask.read && target.by === 'page' ? readPageItem(finder, ask.read, doc, page) : null
  if (own) return { item: own, root: null }
  const platform = ask.find?.id ?? 'web'
  if (target.by === 'link') return readLink(platform, target.href, ask.find, doc, page)
  if (target.by === 'media') return readMedium(platform, target.src, doc, page)
  if (target.by === 'selection') return readSelection(platform, doc, page)
  const picked = target.by === 'picked' ? pickedIn(doc) : null
  if (picked) return { item: readBlock(picked, platform, doc, page), root: picked }
  return readPage(platform, ask.find, doc, page)
}

function findTarget(target: Target, finder: Finder, doc: Document, page: string): Found | null {
  if (target.by === 'action') return null
  if (target.by === 'selection') return finder.owner(anchorOf(doc))
  if (target.by === 'picked') return finder.owner(pickedIn(doc))
  if (target.by === 'media') return finder.owner(mediumOf(doc, target.src))
  const wanted = parseLink(finder.rules, target.by === 'link' ? target.href : page, page)
  return (
    (wanted &&
      listItems(finder, doc).find((one) => finder.link(one, page)?.permalink === wanted.permalink)) ??
    null
  )
}

/** The item whose action was pressed, if this press is the one that is asked about and the page still has it. */
function readPressed(nonce: string, finder: Finder, rules: Site['read'], page: string): Read | null {
  const press = globalThis.flagpostPressed
  if (!press || press.nonce !== nonce || !isConnected(press.root)) return null
  const { root, original } = excerptOf(press.root)
  const found = finder.owner(root)
  if (found?.root !== root) return null
  const used: string[] = []
  return { item: readFields(finder, found, rules, page, original, used), root: press.root, used }
}
