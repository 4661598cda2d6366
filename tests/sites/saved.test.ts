// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { open, readHere } from './pages'
import { FIXTURES, haveFixtures, savedPages } from './saved'
import { score } from './score'

/** The parser of this environment loses most of this page; the real browser reads it (`tests/e2e/saved.test.ts`). */
const BEYOND = ['reddit/shreddit-post-2024-06']

describe.skipIf(!haveFixtures)('saved pages (skipped: ../shared/fixtures is not there)', () => {
  for (const page of haveFixtures ? savedPages(FIXTURES) : []) {
    const { name, site, legacy, html, pageUrl } = page
    if (!site || BEYOND.includes(name)) continue
    it(`${name}: nothing read wrongly, nothing that is not there`, () => {
      const got = score(readHere(site, open(html.toString('utf8'), pageUrl)), page)
      expect(got.wrong).toEqual([])
      expect(got.extra).toEqual([])
      if (!legacy) expect(got.absent).toEqual([])
    }, 60_000)
  }
})
