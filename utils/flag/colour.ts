import { all, attribute, parentOf } from '../sites/dom'

/** The colour of the icons beside our action: of the first shape that has one, else of the bar's first button. */
export function colourOf(host: Element): string {
  const bar = parentOf(host)
  const near = bar && parentOf(bar) ? (parentOf(bar) as Element) : bar
  for (const holder of [bar, near]) {
    if (!holder) continue
    const shape = all(holder, 'svg *').find((node) => attribute(node, 'd') || attribute(node, 'points'))
    if (shape) {
      const { fill, stroke, color } = getComputedStyle(shape)
      return [fill, stroke].find((paint) => /^rgb|^#|^color|^ok|^hsl/.test(paint)) ?? color
    }
    const button = all(holder, 'button,[role="button"],a')[0]
    if (button) return getComputedStyle(button).color
  }
  return ''
}
