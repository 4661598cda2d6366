import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteById } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'
import { captureItem, sealCaptured } from '../replay/capture'
import { faultsOf, replay } from '../replay/check'
import { fetchPlayer, type PlayerServer, playerServer } from '../replay/player'
import { type App, launch } from '../support/app'
import { type PagesServer, pagesServer } from '../support/pages'
import { addressOf } from '../support/stage'

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
    const page = await app.open(addressOf('mastodon-feed.html'))
    const captured = await captureItem(app, page.url(), siteById('mastodon') as Site, 1)
    const { bytes } = await sealCaptured(captured, 'mastodon')
    expect(await faultsOf(bytes)).toEqual([])
    const shown = await replay(app.context, server, bytes)
    expect(shown.text).toContain(captured.item.text?.slice(0, 30))
    expect(shown.images).toBeGreaterThan(0)
    expect(shown.broken).toEqual([])
    expect(shown.left).toEqual([])
    expect(shown.signed).toBe(true)
  })
})
