import { ProblemError } from '../problem'
import { escapeMarkup, VOID } from './markup'

/** A tag or a text of a snapshot's body, in the order in which they stand. */
export type Token =
  | { kind: 'start'; name: string; attributes: string }
  | { kind: 'end'; name: string }
  | { kind: 'text'; text: string }

const TOKEN = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z0-9-]+="[^"<>]*")*)>|([^<]+)/y
const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Reads what `writer.ts` writes. @throws ProblemError `bundleBroken` for anything else. */
export function tokensOf(markup: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < markup.length) {
    const [token, close, name = '', attributes = '', text] = TOKEN.exec(markup) ?? broken()
    if (text !== undefined) tokens.push({ kind: 'text', text: unescapeMarkup(text) })
    else if (!close) tokens.push({ kind: 'start', name, attributes })
    else if (attributes === '') tokens.push({ kind: 'end', name })
    else broken(token)
  }
  return tokens
}

/** The markup again. */
export const markupOf = (tokens: readonly Token[]): string =>
  tokens
    .map((one) =>
      one.kind === 'text'
        ? escapeMarkup(one.text)
        : one.kind === 'start'
          ? `<${one.name}${one.attributes}>`
          : `</${one.name}>`,
    )
    .join('')

/** The place of the tag that ends the one at `at`; the tag itself where nothing can stand in it. */
export function endOf(tokens: readonly Token[], at: number): number {
  const start = tokens[at]
  if (start?.kind !== 'start' || VOID.has(start.name)) return at
  let depth = 0
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.kind === 'start' && !VOID.has(token.name)) depth++
    else if (token.kind === 'end' && --depth === 0) return i
  }
  return tokens.length - 1
}

export const unescapeMarkup = (text: string) =>
  text.replace(/&([a-z]+|#\d+);/g, (_, sign) => SIGNS[sign] ?? broken())

export function broken(token = ''): never {
  throw new ProblemError({ code: 'bundleBroken', params: { what: `snapshot ${token.slice(0, 40)}`.trim() } })
}
