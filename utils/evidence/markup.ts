/** Longest markup of one item; a longer one is cut off and says so. */
export const MAX_HTML = 3_000_000

/** Elements that may stand in a snapshot under their own name; every other one becomes a `div`. */
export const HTML_NAMES = new Set(
  'a abbr address article aside b bdi bdo blockquote br cite code dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  ),
)
export const VOID = new Set(['br', 'hr', 'img', 'wbr'])
/** Nothing of these is ever taken: they run, load, or show nothing. */
export const LEFT_OUT = new Set(
  'script style link meta base template noscript iframe frame frameset object embed applet portal param source track head title slot-'.split(
    ' ',
  ),
)

export const SVG_NAMES = new Set(
  'svg g path circle ellipse line polygon polyline rect text tspan defs linearGradient radialGradient stop clipPath mask title desc symbol'.split(
    ' ',
  ),
)
/** Attributes of drawings; none of them can hold an address that is loaded. */
export const SVG_ATTRIBUTES = new Set(
  'viewBox preserveAspectRatio d cx cy r rx ry x y x1 x2 y1 y2 width height points transform fill stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray fill-rule clip-rule opacity fill-opacity stroke-opacity offset stop-color stop-opacity gradientUnits gradientTransform id clip-path mask font-size font-weight text-anchor dx dy'.split(
    ' ',
  ),
)

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand in markup, in an element or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
}

/** A drawing's attribute value, if nothing in it points outside of the drawing. */
export function safeSvgValue(value: string): boolean {
  const without = value.replace(/url\(\s*["']?#[\w-]+["']?\s*\)/gi, '')
  return !/url\s*\(|javascript:|data:|:\/\//i.test(without)
}
