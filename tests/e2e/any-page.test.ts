import { afterAll, beforeAll, describe, it } from 'vitest'
import { type App, launch } from '../support/app'
import { CHROME } from '../support/build'
import { type Display, hasDisplay, virtualDisplay } from '../support/display'
import { formOf } from '../support/form'
import { type PagesServer, pagesServer } from '../support/pages'

const PAGE = 'https://news.example/2026/a-story'
const possible = await hasDisplay()
if (!possible)
  console.log(
    'Skipped: the keyboard command and the context menu need Xvfb and xdotool (apt-get install xvfb xdotool).',
  )

/** The build as it is handed out, with no host granted: what a person points at is all that it may read. */
describe.skipIf(!possible)('any page, from the browser’s own menu and keys', () => {
  let display: Display
  let pages: PagesServer
  let app: App
  beforeAll(async () => {
    display = await virtualDisplay()
    pages = await pagesServer()
    pages.serve(PAGE, {
      body: `<!doctype html><html lang="en"><title>A story</title><h1>A story</h1><article>
        <p>Words of a page that no site declaration knows.</p>
        <a href="https://elsewhere.example/2026/another" style="font-size:40px">Another story</a></article>`,
    })
    app = await launch({ extension: CHROME, headless: false, viewport: null, pagesPort: pages.port })
  })
  afterAll(async () => {
    await app?.close()
    await pages?.stop()
    await display?.stop()
  })

  it('reports the page by the keyboard command, with the screenshot that a command allows', async () => {
    const page = await app.open(PAGE)
    await page.bringToFront()
    await page.locator('h1').click()
    const commands = await app.inExtension(() => chrome.commands.getAll(), null)
    const { shortcut = '' } = commands.find(({ name }) => name === 'report') ?? {}
    await display.press(shortcut.toLowerCase())
    const form = await formOf(page)
    await form.getByRole('region', { name: 'Item' }).getByText('A story').first().waitFor()
    await form.getByText(/sealed.*with screenshot/).waitFor()
    await page.close()
  })

  it('reports what a link leads to, from the context menu', async () => {
    const page = await app.open(PAGE)
    await page.bringToFront()
    await page.getByRole('link').click({ button: 'right' })
    await page.waitForTimeout(500)
    // From below: what developers inspect with, then ours.
    await display.press('Up', 'Up', 'Return')
    const form = await formOf(page)
    await form.getByRole('region', { name: 'Item' }).getByText('elsewhere.example').first().waitFor()
    await page.close()
  })
})
