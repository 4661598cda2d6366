// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { readItem } from '../../utils/sites/read'
import { open } from './pages'

const PAGE = 'https://forum.example/t/7?utm_source=x'
const OWN = 'https://forum.example/t/7'

const posting = (more: object) =>
  `<script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', name: 'The forum' },
      {
        '@type': 'SocialMediaPosting',
        author: [{ '@type': 'Person', name: 'Ada Writes' }],
        datePublished: '2026-03-04T05:06:07+02:00',
        articleBody: 'Words of the posting.',
        ...more,
      },
    ],
  })}</script>`
const page = (head: string, body = '<p>Around.</p>') =>
  open(
    `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body>${body}</body></html>`,
    PAGE,
  )

const ofPage = (doc: Document) =>
  readItem({ nonce: 'n', target: { by: 'page' }, find: null, read: null }, doc).item
function picked(doc: Document, selector: string) {
  globalThis.flagpostPicked = doc.querySelector(selector) ?? undefined
  return readItem({ nonce: 'n', target: { by: 'picked' }, find: null, read: null }, doc).item
}
afterEach(() => {
  globalThis.flagpostPicked = undefined
})

describe('a page that no site knows', () => {
  it.each([
    ['url', { url: PAGE }],
    ['@id', { '@id': OWN }],
    ['mainEntityOfPage', { mainEntityOfPage: { '@type': 'WebPage', '@id': OWN } }],
  ])('says by JSON-LD who wrote it, when and what, where %s is its own address', (_, where) => {
    expect(ofPage(page(posting(where)))).toMatchObject({
      permalink: OWN,
      author: { name: 'Ada Writes' },
      time: '2026-03-04T03:06:07.000Z',
      text: 'Words of the posting.',
    })
  })

  it.each([
    ['of another page', posting({ url: 'https://forum.example/t/8' })],
    ['of no page', posting({})],
    ['that is no JSON', '<script type="application/ld+json">{"@type": "SocialMediaPosting",</script>'],
  ])('takes nothing from JSON-LD %s', (_, head) => {
    expect(ofPage(page(head))).toMatchObject({ author: { name: null }, time: null, text: 'A page' })
  })

  it('says by Open Graph what it is, where that speaks of its own address', () => {
    const graph = (url: string) =>
      `<meta property="og:url" content="${url}"><meta property="og:title" content="What it is about"><meta property="article:published_time" content="2026-03-04T05:06:07Z">`
    expect(ofPage(page(graph(OWN)))).toMatchObject({
      text: 'What it is about',
      time: '2026-03-04T05:06:07.000Z',
    })
    expect(ofPage(page(graph('https://forum.example/t/8')))).toMatchObject({ text: 'A page', time: null })
  })

  it('takes no time without a zone, and none that is no time', () => {
    for (const datePublished of ['2026-03-04T05:06:07', 'yesterday', 7])
      expect(ofPage(page(posting({ url: OWN, datePublished }))).time).toBeNull()
  })
})

describe('an element that was pointed at', () => {
  const entry = (id: string, extra = '') => `<article class="h-entry" id="${id}">
    <a class="p-author" href="/u/bo">Bo Writes</a>
    <a class="u-url" href="/t/7/${id}?utm_medium=feed"><time class="dt-published" datetime="2026-03-04T05:06:07Z">4 March</time></a>
    <div class="e-content"><p>First line.</p><p>Second line.</p></div>${extra}</article>`

  it('is read by microformats', () => {
    expect(picked(page('', entry('c1') + entry('c2')), '#c2')).toMatchObject({
      kind: 'post',
      permalink: 'https://forum.example/t/7/c2',
      author: { name: 'Bo Writes' },
      time: '2026-03-04T05:06:07.000Z',
      text: expect.stringMatching(/^First line\.\n+Second line\.$/),
      language: 'en',
    })
  })

  it('is read by microdata', () => {
    const html = `<div id="one" itemscope itemtype="https://schema.org/Comment">
      <span itemprop="author" itemscope><span itemprop="name">Cy Writes</span> · moderator</span>
      <time itemprop="datePublished" datetime="2026-03-04T05:06:07Z">4 March</time>
      <p itemprop="text">Words of the comment.</p></div>`
    expect(picked(page('', html), '#one')).toMatchObject({
      author: { name: 'Cy Writes' },
      time: '2026-03-04T05:06:07.000Z',
      text: 'Words of the comment.',
    })
  })

  it('leaves open what it says in two ways', () => {
    const other =
      '<a class="u-url" href="/t/9"><time class="dt-published" datetime="2026-03-05T00:00:00Z">5 March</time></a>'
    expect(picked(page('', entry('c1', other) + entry('c2')), '#c1')).toMatchObject({
      kind: 'page',
      permalink: OWN,
      time: null,
    })
  })

  it('takes what the document says only where it is the one entry of the page', () => {
    const bare = (id: string) => `<article id="${id}"><p>Words.</p></article>`
    const head = posting({ url: OWN })
    expect(picked(page(head, bare('a')), '#a').author.name).toBe('Ada Writes')
    expect(picked(page(head, bare('a') + bare('b')), '#a').author.name).toBeNull()
  })

  it('has no permalink on another origin', () => {
    const html =
      '<article id="a"><a class="u-url" href="https://elsewhere.example/1">there</a><p>Words.</p></article>'
    expect(picked(page('', html), '#a').permalink).toBe(OWN)
  })
})
