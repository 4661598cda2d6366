import { type Bundle, type Medium, sealBundle } from '../../utils/evidence/bundle'
import { type Captured, CapturedSchema } from '../../utils/evidence/captured'
import type { MediaRecord } from '../../utils/evidence/record'
import { readSnapshot } from '../../utils/evidence/show'
import { textOf } from '../../utils/evidence/text'
import { sha256 } from '../../utils/ledger/entry'
import { siteById } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'
import type { App } from '../support/app'
import { picture } from '../support/picture'
import { sampleSealer } from '../support/samples'

const NONCE = 'replay'

/** Whatever it is, other readers have to find their way past it. */
const PAGE_AROUND = {
  window: { bytes: new TextEncoder().encode('a picture') as Uint8Array<ArrayBuffer>, type: 'image/webp' },
  page: {
    bytes: new TextEncoder().encode('From: <Saved by Blink>\r\n\r\n') as Uint8Array<ArrayBuffer>,
    type: 'multipart/related',
  },
}

/** The real capture script's answer for the `at`-th item of an open page (or, where none is, for the page itself). */
export async function captureItem(app: App, address: string, site: Site, at = 0): Promise<Captured> {
  const roots = site.find.items.filter(({ quoted }) => !quoted).map(({ root }) => root)
  const ask = { nonce: NONCE, target: { by: 'action' as const }, find: site.find, read: site.read }
  const answer = await app.inExtension(
    async ({ address, roots, ask, at }) => {
      const tab = (await chrome.tabs.query({})).find(({ url }) => url === address)
      const target = { tabId: tab?.id ?? -1 }
      // Nameless, as the runner's names (`__name`) are not known in the page.
      const [set] = [
        (selectors: string[], asked: unknown, at: number) => {
          const root = selectors.map((one) => document.querySelectorAll(one)[at]).find(Boolean)
          const shared = globalThis as unknown as Record<string, unknown>
          shared.flagpostPressed = root ? { nonce: 'replay', root } : undefined
          shared.flagpostAsk = asked
        },
      ]
      await chrome.scripting.executeScript({
        target,
        func: set as () => void,
        args: [roots, ask, at] as never,
      })
      const [answer] = await chrome.scripting.executeScript({ target, files: ['capture.js'] })
      return answer?.result
    },
    { address, roots, ask, at },
  )
  return CapturedSchema.parse(answer)
}

/** A bundle of what was captured, its pictures as our page server gives them, sealed as the background seals. */
export async function sealCaptured(captured: Captured, siteId: string): Promise<Bundle> {
  const media: Medium[] = []
  const records: MediaRecord[] = []
  const page = captured.item.permalink ?? captured.page.address
  for (const { url, kind } of captured.snapshot.media) {
    if (url === page) {
      // An image without an address of its own: what comes from there is no picture.
      records.push({
        url,
        kind,
        sha256: null,
        type: null,
        bytes: 0,
        fetchedAt: null,
        missing: 'wrongType',
      })
      continue
    }
    const { host, pathname } = new URL(url)
    const bytes = new Uint8Array(picture(`${host}${pathname}`))
    const digest = await sha256(bytes)
    if (!media.some((one) => one.url === url)) media.push({ url, type: 'image/png', sha256: digest, bytes })
    records.push({
      url,
      kind,
      sha256: digest,
      type: 'image/png',
      bytes: bytes.length,
      fetchedAt: new Date().toISOString(),
      missing: null,
    })
  }
  const kept = async ({ bytes, type }: { bytes: Uint8Array<ArrayBuffer>; type: string }) => ({
    sha256: await sha256(bytes),
    type,
    bytes: bytes.length,
    at: captured.page.capturedAt,
  })
  const site = siteById(siteId)
  const { html, truncated, changed } = captured.snapshot
  const { text } = textOf(readSnapshot(html))
  return sealBundle(
    {
      record: {
        version: 1,
        captureClass: 'full',
        item: captured.item,
        page: captured.page,
        tool: {
          name: 'flagpost',
          version: '0.1.0',
          browser: 'Chromium',
          site: siteId,
          siteVersion: site?.find.version ?? null,
        },
        reviewer: 'R7',
        sealedAt: new Date().toISOString(),
        truncated,
        changed,
        redacted: null,
        chosen: 'action',
        clock: null,
        media: records,
        screenshot: { missing: 'notGranted' },
        context: { window: await kept(PAGE_AROUND.window), page: await kept(PAGE_AROUND.page) },
      },
      html,
      text,
      screenshot: null,
      context: PAGE_AROUND,
      media,
    },
    await sampleSealer(),
  )
}
