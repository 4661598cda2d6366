/** Properties that children take from their parent, with their first value; written only where they change. */
const INHERITED: Readonly<Record<string, string>> = {
  color: 'rgb(0, 0, 0)',
  'color-scheme': 'normal',
  'font-family': '',
  'font-size': '16px',
  'font-style': 'normal',
  'font-weight': '400',
  'font-stretch': '100%',
  'font-variant': 'normal',
  'font-feature-settings': 'normal',
  'font-variation-settings': 'normal',
  'font-kerning': 'auto',
  'font-optical-sizing': 'auto',
  'font-size-adjust': 'none',
  '-webkit-font-smoothing': 'auto',
  'line-height': 'normal',
  'line-break': 'auto',
  'letter-spacing': 'normal',
  'word-spacing': '0px',
  'text-align': 'start',
  'text-align-last': 'auto',
  'text-indent': '0px',
  'text-transform': 'none',
  'text-shadow': 'none',
  'text-rendering': 'auto',
  'text-orientation': 'mixed',
  'text-underline-offset': 'auto',
  'text-underline-position': 'auto',
  'text-decoration-skip-ink': 'auto',
  'text-emphasis-style': 'none',
  'text-wrap-style': 'auto',
  'white-space': 'normal',
  'word-break': 'normal',
  'overflow-wrap': 'normal',
  hyphens: 'manual',
  'tab-size': '8',
  direction: 'ltr',
  'writing-mode': 'horizontal-tb',
  visibility: 'visible',
  'list-style-type': 'disc',
  'list-style-position': 'outside',
  'list-style-image': 'none',
  'image-rendering': 'auto',
  'border-collapse': 'separate',
  'border-spacing': '0px',
  'caption-side': 'top',
  'empty-cells': 'show',
  'scrollbar-color': 'auto',
  quotes: 'auto',
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  'clip-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-opacity': '1',
  'paint-order': 'normal',
  'shape-rendering': 'auto',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  '-webkit-text-stroke-width': '0px',
  '-webkit-text-stroke-color': '',
  '-webkit-text-fill-color': '',
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const
const perSide = (name: (side: string) => string, value: string) =>
  Object.fromEntries(SIDES.map((side) => [name(side), value]))

/** The other properties that shape what is seen, with the value that need not be written. */
const OWN: Readonly<Record<string, string>> = {
  display: 'inline',
  position: 'static',
  ...perSide((side) => side, 'auto'),
  'z-index': 'auto',
  float: 'none',
  clear: 'none',
  'box-sizing': 'content-box',
  width: 'auto',
  height: 'auto',
  'min-width': 'auto',
  'min-height': 'auto',
  'max-width': 'none',
  'max-height': 'none',
  ...perSide((side) => `margin-${side}`, '0px'),
  ...perSide((side) => `padding-${side}`, '0px'),
  ...perSide((side) => `border-${side}-width`, '0px'),
  ...perSide((side) => `border-${side}-style`, 'none'),
  ...perSide((side) => `border-${side}-color`, ''),
  'border-top-left-radius': '0px',
  'border-top-right-radius': '0px',
  'border-bottom-left-radius': '0px',
  'border-bottom-right-radius': '0px',
  'border-image-source': 'none',
  'border-image-slice': '100%',
  'border-image-width': '1',
  'border-image-outset': '0',
  'border-image-repeat': 'stretch',
  'flex-direction': 'row',
  'flex-wrap': 'nowrap',
  'flex-grow': '0',
  'flex-shrink': '1',
  'flex-basis': 'auto',
  'align-items': 'normal',
  'align-self': 'auto',
  'align-content': 'normal',
  'justify-content': 'normal',
  'justify-items': 'normal',
  'justify-self': 'auto',
  order: '0',
  'row-gap': 'normal',
  'column-gap': 'normal',
  'column-count': 'auto',
  'column-width': 'auto',
  'column-rule-width': '0px',
  'column-rule-style': 'none',
  'column-rule-color': '',
  'column-span': 'none',
  'grid-template-columns': 'none',
  'grid-template-rows': 'none',
  'grid-template-areas': 'none',
  'grid-auto-flow': 'row',
  'grid-auto-columns': 'auto',
  'grid-auto-rows': 'auto',
  'grid-column-start': 'auto',
  'grid-column-end': 'auto',
  'grid-row-start': 'auto',
  'grid-row-end': 'auto',
  'overflow-x': 'visible',
  'overflow-y': 'visible',
  'scrollbar-width': 'auto',
  'scrollbar-gutter': 'auto',
  opacity: '1',
  zoom: '1',
  isolation: 'auto',
  contain: 'none',
  'will-change': 'auto',
  transform: 'none',
  translate: 'none',
  rotate: 'none',
  scale: 'none',
  'transform-origin': '',
  'transform-style': 'flat',
  perspective: 'none',
  'perspective-origin': '',
  'backface-visibility': 'visible',
  filter: 'none',
  'backdrop-filter': 'none',
  'mix-blend-mode': 'normal',
  'clip-path': 'none',
  clip: 'auto',
  'mask-image': 'none',
  'mask-position': '0% 0%',
  'mask-size': 'auto',
  'mask-repeat': 'repeat',
  'mask-clip': 'border-box',
  'mask-origin': 'border-box',
  'mask-composite': 'add',
  'mask-mode': 'match-source',
  'background-color': 'rgba(0, 0, 0, 0)',
  'background-image': 'none',
  'background-position': '0% 0%',
  'background-size': 'auto',
  'background-repeat': 'repeat',
  'background-origin': 'padding-box',
  'background-attachment': 'scroll',
  'background-blend-mode': 'normal',
  'background-clip': 'border-box',
  'box-decoration-break': 'slice',
  'box-shadow': 'none',
  'outline-width': '0px',
  'outline-style': 'none',
  'outline-color': '',
  'outline-offset': '0px',
  'text-decoration-line': 'none',
  'text-decoration-style': 'solid',
  'text-decoration-color': '',
  'text-decoration-thickness': 'auto',
  'text-overflow': 'clip',
  'unicode-bidi': 'normal',
  'vertical-align': 'baseline',
  'object-fit': 'fill',
  'object-position': '50% 50%',
  'aspect-ratio': 'auto',
  'table-layout': 'auto',
  '-webkit-line-clamp': 'none',
  '-webkit-box-orient': 'horizontal',
  'counter-reset': 'none',
  'counter-increment': 'none',
  'counter-set': 'none',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
  'vector-effect': 'none',
}

const FIRST = Object.values({ ...INHERITED, ...OWN })
const NAMES = Object.keys({ ...INHERITED, ...OWN })
const INHERITS = Object.keys(INHERITED).length
const PLACES: Readonly<Record<string, number>> = Object.fromEntries(NAMES.map((name, at) => [name, at]))

/** Depends on another one; while that has its first value it says nothing. */
const IDLE = Object.entries({
  ...Object.fromEntries(SIDES.map((side) => [`border-${side}-color`, `border-${side}-width`])),
  'border-image-slice': 'border-image-source',
  'border-image-width': 'border-image-source',
  'border-image-outset': 'border-image-source',
  'border-image-repeat': 'border-image-source',
  'column-rule-color': 'column-rule-style',
  'column-rule-width': 'column-rule-style',
  'outline-color': 'outline-style',
  'outline-width': 'outline-style',
  'outline-offset': 'outline-style',
  'text-decoration-color': 'text-decoration-line',
  'perspective-origin': 'perspective',
  'mask-position': 'mask-image',
  'mask-size': 'mask-image',
  'mask-repeat': 'mask-image',
  'mask-clip': 'mask-image',
  'mask-origin': 'mask-image',
  'mask-composite': 'mask-image',
  'mask-mode': 'mask-image',
  'background-position': 'background-image',
  'background-size': 'background-image',
  'background-repeat': 'background-image',
  'background-origin': 'background-image',
  'background-attachment': 'background-image',
  'background-blend-mode': 'background-image',
}).map(([name, on]) => [PLACES[name], PLACES[on]] as [number, number])

/** Values that are pictures: an address in any other one is lost. */
const PICTURES = new Set(
  ['background-image', 'mask-image', 'border-image-source', 'list-style-image'].map((name) => PLACES[name]),
)

/** Computed values, each at its property's place. */
export type Look = string[]

export const lookOf = (computed: CSSStyleDeclaration): Look =>
  NAMES.map((name) => computed.getPropertyValue(name))

/** One value of a look. */
export const styleOf = (look: Look, name: string): string => look[PLACES[name] as number] ?? ''

/** A look with some values changed. */
export function withValues(look: Look, values: Record<string, string>): Look {
  const changed = [...look]
  for (const [name, value] of Object.entries(values)) changed[PLACES[name] as number] = value
  return changed
}

/** Its place in the page, which it does not have in a snapshot of its own. */
export const ALONE: Readonly<Record<string, string>> = {
  ...perSide((side) => side, 'auto'),
  ...perSide((side) => `margin-${side}`, '0px'),
  float: 'none',
  translate: 'none',
  order: '0',
  'flex-grow': '0',
  'flex-shrink': '1',
  'align-self': 'auto',
  'justify-self': 'auto',
}

const DISPLAY = PLACES.display as number
const SIZES = [PLACES.width, PLACES.height]
const LEAST = [PLACES['min-width'], PLACES['min-height']]
const COLOUR = PLACES.color as number
const TEXT_COLOURS = [PLACES['-webkit-text-fill-color'], PLACES['-webkit-text-stroke-color']] as number[]
const TURNS = ['transform', 'rotate', 'scale'].map((name) => PLACES[name] as number)
const ORIGIN = PLACES['transform-origin'] as number

/**
 * The declarations that make `look` out of an element without any style under `parent`. Values that would load
 * something are dropped, except pictures, which `picture` turns into names of our own.
 * @param sized it has a size of its own also where it stands in a line (pictures, drawings).
 */
export function declare(
  look: Look,
  parent: Look | null,
  picture: (url: string) => string | null,
  sized = false,
): string {
  const idle = new Set(IDLE.filter(([, on]) => look[on] === FIRST[on]).map(([at]) => at))
  if (TURNS.every((at) => look[at] === 'none')) idle.add(ORIGIN)
  if (look[DISPLAY] === 'inline' && !sized) for (const at of SIZES) idle.add(at as number)
  // A least size of nothing says something only to parts of a flexible box.
  if (!/flex|grid/.test(parent?.[DISPLAY] ?? ''))
    for (const at of LEAST) if (look[at as number] === '0px') idle.add(at as number)
  for (const at of TEXT_COLOURS) if (look[at] === look[COLOUR]) idle.add(at)
  let css = ''
  for (let at = 0; at < NAMES.length; at++) {
    const value = look[at] ?? ''
    if (value === '' || value === (at < INHERITS && parent ? parent[at] : FIRST[at]) || idle.has(at)) continue
    const safe = withoutLoads(value, PICTURES.has(at) ? picture : () => null)
    if (safe !== null) css += `${NAMES[at]}:${safe};`
  }
  return css
}

const LOADS = /(?:url|src|image-set|image|element|cross-fade|attr|if|paint)\s*\(/i

/**
 * A computed value with its addresses replaced; null where one can't be. Computed values hold no escapes outside of
 * their quotes, and no imports; places in the drawing itself (`#name`) stay.
 */
export function withoutLoads(value: string, picture: (url: string) => string | null): string | null {
  let lost = false
  const names: string[] = []
  const rest = value.replace(/url\("((?:[^"\\]|\\.)*)"\)/g, (_, url: string) => {
    const name = /^#[\w-]+$/.test(url) ? url : picture(url)
    lost ||= name === null
    return `\0${names.push(`url("${name}")`) - 1}\0`
  })
  if (lost || /[{}<;]|\\/.test(rest) || LOADS.test(rest)) return null
  return rest.replace(/\0(\d+)\0/g, (_, at) => names[Number(at)] ?? '')
}
