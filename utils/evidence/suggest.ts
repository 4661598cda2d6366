import type { Item } from '../notice'
import { all, attribute, closest, contains, isElement, parentOf } from '../sites/dom'
import { textOf } from '../sites/domRead'
import { createFinder, type Finder, type Found } from '../sites/find'
import { listItems } from '../sites/items'
import { parseLink } from '../sites/routes'
import type { Alternative } from '../sites/site'
import type { CaptureAsk } from '../sites/target'
import type { CoverReason } from './redaction'

/** A figure as counters show it: `12`, `1,2 K`, `3 тыс.`. */
const COUNT = /^[\s(·]*\d[\d.,\s\u00a0]*(?:[KMBkmb]|тыс\.?|млн\.?|мың)?[\s)·]*$/
const PRESSED = 'button,a,[role="button"],[role="link"]'

/**
 * What of an item may be covered, by its site's declaration: links to people who are not its author (who answered,
 * liked, passed it on, are named in it), names of the authors of items in it, counts of what others did.
 */
export function suggest(
  root: Element,
  item: Item,
  { find, read }: CaptureAsk,
  page: string,
): Map<Element, CoverReason> {
  const marks = new Map<Element, CoverReason>()
  if (!find || !read) return marks
  const finder = createFinder(find)
  const own = finder.owner(root)
  const rules = read[item.kind] ?? read.post ?? {}
  const inText = own ? (rules.text ?? []).flatMap((one) => nodesOf(finder, own, one)) : []

  for (const link of all(root, 'a[href]')) {
    const target = parseLink(find, attribute(link, 'href') ?? '', page)
    if (target?.kind !== 'profile' || isAuthor(item, target.permalink, target.parts)) continue
    const words = textOf(link).trim() !== ''
    const mention = inText.some((node) => contains(node, link))
    marks.set(link, mention ? 'mention' : words ? 'person' : 'picture')
  }
  for (const inner of listItems(finder, root)) {
    if (inner.root === root) continue
    const rules = read[inner.rule.kind] ?? read.post ?? {}
    for (const rule of [...(rules.authorName ?? []), ...(rules.authorHandle ?? [])])
      if (!rule.from || rule.from === 'text')
        for (const node of nodesOf(finder, inner, rule)) add(node, 'person')
  }
  if (own)
    for (const rule of rules.repostedBy ?? [])
      if (!rule.around) for (const node of nodesOf(finder, own, rule)) add(node, 'person')
  for (const node of all(root, 'span,div,b,strong,bdi,button,a,p'))
    if (isCount(node) && closest(node, PRESSED)) add(node, 'counter')
  return marks

  /** Not what is covered already, not the author’s own name. */
  function add(node: Element, why: CoverReason): void {
    if (!contains(root, node) || node === root) return
    const text = textOf(node).trim()
    if (text !== '' && (text === item.author.name || text === item.author.handle)) return
    for (let up: Element | null = node; up && up !== root; up = parentOf(up)) if (marks.has(up)) return
    marks.set(node, why)
  }
}

function nodesOf(finder: Finder, found: Found, rule: Alternative): Element[] {
  return rule.doc || rule.around ? [] : finder.owned(found, rule.at).filter(isElement)
}

function isCount(node: Element): boolean {
  return all(node, '*').length === 0 && COUNT.test(textOf(node))
}

/** Does an address lead to the item's own author? */
function isAuthor({ author }: Item, permalink: string, parts: Record<string, string>): boolean {
  const plain = (text: string | null) => (text ?? '').replace(/^@/, '').toLowerCase()
  const names = [plain(author.handle), plain(author.handle).split('@')[0] ?? '']
  return (
    plain(author.address) === permalink.toLowerCase() ||
    Object.values(parts).some((part) => part !== '' && names.includes(plain(part)))
  )
}
