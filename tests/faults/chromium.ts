import fs from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { type App, launch, newProfile } from '../support/app'
import { type Mark, press, waitForMarks } from '../support/marks'
import type { PagesServer } from '../support/pages'
import { addressOf } from '../support/stage'
import { readStore } from '../support/stored'
import { loadStores } from './drain'
import { type Rig, writeSettings } from './rig'

/** Chromium with a build of the extension, on a profile that outlives its deaths. */
export async function chromiumRig(extension: string, pages: PagesServer): Promise<Rig> {
  const profile = await newProfile()
  let app: App | null = await launch({ extension, profile, pagesPort: pages.port })
  let page: Page | null = null
  const alive = (): App => {
    if (!app) throw new Error('The browser is dead.')
    return app
  }
  return {
    name: 'Chromium',
    async revive() {
      app ??= await launch({ extension, profile, pagesPort: pages.port })
    },
    async press(n) {
      await page?.close().catch(() => {})
      page = await alive().open(addressOf('bluesky-live.html'))
      await page.evaluate(`live.drop(); live.add(1); live.reuse(${n})`)
      const [mark] = await waitForMarks(page, 1)
      await page.bringToFront()
      await press(page, mark as Mark)
    },
    ask: (type, payload = {}) => within(alive().ask(type, payload)),
    store: (name) => within(alive().inExtension(readStore, name)),
    set: (settings) => alive().inExtension(writeSettings, settings),
    load: (stores) => alive().inExtension(loadStores, stores),
    stopWorker: () => alive().killWorker(),
    async kill() {
      const dying = alive()
      app = null
      page = null
      await dying.kill()
    },
    async close() {
      await app?.close()
      await fs.rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

/** Nothing that is asked of a dying browser holds a case up. */
export function within<T>(work: Promise<T>, ms = 10_000): Promise<T> {
  const late = new Promise<never>((_, fail) => {
    const timer = setTimeout(() => fail(new Error('No answer.')), ms)
    work.finally(() => clearTimeout(timer)).catch(() => {})
  })
  return Promise.race([work, late])
}
