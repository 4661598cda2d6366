import type { ItemKind } from '../notice'
import { all, attribute } from './dom'
import type { Finder } from './find'
import { isSigned } from './items'
import { type Link, parseLink } from './routes'

/** More links than this nobody looks through. */
const MOST_LINKS = 600
/** More items need not be counted to know that they are found. */
const MOST_ITEMS = 200
/** What an action would be for; channels and profiles are linked everywhere. */
const KINDS: readonly ItemKind[] = ['post', 'comment', 'video', 'story', 'message']

/** A link that has an item's address and lies in no item. */
export type Stray = { node: Element; link: Link }
/** How one page was found: items on it, and links to items that lie in none, one for each address. */
export type Look = { items: number; strays: Stray[] }

/**
 * Holds what the site's rules find on a page against what its links say. Only links that stand for an item count:
 * those round a time, as nearly every platform has them, and those of kinds that the site says are linked from their
 * own item alone (`FindRules.sure`). The page's own address counts for nothing.
 */
export function lookOver(finder: Finder, doc: Document, page: string): Look {
  if (!isSigned(finder, doc)) return { items: 0, strays: [] }
  const { rules } = finder
  const own = parseLink(rules, page, page)?.permalink
  const sure = new Set<ItemKind>(rules.sure ?? [])
  const strays = new Map<string, Stray>()
  const roots = all(doc, finder.union).slice(0, MOST_ITEMS)
  for (const node of all(doc, 'a[href]').slice(0, MOST_LINKS)) {
    const link = parseLink(rules, attribute(node, 'href') ?? '', page)
    if (!link || link.permalink === own || strays.has(link.permalink) || !KINDS.includes(link.kind)) continue
    if (!sure.has(link.kind) && !all(node, 'time').length) continue
    if (!finder.hidden(node) && !finder.owner(node)) strays.set(link.permalink, { node, link })
  }
  return { items: roots.filter((root) => finder.ruleOf(root)).length, strays: [...strays.values()] }
}
