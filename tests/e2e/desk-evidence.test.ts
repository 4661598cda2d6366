import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BundleParts, sealBundle } from '../../utils/evidence/bundle'
import { ATTACKS } from '../evidence/attacks'
import { type App, launch } from '../support/app'
import { type TestBackend, testBackend } from '../support/backend'
import { openDesk } from '../support/desk'
import { type PagesServer, pagesServer } from '../support/pages'
import { sampleBundle, sampleNotice, sampleSealer } from '../support/samples'

/** What is asked of the network comes within this time, milliseconds. */
const REST = 1500
const EVIL = 'evil.example'
const document = (body: string, css = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><style>${css}</style></head><body>${body}</body></html>`
const LOADS = [
  `<link rel="preconnect" href="https://a.${EVIL}"><link rel="dns-prefetch" href="https://b.${EVIL}">`,
  `<link rel="stylesheet" href="https://c.${EVIL}/"><link rel="preload" as="image" href="https://d.${EVIL}/">`,
  `<img src="https://e.${EVIL}/"><iframe src="https://f.${EVIL}/"></iframe><object data="https://g.${EVIL}/"></object>`,
  `<script src="https://h.${EVIL}/"></script><script>fetch("https://i.${EVIL}/")</script><base href="https://j.${EVIL}/">`,
  `<meta http-equiv="refresh" content="0;url=https://k.${EVIL}/"><video src="https://l.${EVIL}/" autoplay></video>`,
].join('')
const STYLES = [
  `@import "https://m.${EVIL}/";@font-face{font-family:x;src:url(https://n.${EVIL}/)}`,
  `body{font-family:x;background:url(https://o.${EVIL}/);cursor:url(https://p.${EVIL}/),auto;list-style-image:image-set("https://q.${EVIL}/" 1x)}`,
].join('')

/** The browser asks its maker things of its own. */
const notTheBrowsers = (host: string) => !/\.google(?:apis)?\.com$/.test(host)

/** Evidence that somebody with an account has put together by hand, past everything that the extension does. */
const HOSTILE: Record<string, (parts: BundleParts) => void> = {
  'markup that loads': (parts) => {
    parts.html = document(LOADS)
  },
  'the whole list of attacks': (parts) => {
    parts.html = document(ATTACKS.map(({ payload }) => payload).join('\n'))
  },
  'styles that load': (parts) => {
    parts.html = document('<p>words</p>', STYLES)
  },
  'a type that ends the attribute': (parts) => {
    const type = `image/png"><link rel="preconnect" href="https://r.${EVIL}"><i "`
    parts.record.media[0] = { ...(parts.record.media[0] as BundleParts['record']['media'][number]), type }
    parts.media[0] = { ...(parts.media[0] as BundleParts['media'][number]), type }
  },
  'words of the record': (parts) => {
    parts.record.page.title = LOADS
    parts.text = LOADS
  },
}

describe('hostile evidence at the desk', () => {
  let pages: PagesServer
  let app: App
  let backend: TestBackend
  let token = ''
  let desk: Page

  beforeAll(async () => {
    pages = await pagesServer()
    ;[backend, app] = await Promise.all([testBackend(), launch({ pagesPort: pages.port })])
    const code = new URL(await backend.enrolReviewer('R1')).hash.slice(1)
    const enrolled = await fetch(`${backend.origin}/v1/enrolments/${code}`, { method: 'POST' })
    token = (await enrolled.json()).token
    desk = await openDesk(app.context, backend)
  })
  afterAll(async () => {
    await app?.close()
    await backend?.stop()
    await pages?.stop()
  })

  /** Sends a bundle with a notice; gives the notice's id. */
  async function send(change: (parts: BundleParts) => void): Promise<string> {
    const parts = await sampleBundle()
    change(parts)
    const { bytes, sha256, mediaType } = await sealBundle(parts, await sampleSealer())
    const authorization = `Bearer ${token}`
    const put = await fetch(`${backend.origin}/v1/evidence/sha256/${sha256}`, {
      method: 'PUT',
      headers: { authorization, 'content-type': mediaType },
      body: bytes,
    })
    expect(put.status).toBe(201)
    const capturedAt = '2026-11-24T12:00:00.000Z'
    const evidence = { sha256, bytes: bytes.length, mediaType, captureClass: 'full', capturedAt } as const
    const notice = sampleNotice({ evidence })
    const answer = await fetch(`${backend.origin}/v1/notices`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': notice.id },
      body: JSON.stringify(notice),
    })
    expect(answer.status, await answer.clone().text()).toBe(201)
    return notice.id
  }

  /** Opens a notice with all that its evidence shows; gives the hosts to which connections were opened. */
  async function opened(id: string): Promise<{ hosts: string[]; words: string }> {
    const before = pages.connections().length
    await desk.goto(`${backend.origin}/desk/notices/${id}`)
    for (const fold of await desk.locator('section:has(#evidence) details').all())
      await fold.locator('summary').click()
    const frame = desk.frameLocator('iframe.snapshot').first()
    await desk.locator('iframe.snapshot').first().scrollIntoViewIfNeeded()
    const words = await frame.locator('body').innerText()
    await desk.waitForTimeout(REST)
    const hosts = pages.connections().slice(before)
    return { hosts: hosts.filter(notTheBrowsers), words }
  }

  it('opens a connection where nothing keeps it from it: the listener hears it', async () => {
    const before = pages.connections().length
    const page = await app.context.newPage()
    await page.setContent(document(`<link rel="preconnect" href="https://a.${EVIL}">`))
    await expect.poll(() => pages.connections().slice(before)).toContain(`a.${EVIL}`)
    await page.close()
  })

  it('an honest snapshot is shown', async () => {
    expect(
      await opened(
        await send((parts) => {
          parts.html = document('<p class="f0">A sample post</p>')
        }),
      ),
    ).toEqual({ hosts: [], words: 'A sample post' })
  })

  it.each(Object.entries(HOSTILE))('%s: nothing runs, no connection is opened', async (_, change) => {
    const dialogs: string[] = []
    const hear = (dialog: { message: () => string; dismiss: () => Promise<void> }) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    }
    desk.on('dialog', hear)
    const id = await send(change)
    const { hosts } = await opened(id)
    desk.off('dialog', hear)
    expect(hosts).toEqual([])
    expect(dialogs).toEqual([])
    expect(desk.url()).toBe(`${backend.origin}/desk/notices/${id}`)
  })
})
