import { all, closest, contains, parentOf } from './dom'
import type { Finder, Found } from './find'

/** All items of a document or in an element, quoted ones too; what the script in the page never needs. */
export function listItems(finder: Finder, holder: Document | Element): Found[] {
  return all(holder, finder.union).flatMap((root) => {
    const rule = finder.ruleOf(root)
    if (!rule) return []
    return [{ root, rule, quoted: !!rule.quoted }, ...quotesOf(finder, { root, rule, quoted: false })]
  })
}

/** Is the page this software at all? */
export const isSigned = (finder: Finder, doc: Document) =>
  !finder.rules.sign || all(doc, finder.rules.sign).length > 0

/** Items that lie in this one. */
export function itemsIn(finder: Finder, item: Found): Found[] {
  return [...quotesOf(finder, item), ...listItems(finder, item.root)]
}

/** Nodes round the item that belong to no item, where nobody else's could be meant (`Alternative.around`). */
export function nodesRound(finder: Finder, item: Found, around: string, selector: string): Element[] {
  const holder = closest(parentOf(item.root), around)
  if (!holder || all(holder, finder.union).some((root) => !contains(item.root, root))) return []
  return all(holder, selector).filter((node) => !contains(item.root, node) && !finder.hidden(node))
}

/** Quotes that have no root of their own. */
function quotesOf(finder: Finder, { root, rule }: Found): Found[] {
  return finder.splits(root, rule).map((quote) => ({ root: quote, rule, quoted: true }))
}
