import { getter } from './dom'

/** More of the page's DOM through the prototypes, for what reads an item; `dom.ts` has what finding needs. */
/** All text in a node, hidden or not (scripts with data). */
const textContent = getter<string | null>(Node.prototype, 'textContent')
export const textOf = (node: Node): string => textContent(node) ?? ''
export const lastChildOf = getter<Node | null>(Node.prototype, 'lastChild')
export const previousOf = getter<Node | null>(Node.prototype, 'previousSibling')
export const nameOf = getter<string>(Element.prototype, 'localName')
export const dataOf = getter<string>(CharacterData.prototype, 'data')
export const titleOf = getter<string>(Document.prototype, 'title')
export const windowOf = getter<(Window & typeof globalThis) | null>(Document.prototype, 'defaultView')
