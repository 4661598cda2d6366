import { GLYPH } from '../flag/orphans'
import { attribute, getter, typeOf } from '../sites/dom'
import { nameOf } from '../sites/domRead'
import { LEFT_OUT } from './markup'
import type { Pause } from './pause'
import { type Look, lookOf, styleOf } from './style'

/** Elements of one item; what is beyond is left out, and the snapshot says so. */
const MAX_ELEMENTS = 6_000

const firstChildOf = getter<Node | null>(Node.prototype, 'firstChild')
const nextOf = getter<Node | null>(Node.prototype, 'nextSibling')
const openRootOf = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot')
const namespaceOf = getter<string | null>(Element.prototype, 'namespaceURI')
const SVG = 'http://www.w3.org/2000/svg'

export const isDrawing = (node: Element): boolean => namespaceOf(node) === SVG

type ChromeDom = { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } }
type FirefoxElement = Element & { openOrClosedShadowRoot?: ShadowRoot | null }

/** An element's shadow root, also a closed one: extensions may read those. */
function rootOf(node: Element): ShadowRoot | null {
  const open = openRootOf(node)
  if (open || isDrawing(node)) return open
  const { dom } = (globalThis as unknown as { chrome?: ChromeDom }).chrome ?? {}
  try {
    const inFirefox = Object.getOwnPropertyDescriptor(Element.prototype, 'openOrClosedShadowRoot')
    return (
      dom?.openOrClosedShadowRoot?.(node) ??
      (inFirefox?.get?.call(node) as FirefoxElement['openOrClosedShadowRoot']) ??
      null
    )
  } catch {
    return null
  }
}

/** Our own Report action: a bare host with the flag in a closed root. It is nothing of the page's. */
function isOurs(node: Element, root: ShadowRoot | null): boolean {
  if (root?.mode !== 'closed' || firstChildOf(node)) return false
  const path = DocumentFragment.prototype.querySelector.call(root, 'button>svg>path')
  return path !== null && attribute(path, 'd') === GLYPH
}

/** What of an element is laid out: its shadow root's nodes, what a slot shows, else its own children. */
function shownIn(node: Element, root: ShadowRoot | null): Node[] {
  if (nameOf(node) === 'slot' && !isDrawing(node)) {
    const given = HTMLSlotElement.prototype.assignedNodes.call(node)
    if (given.length > 0) return given
  }
  const nodes: Node[] = []
  for (let child = firstChildOf(root ?? node); child; child = nextOf(child)) nodes.push(child)
  return nodes
}

/** One element of the item as it is laid out now: its look, what is shown in it, what stands before and after that. */
export type Leaf = {
  look: Look
  nodes: Node[]
  before: Look | null
  after: Look | null
  content: [string, string]
}
export type Tree = { leaves: Map<Element, Leaf>; truncated: boolean }

/**
 * Everything of an element that is laid out, with its computed styles.
 * @param watch is told each root under which the page may change it.
 */
export async function readTree(
  root: Element,
  view: Window,
  pause: Pause,
  watch: (root: Node) => void,
): Promise<Tree> {
  watch(root)
  const leaves = new Map<Element, Leaf>()
  const left = [root]
  for (let node = left.pop(); node; node = left.pop()) {
    if (LEFT_OUT.has(nameOf(node))) continue
    if (leaves.size >= MAX_ELEMENTS) return { leaves, truncated: true }
    const shadow = rootOf(node)
    if (isOurs(node, shadow)) continue
    if (shadow) watch(shadow)
    const look = lookOf(view.getComputedStyle(node))
    const display = styleOf(look, 'display')
    // No display at all: the page took it away in the meantime.
    if (display === 'none' || display === '') continue
    const nodes = shownIn(node, shadow)
    const drawing = isDrawing(node)
    const before = drawing ? NOTHING : pseudo(node, '::before', view)
    const after = drawing ? NOTHING : pseudo(node, '::after', view)
    leaves.set(node, {
      look,
      nodes,
      before: before.look,
      after: after.look,
      content: [before.content, after.content],
    })
    for (let at = nodes.length - 1; at >= 0; at--) {
      const child = nodes[at] as Node
      if (typeOf(child) === 1) left.push(child as Element)
    }
    await pause()
  }
  return { leaves, truncated: false }
}

const NOTHING = { look: null, content: '' }

function pseudo(
  node: Element,
  which: '::before' | '::after',
  view: Window,
): { look: Look | null; content: string } {
  const computed = view.getComputedStyle(node, which)
  const content = computed.getPropertyValue('content')
  if (content === 'none' || content === 'normal' || content === '') return NOTHING
  const look = lookOf(computed)
  return styleOf(look, 'display') === 'none' ? NOTHING : { look, content }
}
