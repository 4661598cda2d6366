import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { answer } from '../../utils/background/router'
import { findBreak } from '../../utils/ledger/entry'
import { acknowledgeLoss, findLoss, lossProblem, writeAnchor } from '../../utils/outbox/anchor'
import { databaseNames, exportAsItIs, listAside, removeAside, setAside } from '../../utils/outbox/aside'
import { exportOutbox } from '../../utils/outbox/backup/export'
import { DATABASE, VERSION } from '../../utils/outbox/database'
import { openOutbox } from '../../utils/outbox/open'
import { readQueue } from '../../utils/outbox/queue'
import { roomProblem } from '../../utils/outbox/room'
import type { Outbox } from '../../utils/outbox/store'
import { Worker } from '../../utils/outbox/worker'
import { toProblem } from '../../utils/problem'
import config from '../../wxt.config'
import { sampleDraft, sampleRow } from '../support/samples'

let outbox: Outbox
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  fakeBrowser.reset()
  outbox = openOutbox()
})
afterEach(() => vi.restoreAllMocks())

async function commit(on = outbox) {
  const row = sampleRow()
  return on.commit(row, '{}', sampleDraft({ id: row.draftId }), { reviewer: 'a1' })
}

describe('a disk that is full', () => {
  it('takes a commit whole or not at all: the draft is there as it was, and Send works when there is room', async () => {
    const draft = sampleDraft()
    await outbox.putDraft(draft)
    const row = sampleRow({ draftId: draft.id })
    const add = IDBObjectStore.prototype.add
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === 'contents') throw new DOMException('full', 'QuotaExceededError')
      return add.apply(this, args)
    })
    const send = () => outbox.commit(row, '{}', draft, { reviewer: 'a1' })
    await expect(send()).rejects.toMatchObject({ name: 'QuotaExceededError' })
    expect(await outbox.get(row.id)).toBeUndefined()
    expect(await outbox.ledger()).toEqual([])
    expect(await outbox.drafts()).toEqual([draft])
    full.mockRestore()
    await send()
    expect((await outbox.get(row.id))?.draftId).toBe(draft.id)
  })

  it('is said as what it is', async () => {
    const handlers = {
      'outbox.drain': async () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    const sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html' as never) }
    const said = await answer(handlers as never, { type: 'outbox.drain', payload: {} }, sender as never)
    expect(said).toMatchObject({ ok: false, problem: { code: 'storageFull' } })
  })

  it('is warned of long before', () => {
    const room = (used: number) => roomProblem({ used, quota: 100, persisted: true })
    expect([room(79), roomProblem(null)]).toEqual([null, null])
    expect(room(80)).toEqual({ code: 'storageNearlyFull', params: { percent: 80 } })
  })
})

describe('what was kept and is gone', () => {
  it('shows at the next start, until it is acknowledged; a quiet day shows nothing', async () => {
    for (let i = 0; i < 3; i++) await commit()
    await writeAnchor(outbox)
    await findLoss(openOutbox())
    expect(await lossProblem()).toBeNull()

    // The browser has deleted the database.
    globalThis.indexedDB = new IDBFactory()
    const left = openOutbox()
    await findLoss(left)
    expect(await lossProblem()).toEqual({ code: 'storageLost', params: { had: 3, has: 0 } })
    await commit(left)
    await writeAnchor(left)
    await findLoss(left)
    expect(await lossProblem()).toEqual({ code: 'storageLost', params: { had: 3, has: 0 } })
    await acknowledgeLoss()
    await findLoss(left)
    expect(await lossProblem()).toBeNull()
  })

  it('shows too where an older or another database stands in its place', async () => {
    for (let i = 0; i < 3; i++) await commit()
    await writeAnchor(outbox)
    globalThis.indexedDB = new IDBFactory()
    const other = openOutbox()
    for (let i = 0; i < 4; i++) await commit(other)
    await findLoss(other)
    expect(await lossProblem()).toEqual({ code: 'storageLost', params: { had: 3, has: 4 } })
  })

  it('is tried again at the next use where the database does not open, and nothing of it is touched', async () => {
    const row = await commit()
    const broken = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    })
    const later = openOutbox()
    await expect(later.get(row.id)).rejects.toMatchObject({ problem: { code: 'storageBroken' } })
    broken.mockRestore()
    expect(await later.get(row.id)).toEqual(row)
  })
})

describe('a database that is damaged', () => {
  /** A database of today's version in which one store is missing and another holds what nobody knows. */
  async function damage(): Promise<void> {
    const db = await openDB(DATABASE, VERSION, {
      upgrade(made) {
        made.createObjectStore('notices', { keyPath: 'id' })
        made.createObjectStore('bodies', { keyPath: 'sha256' })
      },
    })
    await db.put('notices', { id: 'n1', state: 'queued' })
    await db.put('bodies', { sha256: 'b1', boxed: new Uint8Array([1, 2, 3]) })
    db.close()
  }
  const asJson = async (blob: Blob) =>
    (await blob.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))

  it('is not used, and not touched; what it holds is given out as it is', async () => {
    await damage()
    const problem = toProblem(await outbox.ledger().catch((error) => error))
    expect(problem).toMatchObject({
      code: 'storageBroken',
      params: { detail: expect.stringContaining('drafts') },
    })
    expect(await asJson(await exportAsItIs(DATABASE))).toEqual([
      { database: DATABASE, version: VERSION, stores: ['bodies', 'notices'] },
      { store: 'bodies', key: 'b1', value: { sha256: 'b1', boxed: { base64: 'AQID' } } },
      { store: 'notices', key: 'n1', value: { id: 'n1', state: 'queued' } },
    ])
  })

  it('gives out the rest where a value can not be read', async () => {
    await damage()
    const get = IDBObjectStore.prototype.get
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (key === 'b1') throw new DOMException('torn', 'DataError')
      return get.call(this, key)
    })
    const lines = await asJson(await exportAsItIs(DATABASE))
    expect(lines.slice(1)).toEqual([
      { store: 'bodies', key: 'b1', error: expect.stringContaining('torn') },
      { store: 'notices', key: 'n1', value: { id: 'n1', state: 'queued' } },
    ])
  })

  it('is set aside on request: a new one is begun beside it, in this window and in others', async () => {
    await damage()
    await outbox.ledger().catch(() => {})
    await setAside('no drafts', 7)
    const row = await commit()
    expect(await openOutbox().get(row.id)).toEqual(row)
    expect(await listAside()).toEqual([{ name: DATABASE, at: 7, reason: 'no drafts' }])
    expect((await asJson(await exportAsItIs(DATABASE))).at(-1)).toMatchObject({ key: 'n1' })
    // A second one that breaks gets a name of its own.
    await setAside('again', 8)
    expect(await outbox.database().then(({ name }) => name)).not.toBe(DATABASE)
    expect(new Set(await databaseNames()).size).toBe(3)
  })

  it('is deleted only by name, and never the one in use', async () => {
    await damage()
    await setAside('no drafts')
    const row = await commit()
    const [used = ''] = await databaseNames()
    await removeAside(used)
    expect(await outbox.get(row.id)).toEqual(row)
    await removeAside(DATABASE)
    expect(await listAside()).toEqual([])
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([used])
    // The name of one that was deleted is no reason to go on in one that is damaged.
    await setAside('again')
    expect((await databaseNames())[0]).not.toBe(used)
    expect(await asJson(new Blob(['{}', await exportAsItIs(DATABASE)]))).toEqual([{}])
  })
})

describe('other versions', () => {
  it('a handle gives way to a newer version at once, and says so when the newer one is there', async () => {
    await commit()
    const newer = await openDB(DATABASE, VERSION + 1, { blocked: () => expect.fail('it is blocked') })
    expect(newer.version).toBe(VERSION + 1)
    // An older version of the extension touches nothing of it, but it can read it.
    expect(await outbox.ledger()).toHaveLength(1)
    expect(toProblem(await commit().catch((error) => error)).code).toBe('storageNewer')
    expect(await newer.count('notices')).toBe(1)
    newer.close()
  })

  /** The schemas as they were released, and no others: never changed. */
  const OLD: Record<number, (db: IDBDatabase, tx: IDBTransaction) => void> = {
    1(db) {
      const notices = db.createObjectStore('notices', { keyPath: 'id' })
      notices.createIndex('updated', 'updatedAt')
      notices.createIndex('due', ['state', 'dueAt'])
      notices.createIndex('permalink', 'summary.permalink')
      notices.createIndex('draft', 'draftId')
      notices.createIndex('evidence', 'evidence.sha256')
      db.createObjectStore('contents', { keyPath: 'id' })
      const drafts = db.createObjectStore('drafts', { keyPath: 'id' })
      drafts.createIndex('updated', 'updatedAt')
      drafts.createIndex('nonce', 'nonce')
      db.createObjectStore('bodies', { keyPath: 'sha256' })
      db.createObjectStore('ledger', { keyPath: 'seq' }).createIndex('notice', 'noticeId')
      db.createObjectStore('meta', { keyPath: 'name' })
    },
    2(_, tx) {
      const notices = tx.objectStore('notices')
      notices.createIndex('state', ['state', 'updatedAt'])
      notices.createIndex('deadline', ['state', 'deadlineAt'])
    },
  }

  it.each([1, 2])(
    'version %d with ten thousand notices: every one of them is there, and goes on',
    async (version) => {
      const db = await openDB(DATABASE, version, {
        upgrade(made, from, _to, tx) {
          for (let v = from + 1; v <= version; v++)
            OLD[v]?.(made as unknown as IDBDatabase, tx as unknown as IDBTransaction)
        },
      })
      const COUNT = 10_000
      const tx = db.transaction(['notices', 'contents'], 'readwrite')
      const ids: string[] = []
      for (let i = 0; i < COUNT; i++) {
        // What later versions know of a notice was not there yet.
        const { marks: _, review: __, ...row } = sampleRow({ state: 'delivered', createdAt: i, updatedAt: i })
        ids.push(row.id)
        tx.objectStore('notices').put(row)
        tx.objectStore('contents').put({ id: row.id, body: `{"n":${i}}` })
      }
      await tx.done
      db.close()
      const { counts, rest } = await readQueue(outbox)
      expect([counts.delivered, rest.length]).toEqual([COUNT, COUNT])
      const [first = '', last = ''] = [ids[0], ids.at(-1)]
      expect([await outbox.body(first), await outbox.body(last)]).toEqual(['{"n":0}', `{"n":${COUNT - 1}}`])
      const row = await outbox.get(first)
      expect(
        row && (await outbox.step(row, { type: 'withdraw', reason: 'x' }, { reviewer: 'a1' }))?.state,
      ).toBe('withdrawn')
      expect(await findBreak(await outbox.ledger())).toBeNull()
    },
    120_000,
  )
})

it('a private window: the extension is not allowed there, so nothing is kept by surprise', () => {
  const { manifest } = config as { manifest: (env: { browser: string }) => { incognito: string } }
  expect(manifest({ browser: 'chrome' }).incognito).toBe('not_allowed')
  expect(manifest({ browser: 'firefox' }).incognito).toBe('not_allowed')
})

describe('a database that a newer version has written', () => {
  it('is read, and given out as a backup; nothing of it is changed, nothing is sent', async () => {
    const row = await commit()
    const before = await outbox.ledger()
    // The newer version brings a store of its own, and is taken off again.
    const db = await openDB(DATABASE, VERSION + 1, { upgrade: (made) => void made.createObjectStore('more') })
    db.close()
    const older = openOutbox()
    expect([await older.readOnly(), await older.get(row.id), await older.ledger()]).toEqual([
      true,
      row,
      before,
    ])
    const opened = vi.fn(async () => null)
    const worker = new Worker({
      outbox: older,
      open: opened,
      note: async () => {},
      judge: async () => null,
      paused: async () => false,
      wakeAt: () => {},
      lock: (work) => work(true),
      now: () => Number.MAX_SAFE_INTEGER - 1,
    })
    await worker.drain()
    expect(opened).not.toHaveBeenCalled()
    const changes = [
      older.step(row, { type: 'withdraw', reason: 'x' }, { reviewer: 'a1' }),
      commit(older),
      older.putDraft(sampleDraft()),
      older.putMeta('x', 1),
      older.dropDraft(row.draftId),
      older.dropEvidence('4'),
      older.scrub(),
    ]
    for (const change of changes)
      await expect(change).rejects.toMatchObject({ problem: { code: 'storageNewer' } })
    expect((await exportOutbox(older, 'correct horse battery')).size).toBeGreaterThan(100)
    const again = await openDB(DATABASE)
    expect([again.version, await again.get('notices', row.id)]).toEqual([VERSION + 1, row])
    again.close()
  })
})
