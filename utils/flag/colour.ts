import { all, parentOf } from '../sites/dom'

/** The colour of the icons next to our action: of the first shape there, else of a button. */
export function colourOf(host: Element): string {
  const bar = parentOf(host) as Element
  const near = parentOf(bar) ?? bar
  const [shape] = all(near, 'svg path')
  const [button] = all(near, 'button,[role="button"],a')
  const { fill, stroke, color } = getComputedStyle(shape ?? button ?? bar)
  return !shape ? color : fill === 'none' ? stroke : fill
}
