/**
 * The page's DOM read through the prototypes: a form whose fields are named `closest` or `parentElement` hides
 * those properties, so nothing is called on a foreign element itself.
 */
const getter = <T>(proto: object, name: string) => {
  const read = Object.getOwnPropertyDescriptor(proto, name)?.get
  return (node: Node): T => read?.call(node) as T
}

export const parentOf = getter<Element | null>(Node.prototype, 'parentElement')
/** All text in a node, hidden or not (scripts with data, titles). */
export const textOf = (node: Node): string => textContent(node) ?? ''
const textContent = getter<string | null>(Node.prototype, 'textContent')
export const isConnected = getter<boolean>(Node.prototype, 'isConnected')
export const closest = (node: Element | null, selector: string): Element | null =>
  node && Element.prototype.closest.call(node, selector)
export const matches = (node: Element, selector: string): boolean =>
  Element.prototype.matches.call(node, selector)
export const attribute = (node: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(node, name)
export const contains = (node: Node, inner: Node | null): boolean => Node.prototype.contains.call(node, inner)
/** Does `a` stand before `b` (and not hold it)? */
export const before = (a: Node, b: Node) => (Node.prototype.compareDocumentPosition.call(a, b) & 20) === 4
export const all = (node: Element | Document, selector: string): Element[] =>
  Array.from((node.nodeType === 9 ? Document : Element).prototype.querySelectorAll.call(node, selector))
