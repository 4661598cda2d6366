import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteById } from '../../utils/sites'
import type { EveryItem } from '../../utils/sites/every'
import type { Site } from '../../utils/sites/site'
import { type Checker, createChecker } from '../sites/check'
import { type Perturbation, perturb, scramble } from '../sites/perturb'
import { FIXTURES, haveFixtures, madePage, type Page, savedPages } from '../sites/saved'
import { score } from '../sites/score'
import { SMALL } from '../sites/small'
import { type Row, table, totals } from '../sites/table'

let checker: Checker
beforeAll(async () => {
  checker = await createChecker()
})
afterAll(() => checker?.close())

describe('small pages of our own in the real browser', () => {
  for (const [name, { site: id, page, html, items }] of Object.entries(SMALL)) {
    it(name, async () => {
      const site = siteById(id) as Site
      const read = await checker.read(
        madePage(
          name,
          site,
          page,
          `<!doctype html>${html.startsWith('<head>') ? html : `<body>${html}</body>`}`,
        ),
      )
      const flat = read.flatMap(({ item, quoted }) =>
        quoted ? [] : [{ ...item, ...item.author, media: item.media.length }],
      )
      expect(flat).toMatchObject(items)
      expect(flat).toHaveLength(items.length)
    })
  }
})

describe.skipIf(!haveFixtures)(
  'saved pages in the real browser (skipped: ../shared/fixtures is not there)',
  () => {
    const howTo = ({ site }: Page, seed: number) => {
      const union = site?.find.items.map(({ root }) => root).join() ?? ''
      const how: Perturbation = { seed, rules: JSON.stringify(site), union }
      return JSON.stringify(how)
    }
    const rowOf = (page: Page, read: EveryItem[]): Row => {
      const { name, platform, legacy } = page
      return { name, platform, legacy, score: score(read, page) }
    }

    const asTheyAre: Row[] = []
    const scrambled: Row[] = []
    beforeAll(async () => {
      for (const page of savedPages(FIXTURES)) {
        const [before, after] = await checker.readTwice(page, scramble, howTo(page, 1))
        asTheyAre.push(rowOf(page, before))
        scrambled.push(rowOf(page, after))
      }
    }, 300_000)

    it.each([
      ['as they are', asTheyAre],
      ['from right to left, under other class names and made ids', scrambled],
    ])('%s: items and fields as a careful reader finds them, none wrong, none too much', (_, rows) => {
      expect(rows.flatMap((row) => row.score.wrong)).toEqual([])
      expect(rows.flatMap((row) => (row.legacy ? [] : row.score.extra))).toEqual([])
      const { items, fields } = totals(rows)
      expect(items, table(rows)).toBeGreaterThanOrEqual(98)
      expect(fields, table(rows)).toBeGreaterThanOrEqual(95)
    })

    it('changed at random in what no reader sees: no field wrong', async () => {
      const seed = Number(process.env.SITES_SEED ?? 2)
      const rows: Row[] = []
      for (const page of savedPages(FIXTURES))
        rows.push(rowOf(page, await checker.read(page, perturb, howTo(page, seed))))
      expect(
        rows.flatMap((row) => row.score.wrong),
        `seed ${seed}`,
      ).toEqual([])
      expect(totals(rows).items).toBeGreaterThanOrEqual(90)
    }, 300_000)
  },
)
