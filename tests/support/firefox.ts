import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { GRANTED_FIREFOX } from './build'
import { findFirefox } from './find-browser'
import { until } from './marks'

const EXTENSION = 'flagpost@flagpost.example'
/** The extension's own host in a profile that is used more than once. */
const ADDRESS = '2f9f6c1e-6f0b-4b63-9d0c-3e0f5a7c9b11'
const GLYPH = 'M6 21.5v-18h12.5l-3 4.5 3 4.5H6'

/** The Report action of one item, and where its middle is in the window. */
export type FoxMark = { name: string; label: string; filled: boolean; x: number; y: number }

/** A running Firefox with the extension in it, driven over WebDriver BiDi. */
export type Fox = {
  browser: Browser
  open: (address: string) => Promise<Page>
  /** A page of the extension in a tab of its own. */
  own: (path: string) => Promise<Page>
  /** Runs a function in a document of the extension. */
  inExtension: <A, T>(work: (argument: A) => Promise<T>, argument: A) => Promise<T>
  ask: (type: string, payload?: unknown) => Promise<unknown>
  marks: (page: Page) => Promise<FoxMark[]>
  /** Addresses of the frames in the window's front tab, the extension's own among them. */
  frames: () => Promise<string[]>
  /** Ends the event page, as Firefox does with an idle one. */
  endBackground: () => Promise<void>
  /** SIGKILL to the browser: no handler of it runs. */
  kill: () => Promise<void>
  close: () => Promise<void>
}

export type FoxOptions = {
  /** A build of the extension; default: the granted one. */
  extension?: string
  /** A profile to go on with; default: a new one that goes with the browser. */
  profile?: string
  /** What an administrator has fixed for the extension on this machine (managed storage). */
  policy?: Record<string, unknown>
  /** A way to the pages that outlives the browser; default: one of its own. */
  proxy?: Tunnel
}
export type Tunnel = { port: number; stop: () => Promise<void> }

/**
 * Starts Firefox with the granted build. Firefox knows no host-resolver rules: a proxy that every https address goes
 * through leads to the pages' server instead, so that the real match patterns apply and nothing leaves the machine.
 * @throws Error where there is no Firefox.
 */
export async function launchFirefox(pagesPort: number, options: FoxOptions = {}): Promise<Fox> {
  const executablePath = findFirefox()
  if (!executablePath) throw new Error('There is no Firefox here.')
  const proxy = options.proxy ?? (await tunnel(pagesPort))
  const stopProxy = () => (options.proxy ? undefined : proxy.stop())
  const uuid = options.profile ? ADDRESS : randomUUID()
  const home = options.policy ? await homeWith(options.policy) : null
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    ...(home ? { env: { ...process.env, HOME: home } } : {}),
    headless: true,
    acceptInsecureCerts: true,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    // Pages of an extension can be opened by the driver only with access to the system.
    args: ['--remote-allow-system-access'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      'extensions.originControls.grantByDefault': true,
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION]: uuid }),
      'intl.accept_languages': 'en-GB',
      // The extension is installed anew at each start: what it had stored stays.
      ...(options.profile
        ? {
            'extensions.webextensions.keepStorageOnUninstall': true,
            'extensions.webextensions.keepUuidOnUninstall': true,
          }
        : {}),
    },
  })
  const bidi = bidiOf(browser)
  const bare = (await browser.pages()).length
  await browser.installExtension(options.extension ?? GRANTED_FIREFOX)
  // The page that welcomes comes in front of what a test has opened, and what is behind is not drawn: clicks wait.
  await until(
    async () => (await browser.pages()).length,
    (count) => count > bare,
    'the page that welcomes',
    10_000,
  ).catch(() => {})

  async function open(address: string): Promise<Page> {
    const page = await browser.newPage()
    await page.setViewport({ width: 1280, height: 900 })
    await page.goto(address, { waitUntil: 'domcontentloaded' })
    return page
  }

  async function own(path: string): Promise<Page> {
    const page = await browser.newPage()
    const address = `moz-extension://${uuid}/${path}`
    // The page moves to another process, and the driver does not hear of its loading.
    await bidi('browsingContext.navigate', { context: contextOf(page), url: address, wait: 'none' })
    await until(
      () => page.evaluate(() => location.href + document.readyState).catch(() => ''),
      (now) => now === `${address}complete`,
      address,
    )
    await page.bringToFront()
    return page
  }

  async function inExtension<A, T>(work: (argument: A) => Promise<T>, argument: A): Promise<T> {
    const page = await own('manifest.json')
    try {
      return (await page.evaluate(work as (argument: unknown) => Promise<T>, argument)) as T
    } finally {
      await page.close()
    }
  }

  /** Evaluates in the browser's own window. */
  async function privileged(expression: string): Promise<string> {
    const { contexts } = await bidi<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
    })
    const target = { context: contexts[0]?.context }
    const { result } = await bidi<{ result: { value: string } }>('script.evaluate', {
      expression,
      awaitPromise: true,
      target,
    })
    return result.value
  }

  return {
    browser,
    open,
    own,
    inExtension,
    ask: (type, payload = {}) =>
      inExtension((message) => chrome.runtime.sendMessage(message), { type, payload }),
    async marks(page) {
      const { result } = await bidi<{ result: { value: Remote[] } }>('script.evaluate', {
        expression: `[...document.querySelectorAll('span:not([class]):empty')]`,
        awaitPromise: false,
        target: { context: contextOf(page) },
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 6, maxObjectDepth: 2 },
      })
      const boxes = await page.evaluate(() =>
        [...document.querySelectorAll('span:not([class]):empty')].map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect()
          return { x: x + width / 2, y: y + height / 2 }
        }),
      )
      return result.value.flatMap((host, i) => markOf(host, boxes[i] ?? { x: 0, y: 0 }) ?? [])
    },
    frames: async () =>
      JSON.parse(
        await privileged(
          'JSON.stringify(gBrowser.selectedBrowser.browsingContext.getAllBrowsingContextsInSubtree()' +
            '.slice(1).map((one) => one.currentWindowGlobal?.documentURI?.spec ?? ""))',
        ),
      ),
    async endBackground() {
      await privileged(`WebExtensionPolicy.getByID('${EXTENSION}').extension.terminateBackground()`)
    },
    async kill() {
      const running = browser.process()
      const gone = new Promise((done) => running?.once('exit', done))
      running?.kill('SIGKILL')
      await gone
      await stopProxy()
    },
    async close() {
      await browser.close()
      await stopProxy()
      if (home) await fs.rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

/** A home directory in which Firefox finds managed storage for the extension: a native manifest, as on a managed machine. */
async function homeWith(policy: Record<string, unknown>): Promise<string> {
  const home = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-home-'))
  const folder = path.join(home, '.mozilla', 'managed-storage')
  await fs.mkdir(folder, { recursive: true })
  const manifest = { name: EXTENSION, description: 'Set by the administrator', type: 'storage', data: policy }
  await fs.writeFile(path.join(folder, `${EXTENSION}.json`), JSON.stringify(manifest))
  return home
}

/** What BiDi tells of a node. */
type Remote = {
  type: string
  value?: {
    nodeType: number
    localName?: string
    nodeValue?: string
    attributes?: Record<string, string>
    children?: Remote[]
    shadowRoot?: Remote | null
  }
}

function markOf(host: Remote, middle: { x: number; y: number }): FoxMark | null {
  const button = host.value?.shadowRoot?.value?.children?.find((one) => one.value?.localName === 'button')
  if (!button || !hasGlyph(button)) return null
  const { 'aria-label': name = '', class: filled } = button.value?.attributes ?? {}
  return { name, label: textOf(button), filled: filled === 'on', ...middle }
}

const hasGlyph = (node: Remote): boolean =>
  node.value?.attributes?.d === GLYPH || (node.value?.children ?? []).some(hasGlyph)
const textOf = ({ value }: Remote): string =>
  (value?.nodeType === 3 ? (value.nodeValue ?? '') : '') + (value?.children ?? []).map(textOf).join('')

/** The protocol itself, for what the driver has no words for: closed roots, pages of the extension. */
function bidiOf(browser: Browser) {
  type Connection = { send: (method: string, params: unknown) => Promise<{ result: unknown }> }
  const { connection } = browser as unknown as { connection: Connection }
  return async <T>(method: string, params: unknown): Promise<T> =>
    (await connection.send(method, params)).result as T
}

const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id

/** A proxy whose every tunnel ends at one port of this machine. */
export async function tunnel(target: number): Promise<Tunnel> {
  const server = createServer((_, response) => response.writeHead(404).end())
  const sockets = new Set<{ destroy: () => void }>()
  server.on('connect', (_, socket, head) => {
    const onward = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      onward.write(head)
      onward.pipe(socket).pipe(onward)
    })
    for (const [one, other] of [
      [onward, socket],
      [socket, onward],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => sockets.delete(one))
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
}
