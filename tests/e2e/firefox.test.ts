import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Connection } from '../../utils/messages'
import { type TestBackend, testBackend } from '../support/backend'
import { findFirefox } from '../support/find-browser'
import { type Fox, type FoxMark, launchFirefox } from '../support/firefox'
import { HIDDEN, SCROLL_THROUGH, until } from '../support/marks'
import { type PagesServer, pagesServer, samples } from '../support/pages'
import { sampleDecision } from '../support/samples'
import { addressOf, TEST_SETTINGS } from '../support/stage'
import { type Draft, type Row, readStore, unsent } from '../support/stored'

/** The Firefox build in a real Firefox: content script, messages, form, outbox. */
describe.skipIf(!findFirefox())('Firefox', () => {
  let fox: Fox
  let pages: PagesServer

  beforeAll(async () => {
    pages = await pagesServer()
    fox = await launchFirefox(pages.port)
    await fox.inExtension(async (settings) => {
      await chrome.storage.local.set({ settings })
    }, TEST_SETTINGS)
    await value('site.sync')
  })
  afterAll(async () => {
    await fox?.close()
    await pages?.stop()
  })

  async function value<T>(type: string, payload: unknown = {}): Promise<T> {
    const answer = (await fox.ask(type, payload)) as Answer<T> | undefined
    if (!answer?.ok) throw new Error(`${type}: ${JSON.stringify(answer?.problem ?? 'no answer')}`)
    return answer.value
  }
  const rows = async () => (await fox.inExtension(readStore, 'notices')) as Row[]
  const drafts = async () => unsent((await fox.inExtension(readStore, 'drafts')) as Draft[])
  /** The actions of all `count` items, but for those that the page hides; the whole page is looked through. */
  async function settled(page: Page, count: number): Promise<FoxMark[]> {
    const shown = count - (await page.$$(HIDDEN)).length
    await page.bringToFront()
    return until(
      async () => {
        await page.evaluate(SCROLL_THROUGH)
        return fox.marks(page)
      },
      (all) => all.length === shown,
      `exactly ${shown} actions`,
      20_000,
    )
  }

  /** Presses an action, and gives the nonce under which its draft was opened. `look`: so long the page stays in front, milliseconds. */
  async function press(page: Page, { x, y }: FoxMark, look = 0): Promise<string> {
    const before = new Set((await drafts()).map(({ id }) => id))
    await page.bringToFront()
    const moved = await page.evaluate((by) => {
      const from = scrollY
      scrollBy({ top: by, behavior: 'instant' })
      return scrollY - from
    }, y - 450)
    await page.mouse.click(x, y - moved)
    await new Promise((done) => setTimeout(done, look))
    const all = await until(drafts, (list) => list.some(({ id }) => !before.has(id)), 'the draft')
    return all.find(({ id }) => !before.has(id))?.nonce ?? ''
  }

  /** The form of a press in a tab of its own: inside the page's frame the driver does not see. */
  async function fill(nonce: string): Promise<Page> {
    const form = await fox.own(`compose.html#${nonce}`)
    await form.bringToFront()
    await form.locator('[role=combobox]').fill('spam')
    await form.locator('[role=option]').wait()
    await form.keyboard.press('Enter')
    await form
      .locator('[data-field="grounds.0.why"]')
      .fill('Forty accounts post this same advertisement below unrelated talks, each within one minute.')
    await form.locator('[data-field=goodFaith]').click()
    return form
  }
  async function send(form: Page): Promise<void> {
    await form.locator('button.send:not([aria-disabled=true])').click()
    await form.locator('main.held').wait()
  }

  const still = samples().filter(({ live }) => !live) as { file: string; items?: unknown[] }[]
  it.each(still.filter(({ file }) => /^(mastodon|bluesky|facebook)/.test(file)))(
    'gives every post of $file its action',
    async ({ file, items = [] }) => {
      const page = await fox.open(addressOf(file))
      const all = await settled(page, items.length)
      expect(all.every(({ name, filled }) => name === 'Report with Flagpost' && !filled)).toBe(true)
      await page.close()
    },
  )

  it('keeps its scripts registered', async () => {
    const registered = await fox.inExtension(() => chrome.scripting.getRegisteredContentScripts(), null)
    expect(registered.map(({ id }) => id)).toContain('flag-bluesky')
    expect(registered.every(({ persistAcrossSessions }) => persistAcrossSessions)).toBe(true)
  })

  it('goes from the press through practice to the decision on the post', async () => {
    const page = await fox.open(addressOf('bluesky-feed.html'))
    const [first] = (await settled(page, 7)) as [FoxMark]
    const nonce = await press(page, first)
    // The frame stands in the page's top layer, and the form is in it.
    expect(await page.evaluate(() => document.querySelectorAll(':popover-open').length)).toBe(1)
    expect(await fox.frames()).toContainEqual(expect.stringMatching(`/compose.html#${nonce}$`))
    const form = await fill(nonce)
    expect(await form.evaluate(() => document.body.textContent)).toContain('First line. See')
    await send(form)
    await form.close()
    const [row] = await until(rows, (all) => all.some(({ state }) => state === 'delivered'), 'the receipt')
    await page.bringToFront()
    await until(
      () => fox.marks(page),
      ([mark]) => mark?.filled === true,
      'the filled flag',
    )
    await value('practice.decide', { id: row?.id, decision: sampleDecision() })
    await page.reload({ waitUntil: 'domcontentloaded' })
    const [decided] = await until(
      () => fox.marks(page),
      ([mark]) => /removed/i.test(mark?.label ?? ''),
      'the decision on the post',
    )
    expect(decided?.name).toMatch(/^Reported/)
    await page.close()
  })

  it('shows the queue, the decision with its reasons, and the sealed evidence', async () => {
    const [row] = (await rows()).filter(({ state }) => state === 'decided')
    const popup = await fox.own('popup.html')
    await popup.locator(`[data-line="${row?.id}"]`).click()
    await popup.locator('.decision-outcome').wait()
    expect(await popup.evaluate(() => document.body.textContent)).toContain('Appeal within six months.')
    await popup.close()

    const queue = await fox.own(`queue.html#${row?.id}`)
    await queue.locator('.evidence > .button').click()
    await queue.locator('.unchanged').wait()
    const shown = await until(
      () =>
        queue.evaluate(() => {
          const snapshot = document.querySelector('iframe')?.contentDocument
          const body = snapshot?.body
          const look = body && snapshot.defaultView?.getComputedStyle(body)
          return {
            text: body?.textContent ?? '',
            sheets: snapshot?.adoptedStyleSheets.length,
            width: look?.width,
          }
        }),
      ({ text }) => text !== '',
      'the snapshot',
    )
    expect(shown.text).toContain('First line.')
    // Its styles are in force: the body is as wide as the item was.
    expect(shown).toMatchObject({ sheets: 1, width: expect.stringMatching(/^\d+px$/) })
    await queue.close()
  })

  it('goes on with draft and key after its event page was ended', async () => {
    const page = await fox.open(addressOf('bluesky-feed.html'))
    const all = await settled(page, 7)
    const nonce = await press(page, all[1] as FoxMark)
    const form = await fox.own(`compose.html#${nonce}`)
    await form.locator('.evidence[data-status=sealed]').wait()
    await form.close()
    await fox.endBackground()
    const again = await fox.own(`compose.html#${nonce}`)
    await again.locator('.evidence[data-status=sealed]').wait()
    expect(await again.evaluate(() => document.body.textContent)).toContain('Reposted and answering.')
    await again.close()
    await page.close()
  })

  it('shows in the form what leaves, and the whole window where it is asked for', async () => {
    const page = await fox.open(addressOf('bluesky-feed.html'))
    const all = await settled(page, 7)
    const nonce = await press(page, all[0] as FoxMark, 2000)
    const form = await fox.own(`compose.html#${nonce}`)
    await form.locator('.evidence[data-status=sealed]').wait()
    await form.locator('[data-field=cover]').click()
    const shown = () =>
      form.evaluate(() => {
        const [whole, leaves] = [...document.querySelectorAll('iframe')].map(
          (one) => one.contentDocument?.body.textContent ?? '',
        )
        const window = document.querySelector<HTMLImageElement>('.leaves img[alt^="The window"]')
        return { whole, leaves, window: window?.naturalWidth ?? null }
      })
    const before = await until(
      shown,
      ({ leaves }) => leaves?.includes('First line.') === true,
      'the snapshots',
    )
    expect(before.whole).toContain('First line.')
    expect(before.window).toBeNull()
    await form.locator('.around input').click()
    await until(shown, ({ window }) => window === 1280, 'the whole window')
    // Chromium alone writes pages down as a file.
    expect(await form.evaluate(() => document.querySelectorAll('.around input').length)).toBe(1)
    await form.close()
    await page.close()
  })

  it('opens the form over a page that embeds nothing', async () => {
    const address = 'https://news.example/2026/a-story'
    pages.serve(address, {
      body: '<!doctype html><html lang="en"><title>A story</title><h1>A story</h1><p>Words of a page.',
      headers: {
        'content-security-policy': "default-src 'none'; frame-src 'none'; require-trusted-types-for 'script'",
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
      },
    })
    const page = await fox.open(address)
    const [tab] = await fox.inExtension((url) => chrome.tabs.query({ url }), address)
    await value('page.report', { tabId: tab?.id })
    await page.bringToFront()
    await until(
      () => fox.frames(),
      (all) => all.some((one) => one.includes('/compose.html#')),
      'the form',
    )
    await page.close()
  })

  describe('with a backend', () => {
    let backend: TestBackend
    beforeAll(async () => {
      backend = await testBackend()
      await value<Connection>('connection.enrol', { link: await backend.enrolReviewer() })
    })
    afterAll(() => backend?.stop())

    it('delivers notice and evidence', async () => {
      const page = await fox.open(addressOf('mastodon-feed.html'))
      const all = await settled(page, 5)
      const form = await fill(await press(page, all[1] as FoxMark))
      await send(form)
      const stored = await until(
        () => backend.notices(),
        ({ length }) => length > 0,
        'the notice at the backend',
      )
      expect(stored[0]?.permalink).toBe('https://mastodon.example/@bo@far.example/1102')
      expect(stored[0]?.evidence).toMatch(/^[0-9a-f]{64}$/)
      await form.close()
      await page.close()
    })
  })
})
