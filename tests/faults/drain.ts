import 'fake-indexeddb/auto'
import { randomBytes } from 'node:crypto'
import { marksOf } from '../../utils/assess/marks'
import { box, newBoxKey } from '../../utils/evidence/box'
import { sealBundle } from '../../utils/evidence/bundle'
import { sha256 } from '../../utils/ledger/entry'
import type { Connection } from '../../utils/messages'
import { Outbox } from '../../utils/outbox/store'
import { uuidv7 } from '../../utils/uuid'
import { seeded } from '../outbox/nemesis'
import {
  sampleBundle,
  sampleDraft,
  sampleNotice,
  sampleRow,
  sampleSealer,
  sampleUse,
} from '../support/samples'
import type { Row } from '../support/stored'
import { checkLedger, type Verdict } from './check'
import type { On } from './matrix'
import { rowsOf, value } from './rig'
import type { Mischief } from './wire'

/** What was sealed, as it has to arrive. */
type Sealed = { id: string; body: string; evidence: string }

/** How often each mischief meets a request, of a hundred. */
const MISCHIEF: readonly [Mischief, number][] = [
  ['before', 2],
  ['half', 2],
  ['answer', 3],
  ['shortAnswer', 2],
  ['twice', 8],
  ['late', 8],
]
/** So many notices go into the browser at once. */
const BATCH = 50
/** So long without a further receipt, and it is stuck, milliseconds. */
const STUCK = 3 * 60_000

/**
 * Drains `count` notices, each with evidence of its own, through a way that drops, delays, doubles and truncates
 * requests and answers at random. Then every one of them has to lie at the backend once, byte for byte as it was sealed.
 */
export async function drain(
  { rig, server, wire }: On,
  connection: Connection,
  count: number,
  seed: number,
): Promise<Verdict & { requests: number; met: number; took: number }> {
  await rig.set({ paused: true })
  const sealed = await fill(rig.load, connection, count)
  const before = wire.log.length
  let met = 0
  const random = seeded(seed)
  wire.wild(() => {
    let at = random() * 100
    for (const [mischief, share] of MISCHIEF) {
      at -= share
      if (at >= 0) continue
      met += 1
      return mischief
    }
    return 'none'
  }, random)
  await rig.set({ paused: false })
  const from = Date.now()
  const open = async () => {
    await value(rig, 'outbox.drain')
    const states = new Map((await rowsOf(rig)).map((row: Row) => [row.id, row.state]))
    return sealed.filter(({ id }) => states.get(id) !== 'delivered').length
  }
  let [left, since] = [count, from]
  while (left > 0 && Date.now() - since < STUCK) {
    await new Promise((done) => setTimeout(done, 1_000))
    const now = await open()
    if (now < left) since = Date.now()
    left = now
  }
  wire.wild(null)
  const took = Date.now() - from
  const stored = await server.stored()
  const wrong = left > 0 ? [`${left} have no receipt`] : []
  let lost = 0
  for (const { id, body, evidence } of sealed) {
    const there = stored.find((one) => one.id === id)
    if (!there) lost += 1
    else if (there.body !== body) wrong.push(`${id}: other bytes`)
    else if (there.evidence !== evidence || !(await server.holds(evidence))) wrong.push(`${id}: no evidence`)
  }
  const places = new Set(sealed.map(({ body }) => JSON.parse(body).item.permalink))
  const doubled = stored.filter(({ permalink }) => places.has(permalink)).length - (sealed.length - lost)
  wrong.push(...(await checkLedger(rig)))
  return { lost, doubled, wrong, requests: wire.log.length - before, met, took }
}

/** Commits the notices by the outbox's own code, and carries what it wrote into the browser as it is. */
async function fill(
  load: (stores: Stores) => Promise<void>,
  connection: Connection,
  count: number,
): Promise<Sealed[]> {
  const outbox = new Outbox()
  const all: Sealed[] = []
  for (let i = 0; i < count; i++) all.push(await commitOne(outbox, connection, i))
  const db = await outbox.database()
  for (const name of ['notices', 'contents', 'bodies', 'ledger'] as const) {
    const list = await db.getAll(name)
    for (let at = 0; at < list.length; at += BATCH)
      await load({ [name]: list.slice(at, at + BATCH).map(plain) })
  }
  db.close()
  return all
}

async function commitOne(
  outbox: Outbox,
  { id: connectionId, account }: Connection,
  i: number,
): Promise<Sealed> {
  const now = Date.now()
  const parts = await sampleBundle()
  // Each its own, of very different sizes.
  const text = `Advertisement number ${i}. ${randomBytes(20 + ((i * 7919) % 40_000)).toString('base64')}`
  const bundle = await sealBundle({ ...parts, text }, await sampleSealer())
  const { sha256: digest, bytes, mediaType } = bundle
  const made = sampleNotice()
  const at = Date.parse(made.createdAt)
  const notice = {
    ...made,
    id: uuidv7(at),
    reviewer: { code: account.reviewerCode },
    grounds: [
      sampleUse({
        explanation: { why: `${text.slice(0, 60)} is posted below talk ${i}.`, passage: null, basis: null },
      }),
    ],
    evidence: {
      sha256: digest,
      bytes: bytes.length,
      mediaType,
      captureClass: 'full' as const,
      capturedAt: parts.record.page.capturedAt,
    },
  }
  const body = JSON.stringify(notice)
  const key = newBoxKey()
  const row = sampleRow({
    id: notice.id,
    connectionId,
    accountId: account.id,
    bodyDigest: await sha256(body),
    evidence: { sha256: digest, bytes: bytes.length, mediaType, key },
    createdAt: at,
    updatedAt: at,
    marks: await marksOf(notice),
    summary: { ...sampleRow().summary, permalink: notice.item.permalink },
  })
  await outbox.putEvidence({
    sha256: digest,
    boxed: await box(key, bytes),
    bytes: bytes.length,
    createdAt: now,
  })
  const facts = { body: row.bodyDigest, evidence: digest }
  await outbox.commit(row, body, sampleDraft({ id: row.draftId }), { reviewer: account.id, facts })
  return { id: notice.id, body, evidence: digest }
}

export type Stores = Record<string, unknown[]>

/** Bytes as a text that can be carried into the browser (`loadStores` makes them bytes again). */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') }
  if (value instanceof ArrayBuffer) return { buffer: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
}

/** Runs in a document of the extension: writes rows into the outbox's stores as they are. */
export async function loadStores(stores: Stores): Promise<void> {
  const text = JSON.stringify(stores)
  const rows = JSON.parse(text, (_, one) => {
    if (one === null || typeof one !== 'object') return one
    const coded = one.bytes ?? one.buffer
    if (typeof coded !== 'string') return one
    const bytes = Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0))
    return one.buffer ? bytes.buffer : bytes
  }) as Stores
  await new Promise<void>((done, fail) => {
    const opening = indexedDB.open('flagpost')
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const tx = opening.result.transaction(Object.keys(rows), 'readwrite')
      for (const [name, list] of Object.entries(rows)) for (const row of list) tx.objectStore(name).put(row)
      tx.onerror = () => fail(tx.error)
      tx.oncomplete = () => {
        opening.result.close()
        done()
      }
    }
  })
}
