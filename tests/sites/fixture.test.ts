// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { makeFixture } from '../../utils/fixture/fixture'
import { crossed } from '../../utils/fixture/redact'
import { siteById } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'
import { open, readAll } from './pages'
import { SMALL } from './small'

/** Small pages whose people are to be gone. */
const NAMES = [
  'Bluesky: a post with a picture, whose tooltip is gone',
  'Mastodon: a boosted status with a quote in it; a page that the server drew (3.x)',
  'Lemmy of 2026, a list: link post with cross-post, picture post, edited, a mention in the text',
]

describe('a page saved as a fixture', () => {
  for (const name of NAMES) {
    const { site: id, page, html } = SMALL[name] as (typeof SMALL)[string]
    it(`${name}: names nobody, and is found and read as before`, () => {
      const { find, read } = siteById(id) as Site
      const doc = open(`<!doctype html><body>${html}<script>secret()</script></body>`, page)
      const before = readAll({ find, read } as Site, doc)
      const { html: saved, json } = makeFixture({ every: true, find, read }, doc)
      const { items, pageUrl, platform } = JSON.parse(json)
      expect(platform).toBe(id)
      expect(items).toHaveLength(before.length)
      for (const [i, item] of before.entries()) {
        const { author, text, time, media } = item
        expect(items[i]).toMatchObject({ kind: item.kind, time, mediaCount: media.length })
        expect(items[i].text?.length ?? null).toBe(
          text?.replace(/\s+/g, ' ').trim().slice(0, 80).length ?? null,
        )
        expect(items[i].permalink === null).toBe(item.permalink === null)
        for (const who of [author.handle, author.name])
          if (who) expect(`${saved}${json}`).not.toMatch(new RegExp(`[>@/"]${who}[<@/"]`))
        for (const word of text?.match(/\p{L}{5,}/gu) ?? []) expect(saved).not.toContain(`>${word}`)
      }
      expect(saved).not.toContain('secret')
      // What the JSON says is what a reader of the saved page finds.
      const again = readAll({ find, read } as Site, open(saved, pageUrl))
      expect(again.map(({ permalink }) => permalink)).toEqual(
        items.map((one: { permalink: string }) => one.permalink),
      )
    })
  }

  it('keeps length, case, marks and emoji of what was written', () => {
    expect(crossed('Hi Ада, 12 🌿!')).toBe('Xx Xxx, 00 🌿!')
  })
})
