import { documentOf, getter, parentOf } from './dom'
import { firstChildOf, nextOf, sizeOf } from './domRead'

/** An item of more elements than this is read from its beginning. The longest real ones have some hundreds. */
const HUGE = 6000
/** Elements of the beginning, and how deep they lie in it. */
const MOST = 3000
const DEEPEST = 300

const implementationOf = getter<DOMImplementation>(Document.prototype, 'implementation')

/** An item's root, or a copy of its beginning with the way back to the page's own nodes. */
export type Excerpt = { root: Element; original?: (node: Element) => Element }

/**
 * A page can put any number of nodes into one item, and every question to it then takes as long as the page likes. So
 * a huge item is copied into a document that nobody shows, up to a limit, and questions go to the copy: the same
 * selectors, the same answers for whatever stands near the item's beginning; what stands behind is not known.
 */
export function excerptOf(whole: Element): Excerpt {
  if (sizeOf(whole) <= HUGE) return { root: whole }
  const doc = implementationOf(documentOf(whole)).createHTMLDocument('')
  const originals = new WeakMap<Element, Element>()
  const copy = (node: Element): Element => {
    const made = Document.prototype.importNode.call(doc, node, false) as Element
    originals.set(made, node)
    return made
  }

  const root = copy(whole)
  let made = 1
  // Selectors look at what is round the item, too.
  let holder = root
  for (let up = parentOf(whole); up; up = parentOf(up)) {
    const outer = copy(up)
    Element.prototype.append.call(outer, holder)
    holder = outer
  }
  doc.documentElement.remove()
  doc.append(holder)

  let from: Element = whole
  let to = root
  let depth = 0
  let next = firstChildOf(from)
  while (made < MOST) {
    if (next) {
      const one = copy(next)
      Element.prototype.append.call(to, one)
      made++
      const inner = depth < DEEPEST ? firstChildOf(next) : null
      if (inner) {
        from = next
        to = one
        depth++
        next = inner
      } else next = nextOf(next)
    } else {
      if (from === whole) break
      next = nextOf(from)
      from = parentOf(from) as Element
      to = parentOf(to) as Element
      depth--
    }
  }
  return { root, original: (node) => originals.get(node) ?? node }
}
