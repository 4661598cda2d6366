import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page as Tab } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '../../utils/notice'
import { SITES } from '../../utils/sites'
import { haveFixtures, havePages, type Page, savedPages } from './saved'
import { score } from './score'

const BROWSERS = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  chromium.executablePath(),
]
const executablePath = BROWSERS.find((path) => path && existsSync(path))
const ONE_OF_MANY = ['threads/post-server-2026-06']
/** Platforms whose pages name their parts by hand-written classes: without these nothing is left to go by. */
const BY_CLASS = ['mastodon', 'telegram', 'linkedin', 'vk', 'instagram', 'tumblr']

describe.skipIf(!haveFixtures || !executablePath)(
  'saved pages in the real browser (skipped: ../shared/fixtures or a browser is not there)',
  () => {
    let browser: Browser
    let script: string
    let tab: Tab
    let html = ''

    beforeAll(async () => {
      const bundle = await build({
        configFile: false,
        logLevel: 'silent',
        build: {
          write: false,
          minify: false,
          lib: { entry: `${import.meta.dirname}/inPage.ts`, formats: ['iife'], name: 'x' },
        },
      })
      const [output] = Array.isArray(bundle) ? bundle : [bundle]
      script = output && 'output' in output ? output.output[0].code : ''
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
      tab = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
      await tab.route('**', (route) =>
        route.request().isNavigationRequest() && route.request().frame() === tab.mainFrame()
          ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
          : route.abort(),
      )
    }, 60_000)
    afterAll(() => browser?.close())

    async function read(page: Page, site: (typeof SITES)[number], before = ''): Promise<Item[]> {
      // Without scripts some old pages would send the reader away.
      html = page.html.replace(/http-equiv=("?)refresh/gi, 'data-was=$1refresh')
      await tab.goto(page.pageUrl, { waitUntil: 'domcontentloaded' })
      return tab.evaluate(
        `${script};${before};flagpostTest.readDocument(${JSON.stringify({ find: site.find, read: site.read })})`,
      )
    }

    for (const site of SITES.filter(({ find }) => havePages(find.id))) {
      for (const page of savedPages(site.find.id)) {
        it(`${page.name}: read as a careful reader does, also from right to left and under other class names`, async () => {
          const got = score(await read(page, site), page)
          expect(got.wrong).toEqual([])
          expect(got.extra).toEqual([])
          if (page.name.includes('/legacy-')) return
          if (!ONE_OF_MANY.includes(page.name)) expect(got.absent).toEqual([])
          expect(got.right / got.fields).toBeGreaterThanOrEqual(0.75)
          const rtl = score(await read(page, site, "document.documentElement.dir = 'rtl'"), page)
          expect(rtl).toEqual(got)
          if (BY_CLASS.includes(site.find.id)) return
          expect(score(await read(page, site, 'flagpostTest.scramble()'), page)).toEqual(got)
        }, 60_000)
      }
    }
  },
)
