import type { BundleParts } from '../../utils/evidence/bundle'
import type { Sealer } from '../../utils/evidence/seal'
import { declaration } from '../../utils/grounds/declaration'
import type { Ground } from '../../utils/grounds/ground'
import { sha256 } from '../../utils/ledger/entry'
import type { Decision, GroundUse, Item, Notice } from '../../utils/notice'
import type { DraftRow } from '../../utils/outbox/draft'
import type { NoticeRow } from '../../utils/outbox/row'
import { uuidv7 } from '../../utils/uuid'

/** An item as a careful reader finds it; change what a test is about. */
export const sampleItem = (more: Partial<Item> = {}): Item => ({
  platform: 'mastodon',
  kind: 'post',
  permalink: 'https://mastodon.example/@ada/111',
  platformId: null,
  author: { name: 'Ada', handle: '@ada@mastodon.example', address: 'https://mastodon.example/@ada' },
  time: '2026-11-20T10:00:00.000Z',
  timeText: null,
  text: 'A sample post about something that a reviewer reads.',
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
  ...more,
})

export const sampleGround = (more: Partial<Ground> = {}): Ground => ({
  id: 'mastodon.rule-1',
  kind: 'policy',
  platform: 'mastodon',
  instrument: 'Server rules',
  provision: 'Rule 1',
  title: 'No incitement to violence',
  titles: { en: 'No incitement to violence' },
  sourceUrl: 'https://mastodon.example/about',
  checkedOn: '2026-11-01',
  confidence: 'S',
  dsa: { category: 'STATEMENT_CATEGORY_VIOLENCE', keywords: [] },
  map: {},
  elements: [{ en: 'It calls for violence.' }],
  defences: [],
  speech: 'none',
  capture: 'full',
  notifierIdentity: 'optional',
  secondReviewer: false,
  scope: 'item',
  retentionDays: 30,
  ...more,
})

let made = 0

/**
 * A notice that due process lets go: each on an item of its own by an author of its own, made a minute before the
 * last one, as no two notices are made at once.
 */
export function sampleNotice(more: Partial<Notice> = {}): Notice {
  made += 1
  const author = `ada${made}`
  const permalink = `https://mastodon.example/@${author}/111`
  const at = new Date(Date.now() - made * 60_000).toISOString()
  return {
    schema: 'flagpost.notice/1',
    id: uuidv7(),
    createdAt: at,
    reviewer: { code: 'R1' },
    discloseNotifier: true,
    item: {
      ...sampleItem(),
      author: {
        name: 'Ada',
        handle: `@${author}@mastodon.example`,
        address: `https://mastodon.example/@${author}`,
      },
      permalink,
    },
    grounds: [sampleUse()],
    declaration: { ...declaration('en'), madeAt: at },
    evidence: null,
    reference: null,
    corrects: null,
    tool: { name: 'flagpost', version: '0.1.0', browser: 'test' },
    ...more,
  }
}

/** One ground of a notice, explained; change what a test is about. */
export const sampleUse = (more: Partial<GroundUse> = {}): GroundUse => ({
  ground: sampleGround(),
  explanation: {
    why: 'The post calls on people to attack a named place tonight.',
    passage: 'something that a reviewer reads',
    basis: null,
  },
  territory: ['global'],
  measure: 'remove',
  elements: [true],
  answers: {},
  ...more,
})

export const sampleRow = (more: Partial<NoticeRow> = {}): NoticeRow => ({
  id: uuidv7(),
  draftId: crypto.randomUUID(),
  state: 'queued',
  connectionId: 'c1',
  accountId: 'a1',
  bodyDigest: '0'.repeat(64),
  evidence: null,
  dueAt: 0,
  leaseUntil: null,
  attempts: 0,
  problem: null,
  receipt: null,
  decision: null,
  withdrawal: null,
  createdAt: 1,
  updatedAt: 1,
  deadlineAt: null,
  summary: {
    platform: 'mastodon',
    kind: 'post',
    permalink: 'https://mastodon.example/@ada/111',
    author: 'Ada',
    text: 'A sample post',
    grounds: [{ id: 'mastodon.rule-1', kind: 'policy', label: 'Rule 1', capture: 'full' }],
  },
  ...more,
})

export const sampleDraft = (more: Partial<DraftRow> = {}): DraftRow => ({
  id: crypto.randomUUID(),
  nonce: crypto.randomUUID(),
  createdAt: 1,
  updatedAt: 1,
  origin: { tabId: 1, frameId: 0, address: 'https://mastodon.example/', platform: 'mastodon' },
  connectionId: 'c1',
  permalink: 'https://mastodon.example/@ada/111',
  form: { item: {}, grounds: [], goodFaith: false, reference: '' },
  content: { iv: new Uint8Array(12), cipher: new ArrayBuffer(0) },
  key: null,
  committed: null,
  replaces: null,
  evidence: null,
  ...more,
})

export const sampleDecision = (more: Partial<Decision> = {}): Decision => ({
  id: 'd1',
  decidedAt: '2026-11-24T13:00:00.000Z',
  outcome: 'removed',
  territory: ['global'],
  until: null,
  facts: 'The post names a place and a time.',
  automatedDetection: false,
  automatedDecision: 'not',
  grounds: [{ groundId: 'mastodon.rule-1', upheld: true, explanation: 'It is incitement.' }],
  redress: 'Appeal within six months.',
  decidedBy: 'Desk 1',
  ...more,
})

/** A small capture, ready to be sealed. */
export async function sampleBundle(): Promise<BundleParts> {
  const bytes = new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
  const digest = await sha256(bytes)
  const at = '2026-11-24T12:00:00.000Z'
  const url = 'https://files.mastodon.example/picture.png'
  return {
    record: {
      version: 1,
      captureClass: 'full',
      item: sampleItem(),
      page: {
        address: 'https://mastodon.example/home',
        title: 'Home',
        language: 'en',
        direction: 'ltr',
        colourScheme: 'light',
        timeZone: 'Asia/Almaty',
        viewport: { width: 1280, height: 900 },
        scroll: { x: 0, y: 0 },
        devicePixelRatio: 1,
        rect: { x: 10, y: 10, width: 500, height: 200 },
        capturedAt: at,
        signedIn: null,
      },
      tool: { name: 'flagpost', version: '0.1.0', browser: 'test', site: 'mastodon', siteVersion: 1 },
      reviewer: 'R1',
      sealedAt: at,
      truncated: false,
      changed: false,
      redacted: null,
      chosen: 'action',
      clock: null,
      media: [
        {
          url,
          kind: 'image',
          sha256: digest,
          type: 'image/png',
          bytes: bytes.length,
          fetchedAt: at,
          missing: null,
        },
      ],
      screenshot: { missing: 'notGranted' },
      context: { window: null, page: null },
    },
    html: '<!doctype html><html><head><meta charset="utf-8"></head><body><p>A sample post</p><img src="flagpost-media:0:" alt=""></body></html>',
    text: 'A sample post',
    screenshot: null,
    context: { window: null, page: null },
    media: [{ url, type: 'image/png', sha256: digest, bytes }],
  }
}

let sealer: Promise<CryptoKeyPair> | null = null
/** A device that seals for reviewer accounts at a backend; one key for all tests of a file. */
export async function sampleSealer(): Promise<Sealer> {
  sealer ??= crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, false, ['sign', 'verify'])
  return { pair: await sealer, issuer: 'https://crs.example' }
}
