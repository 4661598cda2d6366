import { binary, fromBinary } from '../bytes'
import { GLYPH } from '../flag/orphans'

/** Our action as Chromium writes it down, and nothing that only looks like it: no page hides words of its own by it. */
const ACTION = new RegExp(
  `<button [^>]*><svg [^>]*><path d="${GLYPH}"></path></svg>[^<]{0,200}</button><div popover="manual"></div>`,
  'g',
)
/** What is left of our two hosts then. */
const SHELL = /<(span|div)(?: popover="manual")?><template shadowmode="closed"><\/template><\/\1>/g
/** Tokens of the session that pages keep in their head. (Hidden fields the browser leaves out by itself.) */
const META = /<meta\b[^>]*>/gi
const SECRET = /\b(?:name|property|id|http-equiv)="[^"]*(?:csrf|xsrf|token|nonce)[^"]*"/i

/**
 * A page's file as the browser wrote it (MHTML, RFC 2557), without our action and form, without other extensions'
 * files, and without the page's own tokens; all else byte by byte as it was.
 * @throws RangeError for what is no such file.
 */
export function withoutOurs(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const text = binary(file)
  const [, boundary] = /^Content-Type: multipart\/related;[\s\S]*?boundary="([^"\r\n]+)"/m.exec(text) ?? []
  if (boundary === undefined) throw new RangeError('no MHTML')
  const [head = '', ...parts] = text.split(`\r\n--${boundary}`)
  const last = parts.pop()
  if (last === undefined || !last.startsWith('--')) throw new RangeError('MHTML without an end')
  const foreign = (part: string) => /^chrome-extension:/i.test(headerOf(part, 'Content-Location'))
  const gone = parts.filter(foreign).map((part) => headerOf(part, 'Content-ID').replace(/^<|>$/g, ''))
  const kept = parts.filter((part) => !foreign(part)).map((part) => cleaned(part, gone))
  return fromBinary([head, ...kept, last].join(`\r\n--${boundary}`))
}

/** One part; markup without what is ours and without tokens. */
function cleaned(part: string, gone: readonly string[]): string {
  if (!/^text\/html\b/i.test(headerOf(part, 'Content-Type'))) return part
  const body = part.indexOf('\r\n\r\n') + 4
  const quoted = /^quoted-printable$/i.test(headerOf(part, 'Content-Transfer-Encoding'))
  const markup = quoted ? fromQuoted(part.slice(body)) : part.slice(body)
  const frames = (frame: string) =>
    gone.some((id) => id !== '' && frame.includes(`"cid:${id}"`)) ? '' : frame
  const clean = markup
    .replace(ACTION, '')
    .replace(/<iframe [^>]*><\/iframe>/g, frames)
    .replace(SHELL, '')
    .replace(META, (meta) => (SECRET.test(meta) ? '' : meta))
  if (clean === markup) return part
  return part.slice(0, body) + (quoted ? toQuoted(clean) : clean)
}

const headerOf = (part: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(part.slice(0, part.indexOf('\r\n\r\n')))?.[1]?.trim() ?? ''

/** Quoted-printable (RFC 2045, 6.7) to bytes and back, a character for each byte. */
export const fromQuoted = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

export function toQuoted(bytes: string): string {
  const code = (char: string) => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  return bytes
    .split('\r\n')
    .map((line) => wrapped(line.replace(/[^\t\x20-\x3c\x3e-\x7e]/g, code).replace(/[\t ]$/, code)))
    .join('\r\n')
}

/** A line of 76 characters at most, a sign at each end that it goes on; no code is cut in two. */
function wrapped(line: string): string {
  const pieces: string[] = []
  let at = 0
  while (line.length - at > 76) {
    let end = at + 75
    if (line[end - 1] === '=') end -= 1
    else if (line[end - 2] === '=') end -= 2
    pieces.push(line.slice(at, end))
    at = end
  }
  return [...pieces, line.slice(at)].join('=\r\n')
}
