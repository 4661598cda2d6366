import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteById } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'
import { type Checker, createChecker } from '../sites/check'
import { FIXTURES, haveFixtures, madePage, savedPages } from '../sites/saved'
import { score } from '../sites/score'
import { SMALL } from '../sites/small'
import { type Row, table, totals } from '../sites/table'

/** Every class name, and every id that a build or a framework made: what is read must not change with them. */
function scramble(): void {
  const names = new Map<string, string>()
  const random = () => `z${Math.random().toString(36).slice(2, 9)}`
  for (const node of document.querySelectorAll('[class]')) {
    const classes = (node.getAttribute('class') ?? '').split(/\s+/).map((name) => {
      if (!names.has(name)) names.set(name, random())
      return names.get(name)
    })
    node.setAttribute('class', classes.join(' '))
  }
  for (const node of document.querySelectorAll('[id^="radix-"],[id^="ember"],[id^="id__"],[id^="_r_"]'))
    node.id = random()
}

function fromRightToLeft(): void {
  document.documentElement.dir = 'rtl'
}

/** Platforms whose pages name their parts by hand-written classes: without these nothing is left to go by. */
const BY_CLASS = ['mastodon', 'telegram', 'linkedin', 'vk', 'instagram', 'tumblr']

let checker: Checker
beforeAll(async () => {
  checker = await createChecker()
})
afterAll(() => checker?.close())

describe('small pages of our own in the real browser', () => {
  for (const [name, { site: id, page, html, items }] of Object.entries(SMALL)) {
    it(name, async () => {
      const site = siteById(id) as Site
      const read = await checker.read(madePage(name, site, page, `<!doctype html><body>${html}</body>`))
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
    async function rowsOf(change?: () => void, without: string[] = []): Promise<Row[]> {
      const rows: Row[] = []
      for (const page of savedPages(FIXTURES)) {
        const { name, platform, legacy } = page
        if (without.includes(platform)) continue
        rows.push({ name, platform, legacy, score: score(await checker.read(page, change), page) })
      }
      return rows
    }

    const variants: [string, (() => void) | undefined, string[]][] = [
      ['as they are', undefined, []],
      ['from right to left', fromRightToLeft, []],
      ['under other class names and made ids', scramble, BY_CLASS],
    ]
    for (const [how, change, without] of variants) {
      it(`${how}: items and fields as a careful reader finds them, none wrong, none too much`, async () => {
        const rows = await rowsOf(change, without)
        expect(rows.flatMap((row) => row.score.wrong)).toEqual([])
        expect(rows.flatMap((row) => row.score.extra)).toEqual([])
        const { items, fields } = totals(rows)
        expect(items, table(rows)).toBeGreaterThanOrEqual(98)
        expect(fields, table(rows)).toBeGreaterThanOrEqual(95)
      }, 300_000)
    }
  },
)
