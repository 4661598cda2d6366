import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestBackend, testBackend } from '../support/backend'
import { findFirefox } from '../support/find-browser'
import { type Fox, launchFirefox } from '../support/firefox'
import { until } from '../support/marks'
import { type PagesServer, pagesServer } from '../support/pages'
import { addressOf } from '../support/stage'

/** Options, practice and first run in a real Firefox: same pages, other browser. */
describe.skipIf(!findFirefox())('Firefox’s options', () => {
  let fox: Fox
  let pages: PagesServer
  let backend: TestBackend
  beforeAll(async () => {
    pages = await pagesServer()
    backend = await testBackend()
    fox = await launchFirefox(pages.port)
  })
  afterAll(async () => {
    await fox?.close()
    await backend?.stop()
    await pages?.stop()
  })

  const says = (page: Page, words: string) =>
    until(
      () => page.evaluate(() => document.body.textContent ?? ''),
      (text) => text.includes(words),
      words,
    )
  const button = (page: Page, name: string) =>
    page.locator(`::-p-xpath(//button[normalize-space()="${name}"])`)

  it('adds a backend by its link, tests and removes it', async () => {
    const page = await fox.own('options.html')
    await says(page, 'Nothing is connected yet')
    await page.locator('.add input[type=text]').fill(await backend.enrolReviewer('F1'))
    await button(page, 'Add').click()
    await says(page, 'Sample Ministry (KZ) · F1')
    await button(page, 'Test').click()
    await says(page, 'It answered just now.')
    await button(page, 'Remove').click()
    await page.locator('dialog button[type=submit]').click()
    await says(page, 'Nothing is connected yet')
    await page.close()
  })

  it('switches a site off and on in an open tab', async () => {
    const post = await fox.open(addressOf('bluesky-feed.html'))
    const page = await fox.own('options.html#sites')
    await page.bringToFront()
    const flip = page.locator('[data-site=bluesky] [role=switch]')
    const isOn = () =>
      page.evaluate(
        () => document.querySelector<HTMLInputElement>('[data-site=bluesky] [role=switch]')?.checked,
      )
    const count = async (wanted: (count: number) => boolean) => {
      await post.bringToFront()
      await until(() => fox.marks(post).then((all) => all.length), wanted, 'the actions')
      await page.bringToFront()
    }
    if (!(await until(isOn, (on) => on !== undefined, 'the switch'))) await flip.click()
    await count((all) => all > 0)
    await flip.click()
    await count((all) => all === 0)
    await flip.click()
    await count((all) => all > 0)
    await page.close()
    await post.close()
  })

  it('shows the practice desk, and the keys of this browser', async () => {
    const desk = await fox.own('practice.html')
    await says(desk, 'Read it as a stranger would')
    await desk.close()
    const keys = await fox.own('options.html#keys')
    await says(keys, 'Alt+Shift+E')
    await keys.close()
  })

  it('welcomes a fresh profile', async () => {
    // The driver does not hear where pages of an extension are; they know it themselves.
    const addresses = await until(
      async () => {
        const all = await fox.browser.pages()
        return Promise.all(all.map((page) => page.evaluate(() => location.href).catch(() => '')))
      },
      (all) => all.some((address) => address.endsWith('/welcome.html')),
      'the welcome',
    )
    expect(addresses.filter((address) => address.endsWith('/welcome.html'))).toHaveLength(1)
  })
})
