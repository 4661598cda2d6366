import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Captured, CapturedSchema } from '../../utils/evidence/captured'
import { ATTACKS } from '../evidence/attacks'
import { type App, launch } from '../support/app'
import { captureFrames, countScripts, scriptOf, WHOLE_PAGE } from '../support/lab'
import { until } from '../support/marks'
import { type PagesServer, pagesServer } from '../support/pages'

const HOST = 'https://hostile.example'
/** So many hostile documents stand in one page. */
const BATCH = 100
/** What is asked of the network comes within this time, milliseconds. */
const REST = 700

/** The browser asks its maker whether someone is logged in. */
const notTheBrowsers = (host: string) => !host.endsWith('.google.com')

describe('hostile markup', () => {
  let pages: PagesServer
  let app: App
  const captured = new Map<number, Captured>()

  beforeAll(async () => {
    pages = await pagesServer()
    app = await launch({ pagesPort: pages.port })
    for (const [at, { payload }] of ATTACKS.entries()) {
      const body = `<!doctype html><html><head><title>${at}</title></head><body>${payload}`
      pages.serve(`${HOST}/attack/${at}`, { body })
    }
  })
  afterAll(async () => {
    await app?.close()
    await pages?.stop()
  })

  it('is captured, each payload of the list', async () => {
    for (let first = 0; first < ATTACKS.length; first += BATCH) {
      // It may run its scripts, as in any page, but not lead the whole page away or stop it with a dialog.
      const frames = ATTACKS.slice(first, first + BATCH).map(
        (_, i) =>
          `<iframe sandbox="allow-scripts allow-same-origin" src="/attack/${first + i}" width="300" height="100"></iframe>`,
      )
      const address = `${HOST}/batch/${first}`
      pages.serve(address, { body: `<!doctype html><title>batch</title>${frames.join('')}` })
      const page = await app.context.newPage()
      await page.goto(address, { waitUntil: 'commit' })
      // Not for the payloads’ own requests, which may never end.
      await page.waitForFunction((count) => window.length >= count, Math.min(BATCH, ATTACKS.length - first))
      await page.waitForTimeout(REST)
      // A frame may stand before its document is there.
      await until(
        async () => {
          for (const answer of await captureFrames(app, address, WHOLE_PAGE)) {
            const parsed = CapturedSchema.safeParse(answer)
            // By its title: a payload may change its own address.
            if (parsed.success && /^\d+$/.test(parsed.data.page.title))
              captured.set(Number(parsed.data.page.title), parsed.data)
          }
          return frames.findIndex((_, i) => !captured.has(first + i))
        },
        (lost) => lost < 0,
        'each payload',
        20_000,
      ).catch(() => {})
      await page.close()
    }
    const lost = ATTACKS.filter((_, at) => !captured.has(at))
    expect(lost.map(({ title, payload }) => `${title}: ${payload}`)).toEqual([])
  })

  it('is shown as bare markup, without policy and sandbox: nothing runs, nothing is asked of any network', async () => {
    const shown = [...captured].map(([at, { snapshot }]) => {
      pages.serve(`${HOST}/shown/${at}`, { body: snapshot.html })
      return `<iframe src="/shown/${at}" width="300" height="100"></iframe>`
    })
    const address = `${HOST}/shown`
    pages.serve(address, { body: `<!doctype html><title>shown</title>${shown.join('')}` })
    const page = await app.context.newPage()
    const scripts = await countScripts(page)
    const before = pages.requests.length
    await page.goto(address, { waitUntil: 'commit' })
    const loaded = () => pages.requests.slice(before).filter(({ path }) => path.startsWith('/shown/')).length
    await until(
      async () => loaded(),
      (count) => count === captured.size,
      'every snapshot',
      60_000,
    )
    await page.waitForTimeout(REST)
    const asked = pages.requests
      .slice(before)
      .filter(({ host }) => notTheBrowsers(host))
      .map(({ host, path }) => `https://${host}${path}`)
    expect(asked.filter((one) => !one.startsWith(`${HOST}/shown`))).toEqual([])
    expect(asked).toHaveLength(captured.size + 1)
    expect(scripts()).toEqual([])
    await page.close()
  })

  it('is shown again where evidence is shown, to the last payload, and opens no connection', async () => {
    const page = await app.open(app.url('snapshot.html'))
    const broken: string[] = []
    page.on('dialog', (dialog) => {
      broken.push(dialog.message())
      void dialog.dismiss()
    })
    await page.evaluate(`${await scriptOf('utils/evidence/show.ts', 'show')}; globalThis.show = show`)
    const before = pages.connections().length
    for (const [at, { snapshot }] of captured) {
      const error = await page.evaluate((html) => {
        const { show } = globalThis as unknown as { show: typeof import('../../utils/evidence/show') }
        try {
          show.buildSnapshot(document, show.readSnapshot(html), () => null)
          return ''
        } catch (thrown) {
          return JSON.stringify((thrown as { problem?: unknown }).problem ?? String(thrown))
        }
      }, snapshot.html)
      if (error) broken.push(`${ATTACKS[at]?.title}: ${error}`)
    }
    await page.waitForTimeout(REST)
    expect(broken).toEqual([])
    expect(pages.connections().slice(before).filter(notTheBrowsers)).toEqual([])
    await page.close()
  })
})
