import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Captured, CapturedSchema } from '../../utils/evidence/captured'
import { FEATURES, featurePage, SETTLED } from '../evidence/features'
import { type App, launch } from '../support/app'
import { captureFrames, LAB_POST, scriptOf, showIn } from '../support/lab'
import { type PagesServer, pagesServer } from '../support/pages'
import { picture } from '../support/picture'
import { type Box, changedPixels } from '../support/pixels'

const POST = 'https://lab.example/p/1'
const FONT = path.join(
  path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'lib/vite/traceViewer',
)
/** The same post drawn twice by the browser differs in less, percent of the pixels. */
const NOISE = 1

describe('a post shown again', () => {
  let pages: PagesServer
  let app: App
  beforeAll(async () => {
    pages = await pagesServer()
    pages.serve('https://files.lab.example/font.woff2', {
      body: readFileSync(path.join(FONT, 'codicon.DCmgc-ay.ttf')),
      headers: { 'content-type': 'font/ttf', 'access-control-allow-origin': '*' },
    })
    app = await launch({ pagesPort: pages.port })
  })
  afterAll(async () => {
    await app?.close()
    await pages?.stop()
  })

  async function capturePost(
    html: string,
    before?: (page: Page) => Promise<void>,
  ): Promise<{ page: Page; captured: Captured }> {
    pages.serve(POST, { body: html })
    const page = await app.open(POST)
    await page.waitForLoadState('load')
    await before?.(page)
    const [answer] = await captureFrames(app, POST, LAB_POST)
    return { page, captured: CapturedSchema.parse(answer) }
  }

  it('looks as it did, each hard part of it', async () => {
    const { page, captured } = await capturePost(featurePage(), (page) => page.evaluate(SETTLED))
    const before = await page.screenshot({ fullPage: true })
    const parts = await boxesOf(page, '[data-feature]')
    const [root] = await boxesOf(page, '[data-post]')

    const shown = await app.open(app.url('snapshot.html'))
    await showIn(
      shown,
      captured.snapshot.html,
      captured.snapshot.media.map(({ url }) => bytesOf(url)),
    )
    const after = await shown.screenshot({ fullPage: true })
    const boxes = parts.map((part): [Box, Box] => [
      part,
      { ...part, x: part.x - (root?.x ?? 0), y: part.y - (root?.y ?? 0) },
    ])
    const changed = await changedPixels(page, before, after, boxes)
    const bad = changed
      .map((share, at) => ({ name: FEATURES[at]?.name, share }))
      .filter(({ share }) => share > NOISE)
    expect(bad).toEqual([])
    expect(captured.snapshot).toMatchObject({ truncated: false, changed: false })
    await shown.close()
    await page.close()
  })

  it('says what the page does not give: the pixels of a canvas with a picture of elsewhere, of a huge one', async () => {
    pages.serve('https://elsewhere.example/no-cors.png', {
      body: picture('x'),
      headers: { 'content-type': 'image/png' },
    })
    const { page, captured } = await capturePost(
      `<!doctype html><article data-post><a href="/p/1">a</a><canvas id="c"></canvas><canvas width="9000" height="9000"></canvas><img id="i" src="https://elsewhere.example/no-cors.png" width="9" onload="c.getContext('2d').drawImage(i,0,0)"></article>`,
    )
    expect(captured.snapshot.media).toEqual([
      { url: '', kind: 'canvas', missing: 'tainted' },
      { url: '', kind: 'canvas', missing: 'tooLarge' },
      { url: 'https://elsewhere.example/no-cors.png', kind: 'image' },
    ])
    await page.close()
  })

  it('keeps a post taller than 20,000 pixels, and one that the page changes or takes away meanwhile, and says so', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `<p style="height:10px;margin:0">row ${at}</p>`)
    const post = (script: string) =>
      `<!doctype html><body><article data-post><a href="/p/1">a</a>${rows.join('')}</article><script>${script}</script>`
    const tall = await capturePost(post(''))
    expect(tall.captured.page.rect.height).toBeGreaterThan(20_000)
    expect(tall.captured.snapshot.html).toContain('row 2999')
    expect(tall.captured.snapshot).toMatchObject({ truncated: false, changed: false })
    await tall.page.close()

    // The page gets its turn between two slices of ours.
    const changing = await capturePost(
      post(`setInterval(()=>document.querySelector('p').textContent=performance.now())`),
    )
    expect(changing.captured.snapshot.changed).toBe(true)
    await changing.page.close()

    const leaving = await capturePost(
      post('addEventListener("click",()=>setTimeout(()=>document.querySelector("article").remove(),20))'),
      async (page) => {
        await page.evaluate(() => setTimeout(() => document.body.click(), 5))
      },
    )
    // What had been read by then, or the page as it was after it.
    expect(leaving.captured.snapshot.changed || leaving.captured.page.rect.height < 20_000).toBe(true)
    await leaving.page.close()
  })

  it('reads a post anew that the page changes meanwhile, also in a shadow root; keeps what was read of one that went', async () => {
    pages.serve(POST, { body: '<!doctype html><article data-post><a href="/p/1">a</a><p>was</p></article>' })
    const page = await app.open(POST)
    await page.evaluate(`${await scriptOf('utils/evidence/capture.ts', 'own')}; globalThis.own = own`)
    // By this clock each step of ours is a slice: the page has its turn after it.
    await page.evaluate('{ let at = 0; performance.now = () => (at += 13) }')
    const captureWhile = (change: string) =>
      page.evaluate(`(async () => {
        const post = document.querySelector('[data-post]')
        const words = post.lastChild
        const answer = own.capture(${JSON.stringify(LAB_POST)}, document)
        const { port1, port2 } = new MessageChannel()
        ${change}
        const { item, snapshot } = await answer
        port1.close()
        return { permalink: item.permalink, changed: snapshot.changed, is: /is now/.test(snapshot.html) }
      })()`)
    const once = `port1.onmessage = () => (words.textContent = 'is now'); port2.postMessage(0)`
    expect(await captureWhile(once)).toEqual({ permalink: POST, changed: false, is: true })

    await page.evaluate(
      `document.querySelector('p').attachShadow({ mode: 'open' }).innerHTML = '<b>is now</b>'`,
    )
    const always = `port1.onmessage = () => { words.shadowRoot.firstChild.title += 'x'; port2.postMessage(0) }
      port2.postMessage(0)`
    expect(await captureWhile(always)).toEqual({ permalink: POST, changed: true, is: true })

    expect(await captureWhile('port1.onmessage = () => post.remove(); port2.postMessage(0)')).toEqual({
      permalink: POST,
      changed: true,
      is: false,
    })
    await page.close()
  })

  function bytesOf(url: string): { type: string; bytes: Buffer } | null {
    if (url.endsWith('.woff2'))
      return { type: 'font/ttf', bytes: readFileSync(path.join(FONT, 'codicon.DCmgc-ay.ttf')) }
    const { host, pathname } = new URL(url)
    return { type: 'image/png', bytes: picture(`${host}${pathname}`) }
  }
})

const boxesOf = (page: Page, selector: string): Promise<Box[]> =>
  page.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      return { x: x + scrollX, y: y + scrollY, width, height }
    }),
  )
