import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteById } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'
import { type Checker, createChecker } from '../sites/check'
import { type Perturbation, perturb, scramble } from '../sites/perturb'
import { FIXTURES, haveFixtures, madePage, savedPages } from '../sites/saved'
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
    async function rowsOf(change?: (argument: string) => void, seed = 1): Promise<Row[]> {
      const rows: Row[] = []
      for (const page of savedPages(FIXTURES)) {
        const { name, platform, legacy, site } = page
        const union = site?.find.items.map(({ root }) => root).join() ?? ''
        const how: Perturbation = { seed, rules: JSON.stringify(site), union }
        const read = await checker.read(page, change, JSON.stringify(how))
        rows.push({ name, platform, legacy, score: score(read, page) })
      }
      return rows
    }

    const variants: [string, ((argument: string) => void) | undefined][] = [
      ['as they are', undefined],
      ['from right to left, under other class names and made ids', scramble],
    ]
    for (const [how, change] of variants) {
      it(`${how}: items and fields as a careful reader finds them, none wrong, none too much`, async () => {
        const rows = await rowsOf(change)
        expect(rows.flatMap((row) => row.score.wrong)).toEqual([])
        expect(rows.flatMap((row) => (row.legacy ? [] : row.score.extra))).toEqual([])
        const { items, fields } = totals(rows)
        expect(items, table(rows)).toBeGreaterThanOrEqual(98)
        expect(fields, table(rows)).toBeGreaterThanOrEqual(95)
      }, 300_000)
    }

    it('changed at random in what no reader sees: no field wrong', async () => {
      const seed = Number(process.env.SITES_SEED ?? 2)
      const rows = await rowsOf(perturb, seed)
      expect(
        rows.flatMap((row) => row.score.wrong),
        `seed ${seed}`,
      ).toEqual([])
      expect(totals(rows).items).toBeGreaterThanOrEqual(90)
    }, 300_000)
  },
)
