import { isUtf8 } from 'node:buffer'
import type { Page as Tab } from 'playwright-core'
import { SITES, siteById } from '../../utils/sites'
import type { EveryItem } from '../../utils/sites/every'
import type { EveryAsk } from '../../utils/sites/target'
import { type App, launch } from '../support/app'
import type { Page } from './saved'

const READ_WITHIN = 60_000

/** Changes a page from within, as the page; runs there alone. */
export type Change = (argument: string) => void

export type Checker = {
  /**
   * Opens a saved page under its own address and reads all its items with the built extension's own script, put in
   * as the background puts it in. `change` runs in the page before, as the page.
   */
  read: (page: Page, change?: Change, argument?: string) => Promise<EveryItem[]>
  /** Reads a page as it is and, still open, once more after `change`. */
  readTwice: (page: Page, change: Change, argument: string) => Promise<[EveryItem[], EveryItem[]]>
  close: () => Promise<void>
}

/** A browser with the extension in it, for which the saved pages are the whole web. */
export async function createChecker(): Promise<Checker> {
  const app = await launch()
  let shown: Page | null = null
  await app.context.route(/^https?:/, (route) => {
    const request = route.request()
    return request.isNavigationRequest() && !request.frame().parentFrame()
      ? route.fulfill(answerOf(shown?.html ?? Buffer.from('')))
      : route.abort()
  })
  const open = async () => {
    shown = null
    const tab = await app.context.newPage()
    return { tab, id: await tabIdOf(app, tab) }
  }
  let at = await open()

  async function show(page: Page): Promise<EveryAsk> {
    shown = page
    await at.tab.goto(page.pageUrl, { waitUntil: 'domcontentloaded', timeout: READ_WITHIN })
    // Software that any host may run is known by its marks.
    page.site ??= siteById((await at.tab.evaluate(signedAs, SIGNS)) ?? '')
    if (!page.site) throw new Error(`no site for ${new URL(page.pageUrl).host}`)
    const { find, read } = page.site
    return { every: true, find, read }
  }
  async function makeChange(change: Change, argument: string): Promise<void> {
    await at.tab.evaluate('globalThis.__name = (named) => named')
    await at.tab.evaluate(change, argument)
  }
  const everything = (ask: EveryAsk) => app.inExtension(everyIn, { tabId: at.id, ask })

  /** A tab that hangs is left behind with its page. */
  async function safely<T>(work: Promise<T>): Promise<T> {
    try {
      return await within(work)
    } catch (error) {
      await at.tab.close().catch(() => {})
      at = await open()
      throw error
    }
  }

  return {
    read: (page, change, argument = '') =>
      safely(
        (async () => {
          const ask = await show(page)
          if (change) await makeChange(change, argument)
          return everything(ask)
        })(),
      ),
    readTwice: (page, change, argument) =>
      safely(
        (async () => {
          const ask = await show(page)
          const before = await everything(ask)
          await makeChange(change, argument)
          return [before, await everything(ask)]
        })(),
      ),
    close: () => app.close(),
  }
}

/**
 * A saved page as it is sent: its bytes as they are. No script of it runs (most would tear the snapshot down), and it
 * does not send the reader away for want of scripts. Where its bytes are no UTF-8, its own `meta charset` counts.
 */
function answerOf(html: Buffer) {
  const still = html.toString('latin1').replace(/http-equiv=("?)refresh/gi, 'data-was=$1refresh')
  const type = isUtf8(html) ? 'text/html; charset=utf-8' : 'text/html'
  // Nothing else is asked for: the policy costs nothing, where each request that is caught costs a way to the driver.
  const policy = "default-src 'none'; style-src 'unsafe-inline'"
  const headers = { 'content-type': type, 'content-security-policy': policy }
  return { body: Buffer.from(still, 'latin1'), headers }
}

function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer in ${READ_WITHIN / 1000} s`)), READ_WITHIN)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const SIGNS = SITES.flatMap(({ find }) =>
  find.origin === 'self' && find.sign ? [{ id: find.id, sign: find.sign }] : [],
)
/** Runs in the page, alone. */
const signedAs = (signs: { id: string; sign: string }[]) =>
  signs.find(({ sign }) => document.querySelector(sign))?.id ?? null

/** As `captureItem` does it, with the other question. Runs in a page of the extension. */
async function everyIn({ tabId, ask }: { tabId: number; ask: EveryAsk }): Promise<EveryItem[]> {
  // `tsx` names functions with a helper that does not come along; the same holds in the page.
  Reflect.set(globalThis, '__name', (named: unknown) => named)
  const target = { tabId, frameIds: [0] }
  await chrome.scripting.executeScript({
    target,
    func: (given: EveryAsk) => {
      globalThis.flagpostAsk = given
    },
    args: [ask],
  })
  const [answer] = await chrome.scripting.executeScript({ target, files: ['/capture.js'] })
  if (!Array.isArray(answer?.result)) throw new Error('the script gave no answer')
  return answer.result as EveryItem[]
}

/** The browser's number of a tab, found by an address that no other tab has. */
async function tabIdOf(app: App, tab: Tab): Promise<number> {
  const mark = `https://${crypto.randomUUID()}.example/`
  await tab.goto(mark)
  return app.inExtension(async (url) => {
    const tabs = await chrome.tabs.query({})
    return tabs.find((one) => one.url === url)?.id ?? -1
  }, mark)
}
