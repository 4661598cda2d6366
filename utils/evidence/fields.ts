import { attribute, getter } from '../sites/dom'
import { textOf } from '../sites/domRead'

const MAX_TEXT = 10_000
const inputValue = getter<string>(HTMLInputElement.prototype, 'value')
const areaValue = getter<string>(HTMLTextAreaElement.prototype, 'value')
const checkedOf = getter<boolean>(HTMLInputElement.prototype, 'checked')
const chosenOf = getter<HTMLCollectionOf<HTMLOptionElement>>(HTMLSelectElement.prototype, 'selectedOptions')

/** Form fields by their names: what a person put in is what stands in them. */
export const FIELDS = new Set(['input', 'textarea', 'select'])

/** What a form field shows: its text, its placeholder (`faint`), its mark. Nothing of what it hides. */
export function shownInField(node: Element, name: string): { text: string; faint: boolean } {
  const plain = (text: string) => ({ text: text.slice(0, MAX_TEXT), faint: false })
  if (name === 'select') return plain([...chosenOf(node)].map(textOf).join(', ').trim())
  const type = (attribute(node, 'type') ?? 'text').toLowerCase()
  if (name === 'input' && (type === 'checkbox' || type === 'radio')) {
    const marks = type === 'checkbox' ? '☐☑' : '○◉'
    return plain(marks[checkedOf(node) ? 1 : 0] ?? '')
  }
  const secret = name === 'input' && /^(?:password|hidden|file|image|range|color)$/.test(type)
  const text = secret ? '' : String(name === 'textarea' ? areaValue(node) : inputValue(node))
  const faint = text === '' && !secret
  return { text: (faint ? (attribute(node, 'placeholder') ?? '') : text).slice(0, MAX_TEXT), faint }
}
