// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { SITES } from '../../utils/sites'
import { open, readAll } from './pages'
import { haveFixtures, havePages, savedPages } from './saved'
import { score } from './score'

/** The parser of this environment loses most of this page; the real browser reads it (`saved.browser.test.ts`). */
const BEYOND = ['reddit/shreddit-post-2024-06']
/** Of a server page only the item of its own address is read. */
const ONE_OF_MANY = ['threads/post-server-2026-06']

describe.skipIf(!haveFixtures)('saved pages (skipped: ../shared/fixtures is not there)', () => {
  for (const site of SITES.filter(({ find }) => havePages(find.id))) {
    for (const page of savedPages(site.find.id)) {
      if (BEYOND.includes(page.name)) continue
      it(`${page.name}: nothing read wrongly, nothing that is not there`, () => {
        const got = score(readAll(site, open(page.html, page.pageUrl), page.pageUrl), page)
        expect(got.wrong).toEqual([])
        expect(got.extra).toEqual([])
        if (page.name.includes('/legacy-')) return
        expect(got.absent.slice(ONE_OF_MANY.includes(page.name) ? page.items.length : 0)).toEqual([])
        expect(got.right / got.fields).toBeGreaterThanOrEqual(0.75)
      })
    }
  }
})
