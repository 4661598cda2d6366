import { all, parentOf } from '../sites/dom'

/** The colour of the icons beside our action: of a shape in the bar or next to it, else of a button. */
export function colourOf(host: Element): string {
  const bar = parentOf(host) as Element
  const near = parentOf(bar) ?? bar
  const shape = all(bar, 'svg path')[0] ?? all(near, 'svg path')[0]
  if (shape) {
    const { fill, stroke } = getComputedStyle(shape)
    return fill === 'none' ? stroke : fill
  }
  const button = all(near, 'button,[role="button"],a')[0]
  return button ? getComputedStyle(button).color : ''
}
