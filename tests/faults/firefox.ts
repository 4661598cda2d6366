import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'puppeteer-core'
import { type Fox, launchFirefox, tunnel } from '../support/firefox'
import { until } from '../support/marks'
import { addressOf } from '../support/stage'
import { readStore } from '../support/stored'
import { within } from './chromium'
import { loadStores } from './drain'
import { type Rig, writeSettings } from './rig'

/** Firefox with a build of the extension, on a profile that outlives its deaths. */
export async function firefoxRig(extension: string, pagesPort: number): Promise<Rig> {
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-firefox-'))
  // One for all its lives: the driver may write the settings of an earlier life back over those of the next.
  const proxy = await tunnel(pagesPort)
  const start = () => launchFirefox(pagesPort, { extension, profile, proxy })
  let fox: Fox | null = await start()
  let page: Page | null = null
  const alive = (): Fox => {
    if (!fox) throw new Error('The browser is dead.')
    return fox
  }
  /** A document of the extension that stays: opening one takes long here. */
  let quiet: Page | null = null
  async function inside<A, T>(work: (argument: A) => Promise<T>, argument: A): Promise<T> {
    quiet ??= await alive().own('manifest.json')
    const there = quiet
    return within(there.evaluate(work as (argument: unknown) => Promise<T>, argument) as Promise<T>).catch(
      (error: unknown) => {
        if (there === quiet) quiet = null
        void there.close().catch(() => {})
        throw error
      },
    )
  }
  return {
    name: 'Firefox',
    async revive() {
      fox ??= await start()
    },
    async press(n) {
      const { open, marks } = alive()
      await page?.close().catch(() => {})
      page = await open(addressOf('bluesky-live.html'))
      await page.evaluate(`live.drop(); live.add(1); live.reuse(${n})`)
      const shown = page
      const [mark] = await until(
        () => marks(shown),
        (all) => all.length > 0,
        'the action',
      )
      await page.bringToFront()
      await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0)
    },
    ask: (type, payload = {}) => inside((message) => chrome.runtime.sendMessage(message), { type, payload }),
    store: (name) => inside(readStore, name),
    set: (settings) => inside(writeSettings, settings),
    load: (stores) => inside(loadStores, stores),
    stopWorker: () => alive().endBackground(),
    async kill() {
      const dying = alive()
      fox = null
      page = null
      quiet = null
      await dying.kill()
    },
    async close() {
      await fox?.close()
      await proxy.stop()
      await fs.rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}
