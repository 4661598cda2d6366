import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerEntry } from '../../utils/ledger/entry'
import type { NoticeRow } from '../../utils/outbox/row'
import { commit } from '../support/commit'
import { onDisk } from '../support/disk'
import { settledMarks, until } from '../support/marks'
import { rows, type Stage, stage, value, waitForRow } from '../support/stage'
import { readStore } from '../support/stored'
import { delivered } from '../support/way'

/** What lies on the disk: of a notice that is reported by address alone, and of one whose time is over. */
let on: Stage
let page: Page
beforeAll(async () => {
  on = await stage()
  page = await on.sample('mastodon-feed.html')
  await settledMarks(page)
})
afterAll(() => on?.stop())

/** The extension's own files in which these bytes or words stand. */
const where = (what: string | Buffer) => onDisk(on.app.profile, what)

/** A piece of each boxed body of evidence, as it lies in the database. */
const ciphers = () =>
  on.app.inExtension(async () => {
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const open = indexedDB.open('flagpost')
      open.onsuccess = () => done(open.result)
      open.onerror = () => fail(open.error)
    })
    const all = await new Promise<{ sha256: string; boxed: { cipher: ArrayBuffer } }[]>((done) => {
      const read = db.transaction('bodies').objectStore('bodies').getAll()
      read.onsuccess = () => done(read.result)
    })
    db.close()
    return all.map(({ sha256, boxed }) => ({
      sha256,
      piece: [...new Uint8Array(boxed.cipher).slice(64, 96)],
    }))
  }, undefined)

describe('what lies on the disk', () => {
  it('of a notice by address alone: no picture, no text, no name', async () => {
    const why = `The address shows what must not be shown here ${crypto.randomUUID()}, as two of us saw.`
    // The post with pictures.
    const id = await commit(on.app, page, 1, {
      query: 'child',
      fits: ({ capture }) => capture === 'url',
      why,
    })
    const row = await waitForRow(on.app, (one) => one.id === id, 'the notice')
    expect(row).toMatchObject({ evidence: null, summary: { author: null, text: null } })
    // Control: what was written is found by this search.
    expect(await where(why)).not.toEqual([])
    expect(await ciphers()).toEqual([])
    expect(await where('A picture and a short film.')).toEqual([])
    expect(await where(await picture())).toEqual([])
    const queue = await on.app.open(on.app.url(`queue.html#${id}`))
    await queue.locator('.pane').waitFor()
    expect(await queue.locator('.item-text').count()).toBe(0)
    expect(await queue.locator('.pane img').count()).toBe(0)
    await queue.close()
  })

  it('of a notice whose time is over: nothing, and a line in the ledger; not while it is held', async () => {
    const why = `Forty accounts post advertisement ${crypto.randomUUID()} below unrelated talks.`
    const id = await commit(on.app, page, 0, { why })
    await delivered(on.app, id)
    const row = (await rows(on.app)).find((one) => one.id === id) as unknown as NoticeRow
    const kept = (await ciphers()).find(({ sha256 }) => sha256 === row.evidence?.sha256)
    const piece = Buffer.from(kept?.piece ?? [])
    expect(piece.length).toBe(32)
    await value(on.app, 'notice.withdraw', { noticeId: id, reason: `A mistake ${why}` })
    await waitForRow(on.app, (one) => one.id === id && one.state === 'withdrawn', 'withdrawn')
    await until(
      async () =>
        ((await rows(on.app)).find((one) => one.id === id) as unknown as NoticeRow).withdrawal?.told,
      (told) => told === true,
      'the backend told',
    )
    expect(await where(why)).not.toEqual([])
    await value(on.app, 'notice.hold', { noticeId: id, reason: 'A court asks for it.' })
    await over(id)
    await sweep()
    await new Promise((done) => setTimeout(done, 1500))
    expect((await rows(on.app)).find((one) => one.id === id)).not.toHaveProperty('erasedAt')
    await value(on.app, 'notice.hold', { noticeId: id, reason: null })
    await sweep()
    await until(
      () => history(id),
      (lines) => lines.at(-1)?.event === 'erase',
      'the deletion in the ledger',
      20_000,
    )
    const gone = (what: string | Buffer) =>
      until(
        () => where(what),
        (found) => found.length === 0,
        'the bytes gone from the disk',
        30_000,
      )
    await gone(piece)
    await gone(why)
    expect((await history(id))[0]?.event).toBe('submit')
  })
})

const history = async (id: string) =>
  ((await on.app.inExtension(readStore, 'ledger')) as LedgerEntry[]).filter(({ noticeId }) => noticeId === id)

/** Lets the time be over for which a notice is kept. */
const over = (noticeId: string) =>
  on.app.inExtension(async (id) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const open = indexedDB.open('flagpost')
      open.onsuccess = () => done(open.result)
    })
    const tx = db.transaction('notices', 'readwrite')
    const store = tx.objectStore('notices')
    const read = store.get(id)
    read.onsuccess = () => store.put({ ...read.result, retentionDays: 0 })
    await new Promise((done) => {
      tx.oncomplete = done
    })
    db.close()
  }, noticeId)

/** As the alarm does. */
const sweep = () =>
  on.app.inExtension(() => chrome.alarms.create('retention', { when: Date.now() }), undefined)

/** A piece of the picture that the post links to, as its server gives it. */
async function picture(): Promise<Buffer> {
  const tab = await on.app.context.newPage()
  const answer = await tab.goto('https://files.mastodon.example/original/1.png')
  const bytes = (await answer?.body()) ?? Buffer.alloc(0)
  await tab.close()
  expect(bytes.length).toBeGreaterThan(64)
  return bytes.subarray(0, 200)
}
