// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { siteById } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'
import { open, readAll } from './pages'
import { brief, type Expected } from './saved'

const FOLDER = join(import.meta.dirname, '../pages')
type Sample = {
  host: string
  path: string
  file: string
  site: string
  items: Expected[] | null
}
const samples: Sample[] = JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8'))
const instant = (time: string | null | undefined) => (time ? new Date(time).toISOString() : null)

describe('sample pages of our own', () => {
  for (const { host, path, file, site: id, items } of samples) {
    if (!items) continue
    it(`${file}: what a careful reader finds`, () => {
      const page = `https://${host}${path}`
      const site = siteById(id) as Site
      const read = readAll(site, open(readFileSync(join(FOLDER, file), 'utf8'), page))
      expect(
        read.map((item) => ({
          kind: item.kind,
          permalink: item.permalink,
          author: { name: item.author.name, handle: item.author.handle },
          time: item.time,
          timeText: item.timeText,
          text: brief(item.text),
          mediaCount: item.media.length,
          sponsored: item.sponsored,
        })),
      ).toEqual(
        items.map((one) => ({
          kind: one.kind,
          permalink: one.permalink,
          author: one.author,
          time: instant(one.time),
          timeText: one.timeText ?? null,
          text: brief(one.text),
          mediaCount: one.mediaCount,
          sponsored: one.sponsored ?? false,
        })),
      )
      for (const [i, one] of items.entries()) {
        if (one.quotes !== undefined) expect(read[i]?.quotes).toBe(one.quotes)
        if (one.repostedBy !== undefined) expect(read[i]?.repostedBy).toBe(one.repostedBy)
        if (one.truncated !== undefined) expect(read[i]?.truncated).toBe(one.truncated)
        if (one.platformId !== undefined) expect(read[i]?.platformId).toBe(one.platformId)
      }
    })
  }
})
