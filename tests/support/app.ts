import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core'
import { GRANTED } from './build'
import { findBrowser } from './find-browser'

export type LaunchOptions = {
  /** Where the real host names lead: the port of `pagesServer`. Without it no page but loopback's can be opened. */
  pagesPort?: number
  /** A profile to go on with; default: a new one that `close` takes away. */
  profile?: string
  extension?: string
  headless?: boolean
  colorScheme?: 'light' | 'dark'
  viewport?: { width: number; height: number } | null
  /** Leave the page open that welcomes a fresh profile. */
  welcome?: boolean
  /** Playwright switches the back/forward cache off; some tests are about it. */
  backForwardCache?: boolean
  args?: string[]
  /** False: the browser believes only certificates that it would believe anywhere. */
  anyCertificate?: boolean
}

/** A running browser with the extension in it. */
export type App = {
  context: BrowserContext
  profile: string
  extensionId: string
  /** Address of a page of the extension. */
  url: (page: string) => string
  open: (address: string) => Promise<Page>
  worker: () => Promise<Worker>
  /**
   * Runs a function in a file of the extension as a document: one of its own pages, with nothing of its own running.
   */
  inExtension: <A, T>(work: (argument: A) => Promise<T>, argument: A) => Promise<T>
  /** Says something to the background as a page of the extension would; gives its answer as it is. */
  ask: (type: string, payload?: unknown) => Promise<unknown>
  /** Ends the service worker at once, as the browser does with an idle one, only without asking. */
  killWorker: () => Promise<void>
  /** SIGKILL to the browser: no handler of it runs. The profile stays. */
  kill: () => Promise<void>
  close: () => Promise<void>
}

/** Starts Chromium with the built extension. Every name but loopback leads to `pagesPort`, nothing leaves the machine. */
export async function launch(options: LaunchOptions = {}): Promise<App> {
  const extension = options.extension ?? GRANTED
  const profile = options.profile ?? (await newProfile())
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    headless: options.headless ?? true,
    // Who started us decides what a signal means.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreHTTPSErrors: options.anyCertificate ?? true,
    locale: 'en-GB',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(options.backForwardCache ? ['--disable-back-forward-cache'] : []),
    ],
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(options.anyCertificate === false ? [] : ['--ignore-certificate-errors']),
      '--disable-background-networking',
      '--no-first-run',
      `--host-resolver-rules=MAP * 127.0.0.1:${options.pagesPort ?? 9}, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
      ...(options.args ?? []),
    ],
  })
  const worker = async () => {
    const there = context.serviceWorkers().find(isOurs)
    return there ?? context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 20_000 })
  }
  const started = await worker().catch(() => null)
  if (!started) {
    await context.close()
    throw new Error(`The browser did not start the extension in ${extension}.`)
  }
  // As on a machine that has run before: else Chromium takes five seconds until it says that there is no policy.
  if (!options.welcome) await started.evaluate(() => chrome.storage.local.set({ policySeen: {} }))
  const extensionId = new URL(started.url()).host
  const url = (page: string) => `chrome-extension://${extensionId}/${page}`
  const own = options.profile === undefined
  // A fresh profile is welcomed once; the page would lie over what a test opens.
  if (own && !options.welcome) await closeWelcome(context, url('welcome.html'))
  const drop = async () => {
    if (own) await fs.rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  let quiet: Page | null = null
  async function inExtension<A, T>(work: (argument: A) => Promise<T>, argument: A): Promise<T> {
    if (!quiet || quiet.isClosed()) {
      quiet = await context.newPage()
      await quiet.goto(url('manifest.json'))
    }
    const page = quiet
    try {
      return await page.evaluate(work as (argument: unknown) => Promise<T>, argument)
    } catch (error) {
      // One that was opened while the extension was being loaded never gets its functions.
      if (!(await page.evaluate('!!chrome.runtime?.id').catch(() => false))) await page.close()
      throw error
    } finally {
      // Nobody sees it in a headless browser, so it stays for the next time.
      if (options.headless === false) await page.close()
    }
  }
  return {
    context,
    profile,
    extensionId,
    url,
    worker,
    async open(address) {
      const page = await openAt(context, address).catch(() => null)
      if (page) return page
      // It led elsewhere, or did not load: then the driver says why.
      const other = await context.newPage()
      await other.goto(address, { waitUntil: 'domcontentloaded' })
      return other
    },
    inExtension,
    ask: (type, payload = {}) =>
      inExtension((message) => chrome.runtime.sendMessage(message), { type, payload }),
    killWorker: () => killWorker(context, url('')),
    async kill() {
      const closed = new Promise((done) => context.once('close', done))
      process.kill(await browserProcess(profile), 'SIGKILL')
      await closed
    },
    async close() {
      await context.close().catch(() => {})
      await drop()
    },
  }
}

/** A profile in developer mode: without it Chromium may switch an unpacked extension off when that loads itself anew. */
export async function newProfile(): Promise<string> {
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-browser-'))
  await fs.mkdir(path.join(profile, 'Default'))
  await fs.writeFile(
    path.join(profile, 'Default/Preferences'),
    JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
  )
  return profile
}

/**
 * Opens a page straight at its address: an empty one first, as Playwright does it, costs a process each time.
 * @throws Error where no page came to stand at that very address.
 */
async function openAt(context: BrowserContext, address: string): Promise<Page> {
  const { href } = new URL(address)
  const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()))
  const opened = pageAt(context, href, 'domcontentloaded', 20_000)
  opened.catch(() => {})
  try {
    await session.send('Target.createTarget', { url: href })
    return await opened
  } finally {
    await session.detach().catch(() => {})
  }
}

/** The next page that comes to stand at this very address, as far loaded as is asked for. */
function pageAt(
  context: BrowserContext,
  href: string,
  waitUntil: 'commit' | 'domcontentloaded',
  timeout: number,
): Promise<Page> {
  const isThere = (page: Page) =>
    page
      .waitForURL((url) => url.href === href, { waitUntil, timeout })
      .then(
        () => true,
        () => false,
      )
  return context.waitForEvent('page', { timeout, predicate: isThere })
}

/** Waits for the page that opens after the install, and closes it; the browser keeps its first tab. */
async function closeWelcome(context: BrowserContext, address: string): Promise<void> {
  const there = context.pages().find((page) => page.url() === address)
  const page = there ?? (await pageAt(context, address, 'commit', 10_000).catch(() => null))
  await page?.close()
}

const isOurs = (worker: Worker) => worker.url().startsWith('chrome-extension://')

async function killWorker(context: BrowserContext, prefix: string): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage())
  const session = await context.newCDPSession(page)
  try {
    const { targetInfos } = await session.send('Target.getTargets')
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(prefix))
    if (!worker) return
    await session.send('Target.closeTarget', { targetId: worker.targetId })
    for (let asked = 0; asked < 100; asked++) {
      const { targetInfos: left } = await session.send('Target.getTargets')
      if (!left.some(({ targetId }) => targetId === worker.targetId)) return
      await new Promise((done) => setTimeout(done, 20))
    }
  } finally {
    await session.detach().catch(() => {})
  }
}

/** The browser's process, as it names itself in its profile's lock (`host-pid`). */
async function browserProcess(profile: string): Promise<number> {
  const lock = path.join(profile, 'SingletonLock')
  if (process.platform === 'win32' || !existsSync(path.dirname(lock))) throw new Error('No lock to read.')
  return Number((await fs.readlink(lock)).split('-').at(-1))
}

/** A DevTools session of a page, closed when `work` is done. */
export async function withDevTools<T>(page: Page, work: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page)
  try {
    return await work(session)
  } finally {
    await session.detach().catch(() => {})
  }
}
