import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromQuoted, toQuoted, withoutOurs } from '../../utils/evidence/mhtml'
import { GLYPH } from '../../utils/flag/orphans'

const EDGE = '----MultipartBoundary--abc----'
const ACTION =
  '<span><template shadowmode="closed"><button popovertarget="" title="Report with Flagpost" class=""><svg viewBox="0 0 24 24">' +
  `<path d="${GLYPH}"></path></svg>Reported</button><div popover="manual"></div></template></span>`
const FORM =
  '<div popover="manual"><template shadowmode="closed"><iframe title="Report" src="cid:frame-2@mhtml.blink" style=""></iframe></template></div>'

const part = (location: string, type: string, body: string, id = '') =>
  [
    `--${EDGE}`,
    `Content-Type: ${type}`,
    ...(id ? [`Content-ID: <${id}>`] : []),
    'Content-Transfer-Encoding: quoted-printable',
    `Content-Location: ${location}`,
    '',
    toQuoted(body),
    '',
  ].join('\r\n')
const file = (...parts: string[]) =>
  [
    'From: <Saved by Blink>',
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${EDGE}"`,
    '',
    '',
    '',
  ].join('\r\n') +
  parts.join('') +
  `--${EDGE}--\r\n`
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const cleaned = (text: string) => Buffer.from(withoutOurs(bytes(text))).toString('latin1')
const page = (body: string) => part('https://social.example/1', 'text/html', body, 'frame-1@mhtml.blink')
const image = part('https://social.example/1.css', 'text/css', `a::before { content: "${GLYPH}" }`)
const ours = part('chrome-extension://abc/compose.html#1', 'text/html', 'Quotation?', 'frame-2@mhtml.blink')

describe('a page’s file', () => {
  it('is what it was, without our action, form and files', () => {
    const whole = (body: string, ...more: string[]) => file(page(body), ...more)
    expect(cleaned(whole(`<p>Words</p>${ACTION}<p>More</p></body>${FORM}</html>`, ours, image))).toBe(
      whole('<p>Words</p><p>More</p></body></html>', image),
    )
  })

  it('keeps what only looks like ours, so that no page hides its words that way', () => {
    const fakes = [
      `<button><svg viewBox="0 0 24 24"><path d="${GLYPH}"></path></svg>Words <b>of the page</b></button>`,
      `<div><template shadowmode="closed"><p>Words of the page</p><path d="${GLYPH}"></path></template></div>`,
      '<iframe src="cid:frame-3@mhtml.blink"></iframe>',
      '<iframe src="cid:"></iframe>',
    ]
    for (const fake of fakes) expect(cleaned(file(page(fake), ours))).toBe(file(page(fake)))
  })

  it('loses the tokens of the session in its head, and no other words about the page', () => {
    const head = '<meta charset="utf-8"><meta property="og:title" content="Token ring">'
    const secret = '<meta name="csrf-token" content="abc"><meta content="def" name="X-XSRF">'
    expect(cleaned(file(page(`${head}${secret}`)))).toBe(file(page(head)))
  })

  it('is refused if it is none', () => {
    for (const text of ['', 'From: <Saved by Blink>\r\n', file(page('')).replace(`--${EDGE}--`, '')])
      expect(() => cleaned(text)).toThrow(RangeError)
  })

  it('is left byte by byte as it was where nothing of ours is in it', () => {
    const any = fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)) })
    fc.assert(
      fc.property(any, (words) => {
        const clean = file(page(words), image)
        expect(cleaned(clean)).toBe(clean)
      }),
    )
  })
})

describe('quoted-printable', () => {
  it('brings every byte back, in short lines of plain characters', () => {
    const pieces = fc.oneof(
      fc.nat(255).map((code) => String.fromCharCode(code)),
      fc.constantFrom('\r\n', '\n', ' \r\n', '=', '=\r\n', 'x'.repeat(74), 'é='),
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
        const coded = toQuoted(parts.join(''))
        expect(fromQuoted(coded)).toBe(parts.join(''))
        for (const line of coded.split('\r\n')) expect(line).toMatch(/^[\t\x20-\x7e]{0,76}$/)
      }),
    )
  })
})
