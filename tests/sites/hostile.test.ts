// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { siteById } from '../../utils/sites'
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
