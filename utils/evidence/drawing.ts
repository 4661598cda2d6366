import { all, attribute, contains } from '../sites/dom'
import { nameOf } from '../sites/domRead'
import { escapeMarkup, SVG_ATTRIBUTES, SVG_NAMES, safeSvgValue } from './markup'
import { isDrawing } from './tree'

const MAX_VALUE = 100_000
/** Drawings that only hold others. */
const HOLDERS = new Set(['a', 'switch'])

/** The name under which an element of a drawing is written; null: it is left out. */
export function drawnAs(node: Element): string | null {
  const name = nameOf(node)
  return HOLDERS.has(name) ? 'g' : SVG_NAMES.has(name) ? name : null
}

/** An element's own attributes, as far as they draw something and load nothing. */
export function drawnAttributes(node: Element, names?: readonly string[]): string {
  let written = ''
  for (const name of names ?? Element.prototype.getAttributeNames.call(node)) {
    const value = attribute(node, name)
    if (value !== null && SVG_ATTRIBUTES.has(name) && value.length < MAX_VALUE && safeSvgValue(value))
      written += ` ${name}="${escapeMarkup(value)}"`
  }
  return written
}

/** The drawing of this document that a `<use>` shows; null: it stands in another file, or in what shows it. */
export function usedBy(node: Element): Element | null {
  const [, id] = /^#([\w:.-]+)$/.exec(attribute(node, 'href') ?? attribute(node, 'xlink:href') ?? '') ?? []
  const target = id === undefined ? undefined : all(node.ownerDocument, `[id="${id}"]`)[0]
  return target && isDrawing(target) && !contains(target, node) ? target : null
}

/** Where a `<use>` puts what it shows. */
export function movedTo(node: Element): string {
  const [x, y] = ['x', 'y'].map((name) => Number(attribute(node, name)) || 0)
  return x || y ? ` transform="translate(${x} ${y})"` : ''
}
