/** Longest markup of one item; a longer one is cut off and says so. */
export const MAX_HTML = 3_000_000

/** How a snapshot's markup names a picture: N counts the record's media. */
export const PICTURE = /flagpost-media:(\d+):/g

const words = (text: string) => new Set(text.split(' '))

/**
 * Elements that may stand in a snapshot under their own name; every other one becomes a `div`. What an HTML parser
 * does not leave where it is written (parts of tables, what closes by itself) is not among them, or only in `tagFor`.
 */
export const HTML_NAMES = words(
  'a abbr address article aside b bdi bdo blockquote br button cite code dd del dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p q s samp section small span strong sub sup time u ul var wbr',
)
export const VOID = words('br hr img wbr')
/** Nothing of these is ever taken: they run, load, or show nothing. */
export const LEFT_OUT = words(
  'script style link meta base template noscript iframe frame frameset object embed applet portal fencedframe param source track head title datalist',
)

/** What may stand in a paragraph without ending it. */
const PHRASES = words(
  'a abbr b bdi bdo br button cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr',
)
const LISTS = words('ul ol dl')
const HEADING = /^h[1-6]$/

/**
 * The name under which an element is written so that a parser finds it where it was: a parser ends a paragraph before
 * a block, a link before a link, a heading before a heading.
 * @param open names of the elements around it as they were written, the innermost last.
 */
export function tagFor(name: string, open: readonly string[]): string {
  if (name === 'li' || name === 'dt' || name === 'dd')
    return LISTS.has(open.at(-1) ?? '') ? name : tagFor('div', open)
  const known = HTML_NAMES.has(name) ? name : 'div'
  if (open.includes('p') && !PHRASES.has(known)) return 'span'
  if (HEADING.test(known) && open.some((one) => HEADING.test(one))) return 'span'
  if ((known === 'a' || known === 'button') && open.includes(known)) return 'span'
  return known
}

export const SVG_NAMES = words(
  'svg g path circle ellipse line polygon polyline rect text tspan defs linearGradient radialGradient stop clipPath mask pattern marker title desc foreignObject filter feGaussianBlur feOffset feColorMatrix feMerge feMergeNode feFlood feComposite feBlend feDropShadow',
)
/** Attributes of drawings; none of them can hold an address that is loaded. */
export const SVG_ATTRIBUTES = words(
  'viewBox preserveAspectRatio d cx cy r rx ry fx fy x y x1 x2 y1 y2 width height points transform fill stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset fill-rule clip-rule opacity fill-opacity stroke-opacity offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod patternUnits patternTransform patternContentUnits clipPathUnits maskUnits maskContentUnits markerWidth markerHeight markerUnits refX refY orient id clip-path mask filter font-size font-weight text-anchor dominant-baseline dx dy in in2 result stdDeviation values type mode operator k1 k2 k3 k4 flood-color flood-opacity filterUnits color-interpolation-filters',
)

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand in markup, in an element or in a quoted attribute: a parser finds what was written. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
}

/** A drawing's attribute value, if nothing in it points outside of the drawing. */
export function safeSvgValue(value: string): boolean {
  const without = value.replace(/url\(\s*["']?#[\w-]+["']?\s*\)/gi, '')
  return !/url\s*\(|javascript:|data:|:\/\/|\\/i.test(without)
}
