import path from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { defineSite } from '../../utils/sites/define'
import type { CaptureAsk } from '../../utils/sites/target'
import type { App } from './app'
import { ROOT } from './build'

/** The page as a whole, on a page that no site declares. */
export const WHOLE_PAGE: CaptureAsk = { nonce: 'lab', target: { by: 'page' }, find: null, read: null }

/** What `capture.js` of the built extension answers in each frame of a page, as it came: not parsed. */
export async function captureFrames(app: App, address: string, ask: CaptureAsk): Promise<unknown[]> {
  return app.inExtension(
    async ({ address, ask }) => {
      const tab = (await chrome.tabs.query({})).find(({ url }) => url === address)
      const target = { tabId: tab?.id ?? -1, allFrames: true }
      const injectImmediately = true
      // Nameless, as the runner's names (`__name`) are not known in the page.
      const [set] = [(given: unknown) => void Object.assign(globalThis, { flagpostAsk: given })]
      await chrome.scripting.executeScript({
        target,
        injectImmediately,
        func: set as () => void,
        args: [ask] as never,
      })
      const answers = await chrome.scripting.executeScript({
        target,
        injectImmediately,
        files: ['/capture.js'],
      })
      return answers.map(({ result }) => result as unknown)
    },
    { address, ask },
  )
}

/** A module of ours as one script that leaves its exports in a global of this name. */
export async function scriptOf(file: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, file)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: name,
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

/**
 * Counts the scripts of the page's own that start in it from now on, handlers among them; what we evaluate ourselves
 * in a world of our own does not count.
 */
export async function countScripts(page: Page): Promise<() => string[]> {
  const session = await page.context().newCDPSession(page)
  const started: string[] = []
  session.on('Debugger.scriptParsed', ({ url, executionContextAuxData }) => {
    if ((executionContextAuxData as { type?: string } | undefined)?.type === 'default') started.push(url)
  })
  page.on('dialog', (dialog) => {
    started.push(`dialog ${dialog.message()}`)
    void dialog.dismiss().catch(() => {})
  })
  await session.send('Debugger.enable')
  return () => started
}

const LAB = defineSite({
  name: 'Lab',
  matches: ['https://lab.example/*'],
  media: ['files.lab.example'],
  policies: 'lab',
  proof: 'unproven',
  held: '2026-11-01',
  find: {
    id: 'lab',
    version: 1,
    origin: 'https://lab.example',
    hosts: ['lab.example'],
    routes: [{ kind: 'post', path: '/p/{id:num}' }],
    items: [
      { kind: 'post', root: '[data-post]', permalink: [{ at: 'a[href^="/p/"]', from: '@href' }], bar: [] },
    ],
  },
  read: { post: {} },
})

/** The post of the page's own address, on a page of `https://lab.example/p/…`. */
export const LAB_POST: CaptureAsk = { nonce: 'lab', target: { by: 'page' }, find: LAB.find, read: LAB.read }

/** Shows a snapshot in the page in which evidence is shown (`snapshot.html`), with these bytes for its media. */
export async function showIn(
  page: Page,
  html: string,
  media: ({ type: string; bytes: Buffer } | null)[],
): Promise<void> {
  await page.evaluate(`${await scriptOf('utils/evidence/show.ts', 'show')}; globalThis.show = show`)
  const addresses = media.map((one) => one && `data:${one.type};base64,${one.bytes.toString('base64')}`)
  await page.evaluate(
    async ({ html, addresses }) => {
      const { show } = globalThis as unknown as { show: typeof import('../../utils/evidence/show') }
      show.buildSnapshot(document, show.readSnapshot(html), (at) => addresses[at] ?? null)
      await document.fonts.ready
      await Promise.all([...document.images].map((one) => one.decode().catch(() => {})))
    },
    { html, addresses },
  )
}
