// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_TEXT } from '../../utils/limits'
import { siteById } from '../../utils/sites'
import { type Context, PARSERS, parserOf } from '../../utils/sites/parsers'
import { readText } from '../../utils/sites/readText'
import type { Site } from '../../utils/sites/site'
import { open } from './pages'

const context: Context = { rules: (siteById('bluesky') as Site).find, page: 'https://bsky.app/' }
const parse = (name: keyof typeof PARSERS, value: string, argument = '') =>
  PARSERS[name](value, argument, context)

describe('parsers', () => {
  it('take an instant only with its zone', () => {
    expect(parse('iso', '2026-04-20T12:05:00.000Z')).toBe('2026-04-20T12:05:00.000Z')
    expect(parse('iso', '2018-01-10T13:56:05.174000+0000')).toBe('2018-01-10T13:56:05.174Z')
    expect(parse('iso', '2026-04-20T12:05+02:00')).toBe('2026-04-20T10:05:00.000Z')
    for (const value of [
      '2026-04-20T12:05:00',
      '2026-04-20',
      '2026-13-20T12:05:00Z',
      '2026-02-30T12:05:00Z',
      'yesterday',
      '',
    ]) {
      expect(parse('iso', value), value).toBeNull()
    }
  })

  it('read back every instant that they are given', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1991'), max: new Date('2099'), noInvalidDate: true }), (date) => {
        expect(parse('iso', date.toISOString())).toBe(date.toISOString())
      }),
    )
  })

  it('give addresses only of the web', () => {
    expect(parse('address', '/x?y=1')).toBe('https://bsky.app/x?y=1')
    for (const value of [
      'javascript:alert(1)',
      'data:text/html,x',
      'blob:https://x/1',
      'https://u:p@x.example/',
      ' ',
    ]) {
      expect(parse('address', value), value).toBeNull()
    }
    expect(parse('style', 'background-image: url("/a.png")')).toBe('https://bsky.app/a.png')
    expect(parse('srcset', '/a.png 1x, /b.png 2x')).toBe('https://bsky.app/b.png')
    expect(parse('query', 'https://x.example/a?name=small', 'name=orig')).toBe(
      'https://x.example/a?name=orig',
    )
  })

  it('never throw, and a name from a newer pack reads nothing', () => {
    expect(parserOf('toString')).toBeNull()
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(PARSERS)),
        fc.string(),
        fc.string(),
        (name, value, argument) => {
          const got = parserOf(name)?.(value, argument.replace(/[{}]/g, ''), context)
          expect(got === null || typeof got === 'string').toBe(true)
        },
      ),
    )
  })
})

describe('the text of an element', () => {
  const text = (html: string, rules = {}) => {
    const doc = open(`<body><div id="x">${html}</div></body>`, 'https://a.example/')
    return readText(doc.getElementById('x') as unknown as Element, { limit: MAX_TEXT, ...rules }).text
  }

  it('keeps lines and drops what nobody sees', () => {
    expect(text('One <b>two</b><br>three<p>four</p>five')).toBe('One two\nthree\n\nfour\n\nfive')
    expect(text('a<span style="display:none">b</span><span hidden>c</span>e')).toBe('ae')
    expect(text('a<span class="k" style="display:none">b</span>', { keep: '.k' })).toBe('ab')
    expect(text('a<button>Show more</button><script>1</script><style>x</style>')).toBe('a')
  })

  it('reads emoji that are pictures', () => expect(text('hi <img alt="🌿"> there')).toBe('hi 🌿 there'))

  it('is data, whatever it looks like', () => {
    expect(text('&lt;script&gt;alert(1)&lt;/script&gt; \u202egnp.exe')).toBe(
      '<script>alert(1)</script> \u202egnp.exe',
    )
  })

  it('ends at the limit without half a character, however long it is', () => {
    const doc = open('<body><div id="x"></div></body>', 'https://a.example/')
    const element = doc.getElementById('x') as unknown as Element
    element.textContent = `a${'😀'.repeat(2_500_000)}`
    const { text: got, cut } = readText(element, { limit: MAX_TEXT })
    expect(cut).toBe(true)
    expect(got.length).toBeLessThanOrEqual(MAX_TEXT)
    expect(got).not.toMatch(/[\ud800-\udbff]$/)
  })

  it('is the words of any markup, in order, and nothing blows up in depth', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('b', 'p', 'div', 'span', 'li'), fc.stringMatching(/^[a-z]{1,8}$/)),
          { maxLength: 20 },
        ),
        (parts) => {
          const words = text(parts.map(([tag, word]) => `<${tag}>${word}</${tag}> `).join(''))
          expect(words.split(/\s+/).filter(Boolean)).toEqual(parts.map(([, word]) => word))
        },
      ),
      { numRuns: 50 },
    )
    const doc = open('<body></body>', 'https://a.example/')
    const nested = (depth: number) => {
      const root = doc.createElement('div')
      let at: Element = root
      for (let i = 0; i < depth; i++) at = at.appendChild(doc.createElement('b'))
      at.append('deep')
      return readText(root, { limit: 100 })
    }
    expect(nested(9_000)).toEqual({ text: 'deep', cut: false })
    // More than a page may make us walk: what was not read is never taken for the end of the text.
    expect(nested(20_000)).toEqual({ text: '', cut: true })
  })
})
