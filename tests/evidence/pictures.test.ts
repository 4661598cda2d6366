import { describe, expect, it } from 'vitest'
import { picturesOf } from '../../utils/evidence/pictures'
import type { Media } from '../../utils/notice'

const A = 'data:image/png;base64,AAAA'
const B = 'data:image/png;base64,BBBB'
const image = (url: string | null, alt: string | null = null): Media => ({
  kind: 'image',
  url,
  poster: null,
  alt,
})
const snapshot = (body: string) =>
  `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><style></style></head><body>${body}</body></html>`

/** Which picture is found for a medium in a snapshot of two. */
function found(medium: Media, [one, other]: [string, string], alts: [string, string] = ['', '']) {
  const template = snapshot(
    `<div><img src="flagpost-media:0:" alt="${alts[0]}"><img src="flagpost-media:1:" alt="${alts[1]}"></div>`,
  )
  return picturesOf([medium], { template, media: [A, B], addresses: [one, other] })[0]
}

describe('the picture that was kept of a medium', () => {
  it.each<[string, string, [string, string]]>([
    ['its own address', 'https://m.example/b.png', ['https://m.example/a.png', 'https://m.example/b.png']],
    [
      'another size by the query',
      'https://pbs.example/media/AbC?name=orig',
      ['https://pbs.example/media/XyZ?name=small', 'https://pbs.example/media/AbC?name=small'],
    ],
    [
      'another size by the folder',
      'https://f.example/original/77ab99cd.png',
      ['https://f.example/small/11ab99cd.png', 'https://f.example/small/77ab99cd.webp'],
    ],
  ])('is found by %s', (_, url, addresses) => expect(found(image(url), addresses)).toBe(B))

  it('is found by the page’s words for it, where they are one picture’s', () => {
    const addresses: [string, string] = ['https://c.example/1', 'https://c.example/2']
    const medium = image('https://d.example/3', 'A "house" & <b>tree</b>')
    const words = 'A &quot;house&quot; &amp; &lt;b&gt;tree&lt;/b&gt;'
    expect(found(medium, addresses, ['Another', words])).toBe(B)
    expect(found(medium, addresses, [words, words])).toBeNull()
  })

  it('is none rather than the wrong one', () => {
    expect(found(image('https://d.example/3.png'), ['https://c.example/1', 'https://c.example/2'])).toBeNull()
    expect(found(image(null), ['https://c.example/1', 'https://c.example/2'])).toBeNull()
    expect(found({ ...image('https://c.example/1'), kind: 'video' }, ['https://c.example/1', ''])).toBeNull()
  })

  it('also stands in the snapshot itself', () => {
    const template = snapshot(`<img src="${A}" alt="A house"><img src="data:," alt="A house">`)
    expect(picturesOf([image(null, 'A house')], { template, media: [], addresses: [] })).toEqual([A])
  })
})
