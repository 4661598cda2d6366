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
  let at: Element | DocumentFragment = root
  for (const part of partsOf(markup)) {
    if (part.kind === 'text') at.append(doc.createTextNode(part.text))
    else if (part.kind === 'end') at = at.parentNode as Element | DocumentFragment
    else {
      const element = part.drawing ? doc.createElementNS(SVG, part.name) : doc.createElement(part.name)
      for (const [key, value] of part.attributes)
        element.setAttribute(key, key === 'src' ? picture(value) : value)
      at.append(element)
      if (!part.empty) at = element
    }
  }
  return [...root.childNodes]
}

/**
 * Looks whether a snapshot holds nothing but what `serialise` writes, without building it: for whoever hands it on as
 * markup.
 * @throws ProblemError `bundleBroken`
 */
export function checkSnapshot(html: string): void {
  for (const _ of partsOf(readSnapshot(html).body));
}

type Part =
  | { kind: 'start'; name: string; drawing: boolean; attributes: [string, string][]; empty: boolean }
  | { kind: 'end' }
  | { kind: 'text'; text: string }

/** The tags and texts of a body, each held against what `serialise` writes. */
function* partsOf(markup: string): Generator<Part> {
  const open: { name: string; drawing: boolean }[] = []
  for (const token of tokensOf(markup)) {
    if (token.kind === 'text') yield token
    else if (token.kind === 'end') {
      if (open.pop()?.name !== token.name) broken(token.name)
      yield { kind: 'end' }
    } else {
      const { name } = token
      const around = open.at(-1)
      const drawing = name === 'svg' || (around?.drawing === true && around.name !== 'foreignObject')
      if (!(drawing ? SVG_NAMES : HTML_NAMES).has(name)) broken(name)
      const attributes = [...token.attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => {
        const plain = unescapeMarkup(value)
        return mayHave(name, drawing, key, plain)
          ? ([key, plain] as [string, string])
          : broken(`${name} ${key}`)
      })
      const empty = VOID.has(name) && !drawing
      if (!empty) open.push({ name, drawing })
      yield { kind: 'start', name, drawing, attributes, empty }
    }
  }
  if (open.length > 0) broken()
}

function mayHave(name: string, drawing: boolean, key: string, value: string): boolean {
  if (key === 'class') return /^f[0-9a-z]+(?: f[0-9a-z]+)?$/.test(value)
  if (key === 'lang') return /^[\w-]+$/.test(value)
  if (drawing) return SVG_ATTRIBUTES.has(key) && safeSvgValue(value)
  if (name !== 'img') return false
  return key === 'alt' || (key === 'src' && /^(flagpost-media:\d+:$|data:)/.test(value))
}
