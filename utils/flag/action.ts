import type { ItemState } from '../outbox/row'
import { all, attribute } from '../sites/dom'
import { since } from './ago'
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

export type Words = Record<string, string>
export type Action = ReturnType<typeof createAction>

/**
 * The Report action of one item: a button in a closed root, in the colour and size of its surroundings. Nothing that
 * the page can make reaches into it.
 */
export function createAction(words: Words, press: () => void) {
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

  function say(name: string, text: string, filled: boolean) {
    button.ariaLabel = button.title = name
    label.data = text
    button.className = filled ? 'on' : ''
  }

  /** What this reviewer has done with the item: a word or an age, and all of it in the tooltip. */
  function show(state: ItemState | undefined, locale: string) {
    if (!state) return say(words.report ?? '', '', false)
    const word =
      (state.outcome && words[`outcome.${state.outcome}`]) || words[`state.${state.state}`] || state.state
    const sent = /held|queued|sending|delivered/.test(state.state)
    const exact = new Date(state.at).toLocaleString(locale)
    say(
      `${words.reported} · ${exact} · ${word}`,
      sent ? since(state.at, locale) : word,
      state.state !== 'draft',
    )
  }

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
