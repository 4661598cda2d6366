/** Properties that children take from their parent, with their first value; written only where they change. */
export const INHERITED: Readonly<Record<string, string>> = {
  color: 'rgb(0, 0, 0)',
  'font-family': '',
  'font-size': '16px',
  'font-style': 'normal',
  'font-weight': '400',
  'font-stretch': '100%',
  'font-variant': 'normal',
  'line-height': 'normal',
  'letter-spacing': 'normal',
  'word-spacing': '0px',
  'text-align': 'start',
  'text-indent': '0px',
  'text-transform': 'none',
  'text-shadow': 'none',
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
  'border-collapse': 'separate',
  'border-spacing': '0px',
  'caption-side': 'top',
  'empty-cells': 'show',
  quotes: 'auto',
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-dasharray': 'none',
  'stroke-opacity': '1',
  'text-anchor': 'start',
  '-webkit-text-stroke-width': '0px',
  '-webkit-text-fill-color': '',
}

/** The other properties that shape what is seen, with the value that need not be written. */
export const OWN: Readonly<Record<string, string>> = {
  display: 'inline',
  position: 'static',
  top: 'auto',
  right: 'auto',
  bottom: 'auto',
  left: 'auto',
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
  'margin-top': '0px',
  'margin-right': '0px',
  'margin-bottom': '0px',
  'margin-left': '0px',
  'padding-top': '0px',
  'padding-right': '0px',
  'padding-bottom': '0px',
  'padding-left': '0px',
  'border-top-width': '0px',
  'border-right-width': '0px',
  'border-bottom-width': '0px',
  'border-left-width': '0px',
  'border-top-style': 'none',
  'border-right-style': 'none',
  'border-bottom-style': 'none',
  'border-left-style': 'none',
  'border-top-color': '',
  'border-right-color': '',
  'border-bottom-color': '',
  'border-left-color': '',
  'border-top-left-radius': '0px',
  'border-top-right-radius': '0px',
  'border-bottom-left-radius': '0px',
  'border-bottom-right-radius': '0px',
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
  'grid-template-columns': 'none',
  'grid-template-rows': 'none',
  'grid-auto-flow': 'row',
  'grid-column-start': 'auto',
  'grid-column-end': 'auto',
  'grid-row-start': 'auto',
  'grid-row-end': 'auto',
  'overflow-x': 'visible',
  'overflow-y': 'visible',
  opacity: '1',
  transform: 'none',
  'transform-origin': '',
  filter: 'none',
  'backdrop-filter': 'none',
  'mix-blend-mode': 'normal',
  'clip-path': 'none',
  'background-color': 'rgba(0, 0, 0, 0)',
  'background-image': 'none',
  'background-position': '0% 0%',
  'background-size': 'auto',
  'background-repeat': 'repeat',
  'background-clip': 'border-box',
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
  content: 'normal',
}

const NAMES = [...Object.keys(INHERITED), ...Object.keys(OWN)]
/** Depends on another one, which has its initial value: then it says nothing. */
const IDLE: [string, string, string][] = [
  ['border-top-color', 'border-top-width', '0px'],
  ['border-right-color', 'border-right-width', '0px'],
  ['border-bottom-color', 'border-bottom-width', '0px'],
  ['border-left-color', 'border-left-width', '0px'],
  ['outline-color', 'outline-style', 'none'],
  ['outline-width', 'outline-style', 'none'],
  ['text-decoration-color', 'text-decoration-line', 'none'],
  ['transform-origin', 'transform', 'none'],
]

/** Computed values by property name. */
export type Look = Record<string, string>

export function lookOf(computed: CSSStyleDeclaration): Look {
  const look: Look = {}
  for (const name of NAMES) look[name] = computed.getPropertyValue(name)
  return look
}

/**
 * The declarations that make `look` out of an element without any style under `parent`. Values that would load
 * something are dropped, except pictures, which `picture` turns into names of our own.
 */
export function declare(look: Look, parent: Look | null, picture: (url: string) => string | null): string {
  const idle = new Set(IDLE.filter(([, on, value]) => look[on] === value).map(([name]) => name))
  let css = ''
  for (const name of NAMES) {
    const value = look[name] ?? ''
    const inherited = name in INHERITED
    if (value === '' || idle.has(name) || name === 'content') continue
    if (value === (inherited && parent ? parent[name] : (INHERITED[name] ?? OWN[name]))) continue
    if (!inherited && look.display === 'inline' && (name === 'width' || name === 'height')) continue
    const safe = withoutLoads(value, name === 'background-image' ? picture : () => null)
    if (safe !== null) css += `${name}:${safe};`
  }
  return css
}

/** A computed value with its addresses replaced; null where one can't be. Computed values hold no escapes or imports. */
function withoutLoads(value: string, picture: (url: string) => string | null): string | null {
  if (/[{}<]|\\/.test(value)) return null
  if (!/(?:url|src|image-set|image|element|cross-fade|attr|if|paint)\s*\(/i.test(value)) return value
  let lost = false
  const replaced = value.replace(/url\("([^"]*)"\)/g, (_, url: string) => {
    const name = picture(url)
    lost ||= name === null
    return `url("${name}")`
  })
  return lost || /(?:src|image-set|image|element|cross-fade|attr|if|paint)\s*\(/i.test(replaced)
    ? null
    : replaced
}
