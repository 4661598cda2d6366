import type { BundleParts } from '../../utils/evidence/bundle'
import type { CaptureRecord } from '../../utils/evidence/record'
import { sha256 } from '../../utils/ledger/entry'

/** Bytes that no packer makes smaller, the same at every run. */
export function noise(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 24
  })
}

const PAGE = 'https://social.example/@alice/1'

/** The parts of one small capture: two pictures, one that could not be had, a screenshot. */
export async function sampleParts(change: Partial<CaptureRecord> = {}): Promise<BundleParts> {
  const pictures = [noise(900, 2), noise(700, 3)]
  const [first, second] = await Promise.all(pictures.map((bytes) => sha256(bytes)))
  const screenshot = noise(1200, 4)
  const medium = (n: number) => `https://cdn.social.example/${n}.png?b=2&a=1`
  const kept = (n: number, digest: string) => ({
    url: medium(n),
    kind: 'image' as const,
    sha256: digest,
    type: 'image/png',
    bytes: (pictures[n] as Uint8Array).length,
    fetchedAt: '2026-11-24T10:00:01.000Z',
    missing: null,
  })
  const record: CaptureRecord = {
    version: 1,
    captureClass: 'full',
    item: {
      platform: 'mastodon',
      kind: 'post',
      permalink: PAGE,
      platformId: null,
      author: { name: 'Alice', handle: '@alice', address: 'https://social.example/@alice' },
      time: '2026-11-24T09:00:00.000Z',
      timeText: null,
      text: 'Words & pictures',
      truncated: false,
      media: [],
      language: 'en',
      quotes: null,
      repostedBy: null,
      sponsored: false,
      edited: false,
      audience: 'public',
      read: 'full',
      missing: [],
      mended: [],
    },
    page: {
      address: PAGE,
      title: 'Alice: “Words” · social.example',
      language: 'en',
      direction: 'ltr',
      colourScheme: 'light',
      timeZone: 'Asia/Almaty',
      viewport: { width: 1280, height: 900 },
      scroll: { x: 0, y: 40 },
      devicePixelRatio: 1,
      rect: { x: 10, y: 20, width: 600, height: 400 },
      capturedAt: '2026-11-24T10:00:00.000Z',
      signedIn: null,
    },
    tool: { name: 'flagpost', version: '0.1.0', browser: 'Chromium 156', site: 'mastodon', siteVersion: 1 },
    reviewer: 'R7',
    sealedAt: '2026-11-24T10:00:02.000Z',
    truncated: false,
    changed: false,
    redacted: null,
    chosen: 'action',
    clock: { aheadMs: -1200, heardAt: '2026-11-24T09:59:00.000Z' },
    media: [
      kept(0, first as string),
      {
        url: 'https://cdn.social.example/gone.png',
        kind: 'image',
        sha256: null,
        type: null,
        bytes: 0,
        fetchedAt: null,
        missing: 'failed',
      },
      kept(1, second as string),
    ],
    screenshot: { sha256: await sha256(screenshot), type: 'image/webp', scale: 1, cut: false },
    context: { window: null, page: null },
    ...change,
  }
  return {
    record,
    html: '<!doctype html><html lang="en"><head><meta charset="utf-8"><style>.f0{color:red}</style></head><body><p class="f0">Words &amp; pictures</p><img src="flagpost-media:0:" alt=""><img src="flagpost-media:1:" alt=""><img src="flagpost-media:2:" alt=""></body></html>',
    text: 'Words & pictures',
    screenshot: { bytes: screenshot, type: 'image/webp' },
    context: { window: null, page: null },
    media: [
      { url: medium(0), type: 'image/png', sha256: first as string, bytes: pictures[0] as never },
      { url: medium(1), type: 'image/png', sha256: second as string, bytes: pictures[1] as never },
    ],
  }
}

/** The same with the page around the item, as a reviewer may ask for it. */
export async function partsWithContext(): Promise<BundleParts> {
  const plain = await sampleParts()
  const [window, page] = [noise(800, 8), noise(600, 9)]
  const { capturedAt } = plain.record.page
  const kept = async (bytes: Uint8Array<ArrayBuffer>, type: string, at: string) => ({
    sha256: await sha256(bytes),
    type,
    bytes: bytes.length,
    at,
  })
  return {
    ...plain,
    record: {
      ...plain.record,
      context: {
        window: await kept(window, 'image/webp', capturedAt),
        page: await kept(page, 'multipart/related', '2026-11-24T10:00:01.500Z'),
      },
    },
    context: {
      window: { bytes: window, type: 'image/webp' },
      page: { bytes: page, type: 'multipart/related' },
    },
  }
}
