import { HTML_NAMES, PICTURE, SVG_ATTRIBUTES, SVG_NAMES, safeSvgValue, VOID } from './markup'
import { broken, tokensOf, unescapeMarkup } from './tokens'

/** A snapshot taken apart: what its frame is built from. */
export type Snapshot = { language: string; direction: 'ltr' | 'rtl'; css: string; body: string }

const WHOLE =
  /^<!doctype html><html(?: lang="([\w-]*)")?(?: dir="(rtl|ltr)")?><head><meta charset="utf-8">(?:<style>([^<]*)<\/style>)?<\/head><body>(.*)<\/body><\/html>$/s
const ATTRIBUTE = /([a-zA-Z0-9-]+)="([^"]*)"/g
const SVG = 'http://www.w3.org/2000/svg'

/** Takes a snapshot apart. @throws ProblemError `bundleBroken` for what `serialise` never writes. */
export function readSnapshot(html: string): Snapshot {
  const [whole, language = '', direction = 'ltr', css = '', body = ''] = WHOLE.exec(html) ?? []
  if (whole === undefined) return broken()
  return { language, direction: direction as 'ltr' | 'rtl', css, body }
}

/** The same snapshot with other styles and another body. */
export function snapshotMarkup(html: string, { css, body }: Pick<Snapshot, 'css' | 'body'>): string {
  const start = html.slice(0, html.indexOf('<style>') + '<style>'.length)
  return `${start}${css}</style></head><body>${body}</body></html>`
}

/**
 * Builds a snapshot in an empty document, element by element: the markup is never given to an HTML parser (our
 * pages' policy forbids that), and only what `serialise` writes is read at all. So nothing in it can run, whatever a
 * page put into its post.
 * @param pictureOf the address to show for the N-th medium; null where it was not kept.
 * @throws ProblemError `bundleBroken`
 */
export function buildSnapshot(
  doc: Document,
  { language, direction, css, body }: Snapshot,
  pictureOf: (at: number) => string | null,
): void {
  const picture = (text: string) => text.replace(PICTURE, (_, at) => pictureOf(Number(at)) ?? 'data:,')
  doc.documentElement.lang = language
  doc.documentElement.dir = direction
  doc.body.replaceChildren(...nodesOf(doc, body, picture))
  // A sheet of its own window: no inline style, which the policy would not let through.
  const { CSSStyleSheet: Sheet } = doc.defaultView as Window & typeof globalThis
  const sheet = new Sheet()
  sheet.replaceSync(picture(css))
  doc.adoptedStyleSheets = [sheet]
}

/** The nodes that a body's markup stands for. */
function nodesOf(doc: Document, markup: string, picture: (text: string) => string): Node[] {
  const root = doc.createDocumentFragment()
  const open: (Element | DocumentFragment)[] = [root]
  for (const token of tokensOf(markup)) {
    const parent = open.at(-1) ?? broken()
    if (token.kind === 'text') parent.append(doc.createTextNode(token.text))
    else if (token.kind === 'end') {
      if (open.length < 2 || (parent as Element).localName !== token.name) broken()
      open.pop()
    } else {
      const { name, attributes } = token
      const drawing = name === 'svg' || isDrawing(parent as Element)
      if (!(drawing ? SVG_NAMES : HTML_NAMES).has(name)) broken(name)
      const element = drawing ? doc.createElementNS(SVG, name) : doc.createElement(name)
      for (const [, key = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
        const plain = unescapeMarkup(value)
        if (!mayHave(name, drawing, key, plain)) broken(`${name} ${key}`)
        element.setAttribute(key, key === 'src' ? picture(plain) : plain)
      }
      parent.append(element)
      if (!(VOID.has(name) && !drawing)) open.push(element)
    }
  }
  if (open.length !== 1) broken()
  return [...root.childNodes]
}

/** Is what stands in it a part of a drawing? */
const isDrawing = ({ namespaceURI, localName }: Element) =>
  namespaceURI === SVG && localName !== 'foreignObject'

function mayHave(name: string, drawing: boolean, key: string, value: string): boolean {
  if (key === 'class') return /^f[0-9a-z]+(?: f[0-9a-z]+)?$/.test(value)
  if (key === 'lang') return /^[\w-]+$/.test(value)
  if (drawing) return SVG_ATTRIBUTES.has(key) && safeSvgValue(value)
  if (name !== 'img') return false
  return key === 'alt' || (key === 'src' && /^(flagpost-media:\d+:$|data:)/.test(value))
}
