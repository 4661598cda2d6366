import { getter } from './dom'

/** More of the page's DOM through the prototypes, for what reads an item; `dom.ts` has what finding needs. */
/** All text in a node, hidden or not (scripts with data). */
const textContent = /* @__PURE__ */ getter<string | null>(Element.prototype, 'textContent')
export const textOf = (node: Node): string => textContent(node) ?? ''
export const lastChildOf = /* @__PURE__ */ getter<Node | null>(Node.prototype, 'lastChild')
export const previousOf = /* @__PURE__ */ getter<Node | null>(Node.prototype, 'previousSibling')
export const firstChildOf = /* @__PURE__ */ getter<Element | null>(Element.prototype, 'firstElementChild')
export const nextOf = /* @__PURE__ */ getter<Element | null>(Element.prototype, 'nextElementSibling')
/** How many elements lie in one. */
export const sizeOf = (node: Element): number => Element.prototype.getElementsByTagName.call(node, '*').length
export const nameOf = /* @__PURE__ */ getter<string>(Element.prototype, 'localName')
export const dataOf = /* @__PURE__ */ getter<string>(CharacterData.prototype, 'data')
export const titleOf = /* @__PURE__ */ getter<string>(Document.prototype, 'title')
export const windowOf = /* @__PURE__ */ getter<(Window & typeof globalThis) | null>(
  Document.prototype,
  'defaultView',
)
