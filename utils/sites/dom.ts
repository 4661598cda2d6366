/**
 * The page's DOM read through the prototypes: a form whose fields are named `closest` or `parentElement` hides
 * those properties (and an image named `querySelector` the document's), so nothing is called on a foreign node itself.
 */
export const getter =
  <T>(proto: object, name: string) =>
  (node: Node): T =>
    Reflect.get(proto, name, node)

export const parentOf = /* @__PURE__ */ getter<Element | null>(Node.prototype, 'parentElement')
export const isConnected = /* @__PURE__ */ getter<boolean>(Node.prototype, 'isConnected')
export const typeOf = /* @__PURE__ */ getter<number>(Node.prototype, 'nodeType')
export const documentOf = /* @__PURE__ */ getter<Document>(Node.prototype, 'ownerDocument')
export const rootOf = /* @__PURE__ */ getter<HTMLElement>(Document.prototype, 'documentElement')
export const isElement = (node: Node): node is Element => typeOf(node) === 1
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
  Array.from((typeOf(node) === 9 ? Document : Element).prototype.querySelectorAll.call(node, selector))
