import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Place } from '../../utils/drafting/capture'
import { Drafting } from '../../utils/drafting/drafting'
import type { Sealed } from '../../utils/drafting/evidence'
import { mendItem } from '../../utils/drafting/form'
import { findWindow, keepWindow } from '../../utils/drafting/window-shot'
import { unbox } from '../../utils/evidence/box'
import type { Captured } from '../../utils/evidence/captured'
import { strictest } from '../../utils/grounds/strictest'
import { sha256 } from '../../utils/ledger/entry'
import type { Form } from '../../utils/messages'
import { Outbox } from '../../utils/outbox/store'
import { fakeBrowser } from '../support/extension-api'
import { sampleItem } from '../support/samples'

const SECRET = 'the picture’s own bytes'
const place: Place = { tabId: 1, frameId: 0, windowId: 1, address: 'https://mastodon.example/' }
const captured = {
  item: sampleItem({ text: SECRET }),
  page: { address: place.address },
  snapshot: { suggested: [] as unknown[] },
} as Captured
const form = (why: string): Form => ({ item: {}, grounds: [], goodFaith: false, reference: why })

let outbox: Outbox
let drafting: Drafting
let release: () => void

async function sealed(text: string): Promise<Sealed> {
  const bytes = new TextEncoder().encode(text)
  const digest = await sha256(bytes)
  const status = {
    status: 'sealed',
    sha256: digest,
    bytes: bytes.length,
    mediaType: 'application/wacz',
    capturedAt: '2026-11-24T12:00:00.000Z',
    media: 1,
    mediaMissing: 0,
    screenshot: true,
    context: { window: 'unasked', page: 'unasked' },
    covered: 0,
  } as const
  return { sha256: digest, bytes, status }
}

beforeEach(() => {
  fakeBrowser.reset()
  globalThis.indexedDB = new IDBFactory()
  outbox = new Outbox()
  const held = new Promise<void>((done) => {
    release = done
  })
  drafting = new Drafting({
    outbox,
    seal: () => held.then(() => sealed(SECRET)),
    reseal: async (bytes) => ({ ...(await sealed(`text only, ${bytes.length}`)), names: [] }),
    surround: async (bytes, wish) => sealed(`${bytes.length} and around ${JSON.stringify(wish)}`),
  })
})

/** Everything that lies in the profile's database, as one string of bytes. */
async function onDisk(): Promise<string> {
  const rows: unknown[] = []
  const db = await new Promise<IDBDatabase>((done) => {
    const request = indexedDB.open('flagpost')
    request.onsuccess = () => done(request.result)
  })
  for (const name of ['drafts', 'bodies', 'notices']) {
    rows.push(
      await new Promise((done) => {
        const request = db.transaction(name).objectStore(name).getAll()
        request.onsuccess = () => done(request.result)
      }),
    )
  }
  db.close()
  return JSON.stringify(rows, (_, value) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? Buffer.from(value as ArrayBuffer).toString('latin1')
      : value,
  )
}

describe('a draft', () => {
  it('keeps what was typed while the evidence is sealed behind it', async () => {
    const { row } = await drafting.open('n1', captured, place, 'mastodon')
    const typing = drafting.save(row.id, form('first'), null)
    release()
    await Promise.all([typing, drafting.evidence(row.id), drafting.save(row.id, form('second'), null)])
    const kept = await drafting.get(row.id)
    expect(kept.row.form.reference).toBe('second')
    expect(kept.content.evidence.status).toBe('sealed')
    expect(kept.content.item.text).toBe(SECRET)
  })

  it('loses neither the typing nor the evidence, however the two fall together', async () => {
    for (let turns = 0; turns < 30; turns++) {
      const { row } = await drafting.open(`n${turns}`, captured, place, 'mastodon')
      release()
      for (let i = 0; i < turns; i++) await new Promise(setImmediate)
      await drafting.save(row.id, form(`typed ${turns}`), null)
      expect((await drafting.evidence(row.id)).status).toBe('sealed')
      const kept = await drafting.get(row.id)
      expect([kept.row.form.reference, kept.content.evidence.status]).toEqual([`typed ${turns}`, 'sealed'])
      expect(kept.row.evidence).not.toBeNull()
    }
  })

  it('puts nothing readable on the disk before a ground lets it', async () => {
    const { row } = await drafting.open('n1', captured, place, 'mastodon')
    release()
    await drafting.evidence(row.id)
    expect(await onDisk()).not.toContain(SECRET)
    expect((await outbox.draft(row.id))?.key).toBeNull()
  })

  it('takes in the page around the item where the ground lets the whole stay, and nowhere else', async () => {
    const { row } = await drafting.open('n1', captured, place, 'mastodon')
    release()
    await drafting.evidence(row.id)
    const before = (await outbox.draft(row.id))?.evidence ?? ''
    const { row: after } = await drafting.surround(row.id, { window: true, page: null })
    expect(after.evidence).not.toBe(before)
    expect(after.whole).toBe(after.evidence)
    expect(await outbox.evidence(before)).toBeUndefined()
    expect(await onDisk()).not.toContain('and around')
    for (const captureClass of ['text', 'url'] as const) {
      const { row: other } = await drafting.open(`n-${captureClass}`, captured, place, 'mastodon')
      await drafting.evidence(other.id)
      await keepWindow(other.id, 'data:image/png;base64,AA==')
      await drafting.save(other.id, form('typed'), captureClass)
      expect(await findWindow(other.id)).toBeNull()
      await expect(drafting.surround(other.id, { window: true, page: null })).rejects.toMatchObject({
        problem: { code: 'captureForbidden' },
      })
    }
  })

  it('is only an address again after a restart, unless a ground was chosen', async () => {
    const { row } = await drafting.open('n1', captured, place, 'mastodon')
    const chosen = await drafting.open('n2', captured, place, 'mastodon')
    release()
    await Promise.all([drafting.evidence(row.id), drafting.evidence(chosen.row.id)])
    await drafting.save(chosen.row.id, form('x'), 'full')
    fakeBrowser.reset()
    const again = new Drafting({
      outbox,
      seal: () => sealed(''),
      reseal: async () => ({ ...(await sealed('')), names: [] }),
      surround: () => sealed(''),
    })
    expect((await again.get(row.id)).content).toMatchObject({
      item: { permalink: captured.item.permalink, text: null, read: 'none' },
      evidence: { status: 'none', problem: { code: 'captureLost' } },
    })
    expect((await again.get(chosen.row.id)).content.item.text).toBe(SECRET)
  })

  it('destroys everything at once when a ground allows the address alone', async () => {
    const { row } = await drafting.open('n1', captured, place, 'mastodon')
    release()
    await drafting.evidence(row.id)
    const digest = (await outbox.draft(row.id))?.evidence ?? ''
    const before = await outbox.draft(row.id)
    await drafting.save(row.id, form('x'), 'url')
    const kept = await drafting.get(row.id)
    expect(kept.content.item).toMatchObject({ permalink: captured.item.permalink, text: null, media: [] })
    expect(await outbox.evidence(digest)).toBeUndefined()
    const key = kept.row.key
    expect(key).not.toBeNull()
    await expect(unbox(key ?? '', before?.content ?? kept.row.content)).rejects.toThrow()
    expect(await onDisk()).not.toContain(SECRET)
  })

  it('keeps no evidence that is sealed after such a ground was chosen', async () => {
    const { row } = await drafting.open('n1', captured, place, 'mastodon')
    await drafting.save(row.id, form('x'), 'url')
    release()
    expect(await drafting.evidence(row.id)).toMatchObject({ status: 'none' })
    expect(await outbox.evidence(await sha256(SECRET))).toBeUndefined()
  })

  it('is sealed again without pictures when a ground allows the text alone', async () => {
    const { row } = await drafting.open('n1', captured, place, 'mastodon')
    release()
    await drafting.evidence(row.id)
    await drafting.save(row.id, form('x'), 'text')
    const { row: kept, content } = await drafting.get(row.id)
    expect(content.captureClass).toBe('text')
    expect(kept.evidence).toBe((await sealed(`text only, ${new TextEncoder().encode(SECRET).length}`)).sha256)
    expect(await outbox.evidence(await sha256(SECRET))).toBeUndefined()
  })

  it('goes on where it was left when the item is pressed again', async () => {
    const { row } = await drafting.open('n1', captured, place, 'mastodon')
    release()
    await drafting.evidence(row.id)
    await drafting.save(row.id, form('half done'), null)
    const kept = await outbox.draft(row.id)
    if (!kept) throw new Error('no draft')
    const again = await drafting.resume(kept, 'n2', captured, place)
    expect(again.row).toMatchObject({ id: row.id, nonce: 'n2', form: { reference: 'half done' } })
    expect(await outbox.drafts()).toHaveLength(1)
  })

  it('leaves nothing behind when it is discarded', async () => {
    const { row } = await drafting.open('n1', captured, place, 'mastodon')
    release()
    await drafting.evidence(row.id)
    await drafting.discard(row.id)
    expect(await outbox.draft(row.id)).toBeUndefined()
    expect(await outbox.evidence(await sha256(SECRET))).toBeUndefined()
  })
})

describe('the form', () => {
  it('takes the strictest capture class', () => {
    expect(strictest([])).toBeNull()
    expect(strictest([{ capture: 'full' }, { capture: 'text' }])).toBe('text')
    expect(strictest([{ capture: 'url' }, { capture: 'full' }])).toBe('url')
  })

  it('names what was mended by hand', () => {
    const item = mendItem(
      sampleItem({ author: { name: null, handle: null, address: null }, missing: ['authorName'] }),
      {
        authorName: 'Ada',
        text: '  ',
      },
    )
    expect(item).toMatchObject({ author: { name: 'Ada' }, missing: [], mended: ['authorName'] })
  })
})
