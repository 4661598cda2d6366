// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkup } from '../../utils/evidence/markup'
import { buildSnapshot, checkSnapshot, readSnapshot } from '../../utils/evidence/show'

const whole = (body: string, css = '.f0{color:red}') =>
  `<!doctype html><html lang="en" dir="rtl"><head><meta charset="utf-8"><style>${css}</style></head><body>${body}</body></html>`
const frame = () => {
  const doc = document.implementation.createHTMLDocument('')
  // A frame's document has a window of its own; here it is the test's.
  Object.defineProperty(doc, 'defaultView', { value: window })
  return doc
}
function build(body: string, pictures: (string | null)[] = []): Document {
  const doc = frame()
  buildSnapshot(doc, readSnapshot(whole(body)), (at) => pictures[at] ?? null)
  return doc
}

describe('a snapshot', () => {
  it('is built as it was written: text, classes, drawings, kept pictures', () => {
    const doc = build(
      '<div class="f0">A &amp; b &lt;i&gt;<br>next<svg viewBox="0 0 8 8"><linearGradient id="g"></linearGradient><path class="f1" d="M0 0h8"></path></svg><img class="f2" src="flagpost-media:0:" alt="a &quot;cat&quot;"><img src="flagpost-media:1:" alt=""></div>',
      ['blob:kept'],
    )
    expect(doc.documentElement.lang).toBe('en')
    expect(doc.documentElement.dir).toBe('rtl')
    expect(doc.body.textContent).toBe('A & b <i>next')
    expect(doc.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg')
    expect(doc.querySelector('svg')?.firstElementChild?.localName).toBe('linearGradient')
    const [kept, gone] = doc.querySelectorAll('img')
    expect(kept?.getAttribute('src')).toBe('blob:kept')
    expect(kept?.alt).toBe('a "cat"')
    expect(gone?.getAttribute('src')).toBe('data:,')
    expect(doc.adoptedStyleSheets).toHaveLength(1)
  })

  it.each([
    '<script>alert(1)</script>',
    '<p onclick="alert(1)">a</p>',
    '<p style="color:red">a</p>',
    '<img src="https://example.com/a.png" alt="">',
    '<img src="javascript:alert(1)" alt="">',
    '<a href="https://example.com">a</a>',
    '<iframe></iframe>',
    '<svg><use href="#a"></use></svg>',
    '<svg><path fill="url(https://example.com/a)"></path></svg>',
    '<svg><script></script></svg>',
    '<div class="a b">a</div>',
    '<div>',
    '</div>',
    '<b><i></b></i>',
    '<p>a > b</p><',
    '<!-- a -->',
    '&copy;',
  ])('is refused with anything in it that we never write: %s', (body) => {
    expect(() => build(body)).toThrow('bundleBroken')
    expect(() => checkSnapshot(whole(body))).toThrow('bundleBroken')
  })

  it.each([
    '',
    '<html><body>a</body></html>',
    whole('').replace('<body>', '<link rel="x"><body>'),
    whole('', '</style><script>1</script>'),
  ])('is refused without the head that we write', (html) => {
    expect(() => readSnapshot(html)).toThrow('bundleBroken')
  })

  it('shows any text as that text, and any markup at all as nothing but allowed elements', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(build(`<p>${escapeMarkup(text)}</p>`).body.textContent).toBe(text)
      }),
    )
    const part = fc.constantFrom(
      '<',
      '>',
      '"',
      '/',
      ' ',
      'p',
      'img',
      'script',
      'src=',
      'on',
      'svg',
      '=',
      '&',
      'a',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        try {
          const doc = build(parts.join(''))
          expect(doc.querySelectorAll('script, [src], [onerror]').length).toBe(0)
        } catch (error) {
          expect((error as Error).message).toBe('bundleBroken')
        }
      }),
    )
  })
})
