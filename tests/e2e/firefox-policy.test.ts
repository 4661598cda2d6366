import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFirefox } from '../support/find-browser'
import { type Fox, launchFirefox } from '../support/firefox'
import { SCROLL_THROUGH, until } from '../support/marks'
import { type PagesServer, pagesServer } from '../support/pages'
import { addressOf, TEST_SETTINGS } from '../support/stage'

/** Text that runs where it is taken for markup, and turns round where it is taken for words. */
const HOSTILE = '<img src=x onerror="document.title=\'run\'">\u202Emoc.elpmaxe'

/** An administrator's policy, told by the browser itself and not by a test's double of it. */
describe.skipIf(!findFirefox())('a managed Firefox', () => {
  let pages: PagesServer
  beforeAll(async () => {
    pages = await pagesServer()
  })
  afterAll(() => pages?.stop())

  async function under(policy: Record<string, unknown>, work: (fox: Fox) => Promise<void>): Promise<void> {
    const fox = await launchFirefox(pages.port, { policy })
    try {
      await fox.inExtension(async (settings) => {
        await chrome.storage.local.set({ settings })
      }, TEST_SETTINGS)
      await fox.ask('site.sync')
      await work(fox)
    } finally {
      await fox.close()
    }
  }
  const actions = async (fox: Fox) => {
    const page = await fox.open(addressOf('mastodon-feed.html'))
    await page.bringToFront()
    await page.evaluate(SCROLL_THROUGH)
    return page
  }
  /** A switch of the privacy page, by its words. */
  const flip = (fox: Fox) =>
    fox.own('options.html#privacy').then(async (page) => {
      const state = (words: string) =>
        page.evaluate((name) => {
          const label = [...document.querySelectorAll('label')].find((one) => one.textContent?.includes(name))
          const input = label?.querySelector('input') ?? document.getElementById(label?.htmlFor ?? '')
          return input instanceof HTMLInputElement ? { on: input.checked, fixed: input.disabled } : null
        }, words)
      await until(
        () => state('Quiet mode'),
        (found) => found !== null,
        'the switches',
      )
      const found = {
        quiet: await state('Quiet mode'),
        ownWindow: await state('Always open the form in its own window'),
      }
      const title = await page.title()
      await page.close()
      return { ...found, title }
    })

  it('puts nothing into any page where the policy says so, and the reviewer can not change it', async () => {
    await under({ quiet: true, ownWindow: true, ownWindowSites: [HOSTILE] }, async (fox) => {
      const page = await actions(fox)
      // So long it takes without a policy, and longer (the other test).
      await new Promise((done) => setTimeout(done, 4000))
      expect(await fox.marks(page)).toEqual([])
      const { quiet, ownWindow, title } = await flip(fox)
      expect([quiet, ownWindow]).toEqual([
        { on: true, fixed: true },
        { on: true, fixed: true },
      ])
      expect(title).not.toBe('run')
    })
  })

  it('takes a policy that does not fit for none', async () => {
    await under({ quiet: 'yes', ownWindow: true }, async (fox) => {
      const page = await actions(fox)
      await until(
        () => fox.marks(page),
        (all) => all.length > 0,
        'the actions',
        20_000,
      )
      const { quiet, ownWindow } = await flip(fox)
      expect([quiet, ownWindow]).toEqual([
        { on: false, fixed: false },
        { on: false, fixed: false },
      ])
    })
  })
})
