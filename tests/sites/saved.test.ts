// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { SITES, siteById } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'
import { brief, haveFixtures, havePages, open, readAll, savedPages } from './pages'

/** Pages of dead front ends count only for what is read wrongly. */
const isLive = ({ name }: { name: string }) => !name.includes('/legacy-')
const instant = (time: string | null) => (time ? new Date(time).toISOString() : null)

describe.skipIf(!haveFixtures)('saved pages (skipped: ../shared/fixtures is not there)', () => {
  for (const platform of SITES.map(({ find }) => find.id).filter(havePages)) {
    for (const page of haveFixtures ? savedPages(platform).filter(isLive) : []) {
      it(`${page.name}: every item exactly once, every field as a careful reader sees it`, () => {
        const items = readAll(siteById(platform) as Site, open(page.html, page.pageUrl), page.pageUrl)
        expect(
          items.map((item) => ({
            kind: item.kind,
            permalink: item.permalink,
            author: { name: item.author.name, handle: item.author.handle },
            time: item.time,
            text: brief(item.text),
            mediaCount: item.media.length,
          })),
        ).toEqual(
          page.items.map((one) => ({
            kind: one.kind,
            permalink: one.permalink,
            author: one.author,
            time: instant(one.time),
            text: brief(one.text) || null,
            mediaCount: one.mediaCount,
          })),
        )
      })
    }
  }
})
