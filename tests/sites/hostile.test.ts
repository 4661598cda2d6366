// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { siteById } from '../../utils/sites'
import { readItem } from '../../utils/sites/read'
import type { Site } from '../../utils/sites/site'
import { fuzz } from './hostile'
import { open } from './pages'
import { SMALL } from './small'

/** A quick form; `npm run sites:fuzz` has the whole, in the real browser. The clock is only for the latter. */
describe('hostile pages', () => {
  it('make no reader throw, and no address leave the site', () => {
    const from = Number(process.env.SITES_SEED ?? 1)
    const got = Object.values(SMALL).map(({ site, page, html }) => {
      const doc = open('<body></body>', page)
      return fuzz(doc, siteById(site) as Site, html, from, 12, Number.POSITIVE_INFINITY)
    })
    expect(got.flatMap(({ wrong }) => wrong)).toEqual([])
    // Nothing could go wrong where nothing was read.
    expect(got.reduce((all, { links }) => all + links, 0)).toBeGreaterThan(100)
  }, 60_000)
})

describe('an item of any size', () => {
  /** Questions to the page's nodes while one post with so many links and lines in it is read. */
  function asked(count: number) {
    const doc = open('<body></body>', 'https://bsky.app/')
    const { find, read } = siteById('bluesky') as Site
    const line = '<p><a href="/profile/eve.example/post/3eee1" aria-label="x">that</a></p>'
    doc.body.innerHTML = `<div role="link" data-testid="feedItem-by-ada.example"><a href="/profile/ada.example/post/3aaa1" aria-label="20 November 2026"></a>
      <div data-testid="postText">Words</div><div>${line.repeat(count)}</div></div>`
    const root = doc.body.firstElementChild as Element
    globalThis.flagpostPressed = { nonce: 'x', root }
    const spies = [
      vi.spyOn(Element.prototype, 'matches'),
      vi.spyOn(Element.prototype, 'closest'),
      vi.spyOn(Element.prototype, 'getAttribute'),
      vi.spyOn(Document.prototype, 'importNode'),
    ]
    const { item, root: captured } = readItem({ nonce: 'x', target: { by: 'action' }, find, read }, doc)
    const calls = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
    for (const spy of spies) spy.mockRestore()
    expect(captured).toBe(root)
    expect(item).toMatchObject({
      permalink: 'https://bsky.app/profile/ada.example/post/3aaa1',
      author: { handle: 'ada.example' },
      text: 'Words',
      truncated: false,
    })
    return calls
  }

  it('is read with as many looks, however many nodes a page puts into it', () => {
    expect(asked(10)).toBeLessThan(asked(3500))
    expect(asked(7000)).toBeLessThanOrEqual(asked(3500) * 1.01)
  }, 60_000)
})
