import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSnapshot } from '../../utils/evidence/show'
import { textOf } from '../../utils/evidence/text'
import { siteById } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'
import { captureItem, sealCaptured } from '../replay/capture'
import { faultsOf, replay } from '../replay/check'
import { type SitePage, sitePages } from '../replay/pages'
import { fetchPlayer, type PlayerServer, playerServer } from '../replay/player'
import { type App, launch } from '../support/app'
import { type PagesServer, pagesServer } from '../support/pages'

const player = await fetchPlayer()
if (!player) console.log('npm does not give ReplayWeb.page: the tests that play bundles in it are left out.')

describe.skipIf(!player)('a bundle in ReplayWeb.page', () => {
  let pages: PagesServer
  let server: PlayerServer
  let app: App
  beforeAll(async () => {
    pages = await pagesServer()
    server = await playerServer(player ?? '')
    app = await launch({ pagesPort: pages.port })
  })
  afterAll(async () => {
    await app?.close()
    await server?.stop()
    await pages?.stop()
  })

  // Each site's: npm run evidence:replay
  it('shows the post with its pictures, asks nothing of the network; other readers find no fault', async () => {
    // A post with two pictures.
    const { address, html } = sitePages().find(({ site }) => site === 'reddit') as SitePage
    pages.serve(address, { body: `<!doctype html><title>A post</title><body>${html}` })
    const page = await app.open(address)
    const captured = await captureItem(app, page.url(), siteById('reddit') as Site)
    const { bytes } = await sealCaptured(captured, 'reddit')
    expect(await faultsOf(bytes)).toEqual([])
    const shown = await replay(app.context, server, bytes)
    const { text } = textOf(readSnapshot(captured.snapshot.html))
    expect(shown.text.slice(0, 40)).toBe(text.replace(/\s+/g, ' ').trim().slice(0, 40))
    expect(shown.images).toBe(2)
    expect(shown.broken).toEqual([])
    expect(shown.left).toEqual([])
    expect(shown.signed).toBe(true)
  })
})
