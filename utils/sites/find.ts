import { all, attribute, before, closest, contains, matches, parentOf } from './dom'
import { type Link, parseLink, parts as partsOf, print } from './routes'
import type { Alternative, FindRules, ItemRule, PermalinkRule } from './site'

/** An item on the page. `quoted`: it lies in another one and has no action of its own. */
export type Found = { root: Element; rule: ItemRule; quoted: boolean }

/** A root, and what was looked up of it in one go. */
type At = { root: Element; rule?: ItemRule | 0; quotes?: Element[] }
export type Finder = ReturnType<typeof createFinder>

/** Of more nodes than this for one field nobody has to see any: a page that has them means harm. */
const MOST = 500

/**
 * Finds one site's items in a document, in one look at it: what is looked up is kept while the page cannot change, so
 * each task makes its own finder. From one to the next nothing is kept, because virtual lists recycle their nodes.
 */
export function createFinder(rules: FindRules) {
  /** By node: the nearest root. */
  const known = new Map<Element, At | null>()
  const { union } = rules
  const hidden = (node: Element) => !!closest(node, rules.ignore)

  /** The nearest root, by the selectors; each node is looked at once, for a look can be dear (`:has` in huge pages). */
  function nearest(node: Element | null): At | null | undefined {
    const path: Element[] = []
    let at: At | null | undefined
    for (; node && at === undefined; node = parentOf(node)) {
      at = known.get(node)
      path.push(node)
      if (at === undefined && matches(node, union)) at = { root: node }
    }
    for (const one of path) known.set(one, at ?? null)
    return at
  }

  /** Nodes below a root that match, of those that `fits` takes. */
  const below = (root: Element, selector: string, fits: (node: Element) => boolean) =>
    all(root, selector)
      .slice(0, MOST)
      .filter((node) => !hidden(node) && fits(node))

  /** Nodes in a root and in no root within it. */
  const direct = (root: Element, selector: string) =>
    below(root, selector, (node) => nearest(node)?.root === root)

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
    for (const node of direct(root, mark).slice(1, 9)) {
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

  /** The item that a node belongs to: its nearest. */
  function owner(node: Element | null): Found | null {
    for (let at = nearest(node); at; at = nearest(parentOf(at.root))) {
      const { root } = at
      at.rule ??= ruleOf(root) ?? 0
      const { rule } = at
      if (!rule) continue
      at.quotes ??= splits(root, rule)
      const quote = at.quotes.find((one) => contains(one, node))
      return { root: quote ?? root, rule, quoted: !!(quote || rule.quoted) }
    }
    return null
  }

  /** Nodes of the item itself (not of items in it) that match; the root, if the selector is empty. */
  const owned = ({ root }: Found, selector: string): Element[] =>
    selector ? below(root, selector, (node) => owner(node)?.root === root) : [root]

  /** Nodes in nested items of one kind (comments), not in what is quoted. */
  const inner = ({ root }: Found, kind: string, selector: string): Element[] =>
    below(root, selector, (node) => {
      let at = owner(node)
      if (at?.root === root) return false
      while (at && at.root !== root && at.rule.kind === kind) at = owner(parentOf(at.root))
      return at?.root === root
    })

  const nodes = (item: Found, one: Alternative) =>
    one.within ? inner(item, one.within, one.at) : owned(item, one.at)

  /** A value after `part` and `match`: what the alternative says must be in it. */
  function narrow(one: Alternative, value: string, page: string): string | null {
    if (one.part) return parseLink(rules, value, page)?.parts[one.part] ?? null
    return one.match ? (partsOf(one.match, value)?.value ?? null) : value
  }

  /** An attribute or the page's address; texts are for `fields.ts`. */
  function raw(one: Alternative, node: Element, page: string): string | null {
    const value = one.from === 'address' ? page : attribute(node, `${one.from}`.slice(1))
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
      if (!value) return null
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
    for (const one of item.rule.permalink) {
      const parts = one.reference && partsIn(item, one, page)
      if (parts) {
        const permalink = print(one.reference as string, parts)
        return { kind: item.rule.kind, permalink, holder: null, parts }
      }
      for (const href of candidates(item, one, page)) {
        const found = href && parseLink(rules, href, page)
        const hit = found && one.holder ? found.holder && parseLink(rules, found.holder, page) : found
        if (
          hit &&
          item.rule.kinds.includes(hit.kind) &&
          Object.entries(one.agree ?? {}).every(
            ([part, where]) => first(item, where, page) === hit.parts[part],
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
