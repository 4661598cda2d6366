import fs from 'node:fs/promises'
import path from 'node:path'
import type { NoticeRow } from '../../utils/outbox/row'
import { GRANTED, OUTPUT } from '../support/build'
import { sampleRow } from '../support/samples'
import { type Bench, ratio } from './figure'
import { bareBrowser } from './pipe'

const FOLDER = path.join(OUTPUT, 'chrome-mv3-bench-popup')
const FEW = 10
const MANY = 10_000

/** In both pages: when the first frame with what counts has been painted, milliseconds since the page was asked for. */
const IN_PAGE = `
const counts = () => document.title === 'empty' ? document.readyState !== 'loading' : document.querySelector('.line-state')
const look = () => { if (counts()) { watcher.disconnect(); requestAnimationFrame(() => requestAnimationFrame(() => {
  globalThis.benchReady ??= performance.now()
})) } }
const watcher = new MutationObserver(look)
watcher.observe(document, { childList: true, subtree: true })
document.addEventListener('readystatechange', look)
`

/** The granted build, with a clock in the popup and an empty page to compare it with. */
async function benchBuild(): Promise<string> {
  await fs.rm(FOLDER, { recursive: true, force: true })
  await fs.cp(GRANTED, FOLDER, { recursive: true })
  const at = (file: string) => path.join(FOLDER, file)
  const clock = '<script src="/bench.js"></script>'
  await fs.writeFile(at('bench.js'), IN_PAGE)
  await fs.writeFile(at('empty.html'), `<!doctype html><title>empty</title>${clock}`)
  const popup = await fs.readFile(at('popup.html'), 'utf8')
  await fs.writeFile(at('popup.html'), popup.replace('<head>', `<head>${clock}`))
  return FOLDER
}

const STATES = ['delivered', 'decided', 'refused', 'withdrawn'] as const
const notices = (count: number): NoticeRow[] =>
  Array.from({ length: count }, (_, i) =>
    sampleRow({
      state: STATES[i % 4] ?? 'delivered',
      dueAt: Number.MAX_SAFE_INTEGER,
      createdAt: i,
      updatedAt: i,
      deadlineAt: i % 4 === 0 ? Date.now() + i * 60_000 : null,
    }),
  )

/** Fills the outbox past all our code. Runs in a page of the extension. */
const fill = (rows: NoticeRow[]) => `new Promise((done, fail) => {
  const opening = indexedDB.open('flagpost')
  opening.onerror = () => fail(opening.error)
  opening.onsuccess = () => {
    const tx = opening.result.transaction('notices', 'readwrite')
    for (const row of ${JSON.stringify(rows)}) tx.objectStore('notices').put(row)
    tx.onerror = () => fail(tx.error)
    tx.oncomplete = () => { opening.result.close(); done() }
  }
})`

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** The extension's own origin, as its background's address tells it. (The background itself may end at any time.) */
async function originOf({ send }: Awaited<ReturnType<typeof bareBrowser>>): Promise<string> {
  for (let asked = 0; asked < 200; asked++) {
    const { targetInfos } = await send<{ targetInfos: { url: string }[] }>('Target.getTargets')
    const own = targetInfos.find(({ url }) => url.startsWith('chrome-extension://'))
    if (own) return `chrome-extension://${new URL(own.url).host}`
    await pause(25)
  }
  throw new Error('The extension did not start.')
}

/** A browser whose queue holds so many notices; `ready` opens a page and gives its time. */
async function browserWith(count: number, extension: string) {
  const browser = await bareBrowser(extension, 9)
  const origin = await originOf(browser)
  const open = async (page: string) => browser.open(`${origin}/${page}`)
  const first = await open('popup.html')
  await pause(1500)
  await browser.evaluate(first.sessionId, fill(notices(count)))
  await browser.send('Target.closeTarget', { targetId: first.targetId })
  return {
    close: browser.close,
    async ready(page: string): Promise<number> {
      const { targetId, sessionId } = await open(page)
      // Nothing is asked while it opens.
      await pause(600)
      const time = await browser.evaluate<number>(
        sessionId,
        'new Promise((done) => { const ask = () => globalThis.benchReady ? done(globalThis.benchReady) : setTimeout(ask, 20); ask() })',
      )
      await browser.send('Target.closeTarget', { targetId })
      await pause(200)
      return time
    },
  }
}

export default {
  about: 'From the opening of the popup to its first line, against an empty page of the extension',
  async run() {
    const extension = await benchBuild()
    const few = await browserWith(FEW, extension)
    const many = await browserWith(MANY, extension)
    try {
      return [
        await ratio(
          'popup with its first line, against an empty extension page',
          3,
          () => few.ready('popup.html'),
          () => few.ready('empty.html'),
        ),
        await ratio(
          'popup of ten thousand notices, against one of ten',
          1.5,
          () => many.ready('popup.html'),
          () => few.ready('popup.html'),
        ),
      ]
    } finally {
      await few.close()
      await many.close()
    }
  },
} satisfies Bench
