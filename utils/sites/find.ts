import { all, attribute, before, closest, contains, matches, parentOf } from './dom'
import { type Link, parseLink, parts as partsOf, print } from './routes'
import type { Alternative, FindRules, ItemRule, PermalinkRule } from './site'

/** An item on the page. `quoted`: it lies in another one and has no action of its own. */
export type Found = { root: Element; rule: ItemRule; quoted: boolean }

export type Finder = ReturnType<typeof createFinder>

/**
 * Finds one site's items in a document. Nothing is kept: every answer is read from the page as it is now, because
 * virtual lists recycle their nodes.
 */
export function createFinder(rules: FindRules) {
  /** Matches every root of an item (and roots that turn out to hold none). */
  const union = rules.items.map(({ root }) => root).join() || ':not(*)'
  const hidden = (node: Element) => !!rules.ignore && !!closest(node, rules.ignore)

  /** Nodes in a root and in no root within it. */
  const direct = (root: Element, selector: string) =>
    all(root, selector).filter((node) => closest(node, union) === root && !hidden(node))

  /** The rule of a root, or null if it is none: a root that needs a mark must own one. */
  function ruleOf(root: Element): ItemRule | null {
    const rule = rules.items.find((one) => matches(root, one.root))
    if (!rule || hidden(root)) return null
    const { needs } = rule
    return !needs || direct(root, needs).length ? rule : null
  }

  /** Quoted items of `root` that no selector names: see `ItemRule.split`. */
  function splits(root: Element, rule: ItemRule): Element[] {
    const quotes: Element[] = []
    if (!rule.split) return quotes
    const { mark, fence, stop } = rule.split
    for (const node of direct(root, mark).slice(1)) {
      if (quotes.some((quote) => contains(quote, node))) continue
      let quote = node
      for (let up = parentOf(node); up && up !== root; up = parentOf(up)) {
        if (all(up, stop).length || all(up, fence).some((one) => before(one, node) && !hidden(one))) break
        quote = up
      }
      quotes.push(quote)
    }
    return quotes
  }

  /** The item that a node belongs to: its nearest. `known`: roots looked up in the same go over many nodes. */
  function owner(node: Element | null, known = new Map<Element, ItemRule | null>()): Found | null {
    for (let root = closest(node, union); root; root = closest(parentOf(root), union)) {
      const rule = known.get(root) ?? ruleOf(root)
      known.set(root, rule)
      if (!rule) continue
      const quote = rule.split && splits(root, rule).find((one) => contains(one, node))
      return quote ? { root: quote, rule, quoted: true } : { root, rule, quoted: !!rule.quoted }
    }
    return null
  }

  /** Nodes of the item itself (not of items in it) that match; the root, if the selector is empty. */
  function owned(item: Found, selector: string): Element[] {
    if (!selector) return [item.root]
    const known = new Map()
    return all(item.root, selector).filter((node) => !hidden(node) && owner(node, known)?.root === item.root)
  }

  /** Nodes in nested items of one kind (comments), not in what is quoted. */
  function inner(item: Found, kind: string, selector: string): Element[] {
    const known = new Map()
    return all(item.root, selector).filter((node) => {
      let at = owner(node, known)
      if (hidden(node) || at?.root === item.root) return false
      while (at && at.root !== item.root && at.rule.kind === kind) at = owner(parentOf(at.root), known)
      return at?.root === item.root
    })
  }

  const nodes = (item: Found, one: Alternative) =>
    one.within ? inner(item, one.within, one.at) : owned(item, one.at)

  /** A value after `part` and `match`: what the alternative says must be in it. */
  function narrow(one: Alternative, value: string, page: string): string | null {
    if (one.part) return parseLink(rules, value, page)?.parts[one.part] ?? null
    return one.match ? (partsOf(one.match, value)?.value ?? null) : value
  }

  /** An attribute or the page's address; texts are for `fields.ts`. */
  function raw(one: Alternative, node: Element, page: string): string | null {
    const value =
      one.from === 'address' ? page : one.from?.[0] === '@' ? attribute(node, one.from.slice(1)) : null
    return value && narrow(one, value, page)
  }

  const first = (item: Found, one: Alternative, page: string): string | null => {
    for (const node of nodes(item, one)) {
      const value = raw(one, node, page)
      if (value !== null) return value
    }
    return null
  }

  /** What is read for the parts of an address; null if one is not there. */
  function partsIn(item: Found, one: PermalinkRule, page: string): Record<string, string> | null {
    const values: Record<string, string> = {}
    for (const name in one.parts) {
      const value = first(item, one.parts[name] as Alternative, page)
      if (value === null) return null
      values[name] = value
    }
    return values
  }

  function candidates(item: Found, one: PermalinkRule, page: string): (string | null)[] {
    if (!one.make) return nodes(item, one).map((node) => raw(one, node, page))
    const values = partsIn(item, one, page)
    return values ? [print(one.make, values)] : []
  }

  /** The item's canonical permalink with its parts, or null: then nobody guesses. `page`: the page's address. */
  function link(item: Found, page: string): Link | null {
    const kinds = [item.rule.kind, ...(item.rule.also ?? [])]
    for (const one of item.rule.permalink) {
      const own = one.reference && partsIn(item, one, page)
      if (own)
        return {
          kind: item.rule.kind,
          permalink: print(one.reference as string, own),
          holder: null,
          parts: own,
        }
      for (const href of candidates(item, one, page)) {
        let hit = href === null ? null : parseLink(rules, href, page)
        if (hit && one.holder) hit = hit.holder ? parseLink(rules, hit.holder, page) : null
        if (!hit || !kinds.includes(hit.kind)) continue
        const { agree } = one
        if (
          !agree ||
          Object.keys(agree).every(
            (part) => first(item, agree[part] as Alternative, page) === hit.parts[part],
          )
        )
          return hit
      }
    }
    return null
  }

  /** The platform's own action bar and where in it our action goes; null where it has none (yet). */
  function bar(item: Found): { bar: Element; put: ItemRule['bar'][number]['put'] } | null {
    for (const { at, climb, cell, put } of item.rule.bar) {
      for (const node of owned(item, at)) {
        let up: Element | null = node
        if (climb) {
          const ends = owned(item, climb)
          do up = parentOf(up)
          while (up && up !== item.root && !ends.some((end) => contains(up as Element, end)))
        }
        if (up && cell) up = all(up, cell)[0] ?? null
        if (up && (up !== item.root || !climb)) return { bar: up, put }
      }
    }
    return null
  }

  return { rules, union, ruleOf, splits, owner, owned, nodes, narrow, link, bar, hidden }
}
