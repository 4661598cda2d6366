import fs from 'node:fs/promises'
import path from 'node:path'
import { GRANTED, OUTPUT } from '../support/build'
import { type DevToolsNode, marksIn } from '../support/marks'
import { pagesServer } from '../support/pages'
import { addressOf } from '../support/stage'
import { type Bench, ratio } from './figure'
import { bareBrowser } from './pipe'

const FOLDER = path.join(OUTPUT, 'chrome-mv3-bench')

/** In both pages: when the first frame with what counts has been painted (milliseconds since 1970, with fractions). */
const IN_FRAME = `
const counts = () => document.title === 'empty' ? document.readyState !== 'loading' : document.activeElement?.matches('[role=combobox]')
const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => {
  globalThis.benchReady ??= performance.timeOrigin + performance.now()
}))
const look = () => { if (counts()) { watcher.disconnect(); painted() } }
const watcher = new MutationObserver(look)
watcher.observe(document, { childList: true, subtree: true, attributes: true })
addEventListener('focusin', look)
document.addEventListener('readystatechange', look)
`

/** In the page: when the pointer went up, and a button of its own that opens an empty page as the action opens the form. */
const IN_PAGE = `
addEventListener('pointerup', (e) => { document.documentElement.dataset.up = performance.timeOrigin + e.timeStamp }, true)
const spot = document.createElement('div')
spot.style.cssText = 'position:fixed;left:8px;top:8px;width:40px;height:40px;z-index:9'
const inner = spot.attachShadow({ mode: 'closed' })
const button = document.createElement('button')
const latch = document.createElement('div')
button.style.cssText = 'width:40px;height:40px'
latch.popover = 'manual'
button.popoverTargetElement = latch
inner.append(button, latch)
let open = null
latch.addEventListener('beforetoggle', (event) => {
  if (event.newState !== 'open') return
  event.preventDefault()
  setTimeout(() => {
    if (open) { open.remove(); open = null; return }
    open = document.createElement('div')
    const root = open.attachShadow({ mode: 'closed' })
    const frame = document.createElement('iframe')
    open.style.cssText = 'display:block;position:fixed;inset:0;inset-inline-start:auto;width:420px;height:100%'
    frame.style.cssText = 'display:block;width:100%;height:100%;border:0'
    open.popover = 'manual'
    frame.src = chrome.runtime.getURL('empty.html')
    root.append(frame)
    document.documentElement.append(open)
    open.showPopover()
    frame.focus()
  })
})
document.documentElement.append(spot)
`

/** The granted build, with a clock in the form and an empty page to compare it with. */
async function benchBuild(): Promise<string> {
  await fs.rm(FOLDER, { recursive: true, force: true })
  await fs.cp(GRANTED, FOLDER, { recursive: true })
  const at = (file: string) => path.join(FOLDER, file)
  await fs.writeFile(at('bench-frame.js'), IN_FRAME)
  await fs.writeFile(at('bench-page.js'), IN_PAGE)
  await fs.writeFile(
    at('empty.html'),
    '<!doctype html><title>empty</title><script src="/bench-frame.js"></script>',
  )
  const form = await fs.readFile(at('compose.html'), 'utf8')
  await fs.writeFile(
    at('compose.html'),
    form.replace('<head>', '<head><script src="/bench-frame.js"></script>'),
  )
  const manifest = JSON.parse(await fs.readFile(at('manifest.json'), 'utf8'))
  manifest.web_accessible_resources[0].resources.push('empty.html')
  manifest.content_scripts = [
    { matches: ['https://*/*'], js: ['bench-page.js'], run_at: 'document_idle' },
    ...(manifest.content_scripts ?? []),
  ]
  await fs.writeFile(at('manifest.json'), JSON.stringify(manifest))
  return FOLDER
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

export default {
  about:
    'From the press to the form (practice connection), against an empty page of the extension opened the same way',
  async run() {
    const pages = await pagesServer()
    const browser = await bareBrowser(await benchBuild(), pages.port)
    try {
      const { sessionId } = await browser.open(addressOf('bluesky-live.html'))
      const { send, attach, evaluate } = browser
      const mark = async () => {
        for (let asked = 0; asked < 100; asked++) {
          const { root } = await send<{ root: DevToolsNode }>(
            'DOM.getDocument',
            { depth: -1, pierce: true },
            sessionId,
          )
          const [first] = marksIn(root)
          if (first) return first.button
          await pause(100)
        }
        throw new Error('No action on the page.')
      }
      const click = async (x: number, y: number) => {
        const at = { x, y, button: 'left', clickCount: 1 }
        for (const type of ['mousePressed', 'mouseReleased'])
          await send('Input.dispatchMouseEvent', { type, ...at }, sessionId)
      }
      const measure = async (
        part: string,
        press: () => Promise<void>,
        close: (frame: string) => Promise<unknown>,
      ) => {
        // The extension's own first page opens at some time, in front: what is hidden is not painted.
        await send('Page.bringToFront', {}, sessionId)
        await press()
        // Nothing is asked while it opens.
        await pause(700)
        const up = Number(await evaluate<string>(sessionId, 'document.documentElement.dataset.up'))
        const frame = await attach('iframe', part)
        const ready = await evaluate<number>(
          frame,
          'new Promise((done) => { const ask = () => globalThis.benchReady ? done(globalThis.benchReady) : setTimeout(ask, 20); ask() })',
        )
        await close(frame)
        await pause(300)
        return ready - up
      }
      const pressAction = async () => {
        const backendNodeId = await mark()
        const { quads } = await send<{ quads: number[][] }>(
          'DOM.getContentQuads',
          { backendNodeId },
          sessionId,
        )
        const [x = 0, y = 0, , , right = 0, bottom = 0] = quads[0] ?? []
        await click((x + right) / 2, (y + bottom) / 2)
      }
      const form = () =>
        measure('/compose.html', pressAction, (frame) =>
          evaluate(
            frame,
            `void chrome.runtime.sendMessage({ type: 'form.close', payload: { nonce: location.hash.slice(1) } })`,
          ),
        )
      const empty = () =>
        measure(
          '/empty.html',
          () => click(28, 28),
          () => click(28, 28),
        )
      await mark()
      return [await ratio('press to form ready, against an empty extension page', 1.5, form, empty)]
    } finally {
      await browser.close()
      await pages.stop()
    }
  },
} satisfies Bench
