import type { Mark } from '../mark'
import { all, attribute } from '../sites/dom'
import { GLYPH } from './orphans'
import { dress } from './sheet'

const SVG = 'http://www.w3.org/2000/svg'
const HOST =
  'display:inline-flex;align-items:center;flex:none;align-self:center;margin-block:auto;font:inherit;color:inherit;visibility:inherit;'
const REST = `button{all:unset;display:inline-flex;align-items:center;justify-content:center;gap:4px;
min-width:24px;min-height:24px;padding:0 3px;border-radius:6px;font-size:12px;cursor:pointer;white-space:nowrap}
button:hover{background:color-mix(in srgb,currentColor 14%,transparent)}
button:focus-visible{outline:2px solid;outline-offset:1px}
svg{fill:none;stroke:currentColor;stroke-width:1.8;stroke-linejoin:round}
.on path{fill:currentColor}`

export type Action = ReturnType<typeof createAction>

/**
 * The Report action of one item: a button in a closed root, in the colour and size of its surroundings. Nothing that
 * the page can make reaches into it. `name`: what it is called while nothing was done with the item.
 */
export function createAction(name: string, press: () => void) {
  const host = document.createElement('span')
  const root = host.attachShadow({ mode: 'closed' })
  const button = document.createElement('button')
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  const label = document.createTextNode('')
  const latch = document.createElement('div')
  dress(root, HOST, REST)
  svg.setAttribute('viewBox', '0 0 24 24')
  path.setAttribute('d', GLYPH)
  svg.append(path)
  button.append(svg, label)
  root.append(button, latch)
  // A page that swallows clicks before they reach us does not swallow what the browser does next: the button opens
  // its (empty) popover, and of that the page sees nothing.
  latch.popover = 'manual'
  button.popoverTargetElement = latch
  latch.addEventListener('beforetoggle', (event) => {
    if ((event as ToggleEvent).newState !== 'open') return
    event.preventDefault()
    // Not from within: nothing else may be shown while something is being shown.
    setTimeout(press)
  })

  /** What this reviewer has done with the item, if anything. */
  function show(mark?: Mark) {
    button.ariaLabel = button.title = mark?.name ?? name
    label.data = mark?.text ?? ''
    button.className = mark?.filled ? 'on' : ''
  }
  show()

  return {
    host,
    show,
    focus: () => button.focus({ preventScroll: true }),
    /** As big as the icons of the bar, where they say how big they are. */
    fit(bar: Element) {
      const icon = all(bar, 'svg[width]')[0]
      const size = Number(icon && attribute(icon, 'width')) || 18
      svg.style.width = svg.style.height = `${Math.min(size, 24)}px`
    },
    colour(value: string) {
      button.style.color = value
    },
  }
}
