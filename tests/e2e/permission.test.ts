import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type App, launch } from '../support/app'
import { type TestBackend, testBackend } from '../support/backend'
import { CHROME } from '../support/build'
import { type Display, hasDisplay, virtualDisplay } from '../support/display'
import { type FaultProxy, faultProxy, problem } from '../support/faults'
import { settledMarks, until, waitForMarks } from '../support/marks'
import { type PagesServer, pagesServer } from '../support/pages'
import { addressOf, inExtension } from '../support/stage'

/**
 * The build as it is handed out, without the hosts that the other tests' build is granted: the browser's own
 * question is answered as a person does, by keyboard.
 */
const possible = await hasDisplay()
if (!possible)
  console.log('Skipped: the browser’s own questions need Xvfb and xdotool (apt-get install xvfb xdotool).')

describe.skipIf(!possible)('the browser’s own question', () => {
  let display: Display
  let pages: PagesServer
  let backend: TestBackend
  let proxy: FaultProxy
  let app: App
  let page: Page
  beforeAll(async () => {
    display = await virtualDisplay()
    pages = await pagesServer()
    backend = await testBackend()
    proxy = await faultProxy(backend.origin)
    app = await launch({ extension: CHROME, headless: false, viewport: null, pagesPort: pages.port })
  })
  afterAll(async () => {
    await app?.close()
    await proxy?.stop()
    await backend?.stop()
    await pages?.stop()
    await display?.stop()
  })
  beforeEach(async () => {
    page = await app.open(app.url('options.html'))
  })
  afterEach(() => page?.close())

  /** Answers as soon as the question is there: it opens with the focus on Deny. Keys that come too early do nothing. */
  async function answer(keys: string[], good: () => Promise<boolean>, what: string): Promise<void> {
    for (let times = 0; times < 8; times++) {
      await page.waitForTimeout(800)
      await display.press(...keys)
      for (let waited = 0; waited < 8; waited++) {
        if (await good()) return
        await page.waitForTimeout(100)
      }
    }
    throw new Error(`The question was not answered: ${what}.`)
  }
  const granted = (origin: string) =>
    inExtension(app, async (one) => chrome.permissions.contains({ origins: [one] }), origin)

  async function remove(card: Locator): Promise<void> {
    await card.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  }
  const site = (name: string) => page.getByRole('switch', { name, exact: true })
  const goTo = (part: string) => page.goto(app.url(`options.html#${part}`))

  it('is asked at the click; no is no, yes puts the action on open pages, off takes it back', async () => {
    const post = await app.open(addressOf('bluesky-feed.html'))
    expect(await settledMarks(post)).toEqual([])
    await page.bringToFront()
    await goTo('sites')
    await site('Bluesky').click()
    await answer(['Return'], () => page.getByText(/You did not allow Bluesky/).isVisible(), 'no')
    expect(await site('Bluesky').isChecked()).toBe(false)
    expect(await granted('https://bsky.app/*')).toBe(false)

    await site('Bluesky').click()
    await answer(['Tab', 'Return'], () => site('Bluesky').isChecked(), 'yes')
    expect(await granted('https://bsky.app/*')).toBe(true)
    expect(await site('Mastodon').isChecked()).toBe(false)
    await waitForMarks(post, 2)

    await page.bringToFront()
    await site('Bluesky').click()
    await until(
      () => granted('https://bsky.app/*'),
      (still) => !still,
      'the permission given back',
    )
    expect(await settledMarks(post)).toEqual([])
    await post.close()
  })

  it('for pictures of every page switches no site on', async () => {
    await goTo('sites')
    const pictures = page.getByRole('switch', { name: 'Screenshot with each report' })
    await pictures.click()
    await answer(['Tab', 'Return'], () => pictures.isChecked(), 'every page')
    expect(await granted('<all_urls>')).toBe(true)
    expect(await page.locator('.rows [role=switch]:checked').count()).toBe(0)
    const post = await app.open(addressOf('mastodon-feed.html'))
    expect(await settledMarks(post)).toEqual([])
    await post.close()
    await page.bringToFront()
    await pictures.click()
    await until(
      () => granted('<all_urls>'),
      (still) => !still,
      'the permission given back',
    )
  })

  it('is not asked for a backend that may be read, and tells a refused sign-in from silence', async () => {
    const link = await backend.enrolReviewer('R1')
    await page.getByLabel('Enrolment link').last().fill(link)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    const card = page.getByRole('article', { name: 'Flagpost CRS' })
    await card.waitFor()
    expect(await granted('http://127.0.0.1/*')).toBe(false)
    await backend.query(`update account set revoked_at = now() where reviewer_code = 'R1'`)
    await card.getByRole('button', { name: 'Test' }).click()
    await card.getByText(/does not accept this sign-in any more/).waitFor()
    await remove(card)
    await page.getByRole('heading', { name: 'Nothing is connected yet' }).waitFor()
  })

  it('is asked for a backend that may not, when nothing came, and the link is still good', async () => {
    // As a backend answers that knows nothing of extensions: no header lets another origin read.
    proxy.fail({
      kind: 'change',
      change: ({ headers = {}, ...reply }) => ({
        ...reply,
        headers: { ...headers, 'access-control-allow-origin': 'https://desk.example' },
      }),
    })
    const { hash } = new URL(await backend.enrolReviewer('R2'))
    await page.getByLabel('Enrolment link').last().fill(`${proxy.origin}/enrol${hash}`)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    const permit = page.getByRole('button', { name: /^Allow 127\.0\.0\.1:\d+ and try again$/ })
    await permit.click()
    await answer(['Tab', 'Return'], () => page.getByText('R2').isVisible(), 'the backend')
    expect(await granted('http://127.0.0.1/*')).toBe(true)

    proxy.fail(problem(401, 'Sign in again.'))
    const card = page.getByRole('article', { name: 'Flagpost CRS' })
    await card.getByRole('button', { name: 'Test' }).click()
    await card.getByText('Needs you').waitFor()
    await remove(card)
    await until(
      () => granted('http://127.0.0.1/*'),
      (still) => !still,
      'the permission given back',
    )
  })
})
