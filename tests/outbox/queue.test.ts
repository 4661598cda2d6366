import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../../utils/messages'
import { actionsOf } from '../../utils/outbox/actions'
import { healthOf } from '../../utils/outbox/health'
import { TABLE } from '../../utils/outbox/machine'
import { readFront, readQueue, readRows, readState, searchQueue } from '../../utils/outbox/queue'
import type { NoticeRow } from '../../utils/outbox/row'
import { STATES } from '../../utils/outbox/state'
import { Outbox } from '../../utils/outbox/store'
import { sampleDecision, sampleDraft, sampleRow } from '../support/samples'

let outbox: Outbox
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  outbox = new Outbox()
})

/** Puts rows as they are, past the machine. */
async function put(...rows: Partial<NoticeRow>[]): Promise<void> {
  const db = await outbox.database()
  for (const row of rows) await db.put('notices', sampleRow(row))
}
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

describe('order', () => {
  it('what needs the reviewer first, then by next deadline, then by the newest change', async () => {
    await put(
      { id: 'old', state: 'delivered', updatedAt: 1 },
      { id: 'new', state: 'decided', updatedAt: 9 },
      { id: 'late', state: 'delivered', deadlineAt: 500, updatedAt: 2 },
      { id: 'soon', state: 'queued', deadlineAt: 300, updatedAt: 3 },
      { id: 'refused', state: 'refused', updatedAt: 4 },
      { id: 'refused-newer', state: 'refused', updatedAt: 8 },
      { id: 'uncertain-soon', state: 'uncertain', deadlineAt: 100, updatedAt: 5 },
      { id: 'decided-late', state: 'decided', deadlineAt: 50, updatedAt: 7 },
    )
    const queue = await readQueue(outbox)
    expect(queue.needs).toEqual(['uncertain-soon', 'refused-newer', 'refused'])
    expect(queue.running).toEqual(['soon', 'late'])
    expect(queue.rest).toEqual(['new', 'decided-late', 'old'])
    expect(queue.counts).toMatchObject({ refused: 2, uncertain: 1, decided: 2, queued: 1, draft: 0 })
  })

  it('drafts that are still being written, newest first', async () => {
    await outbox.putDraft(sampleDraft({ id: 'a', updatedAt: 1 }))
    await outbox.putDraft(sampleDraft({ id: 'b', updatedAt: 2 }))
    await outbox.putDraft(sampleDraft({ id: 'sent', updatedAt: 3, committed: 'n' }))
    const queue = await readQueue(outbox)
    expect(ids(queue.drafts)).toEqual(['b', 'a'])
    expect(queue.counts.draft).toBe(2)
  })

  it('knows when the newest decision was made', async () => {
    expect((await readQueue(outbox)).decidedAt).toBeNull()
    await put(
      { state: 'decided', updatedAt: 5, decision: sampleDecision({ decidedAt: '2026-11-24T10:00:00.000Z' }) },
      { state: 'decided', updatedAt: 6, decision: sampleDecision({ decidedAt: '2026-11-24T11:00:00.000Z' }) },
    )
    expect((await readQueue(outbox)).decidedAt).toBe(Date.parse('2026-11-24T11:00:00.000Z'))
  })

  it('no notice twice, none left out, however many need the reviewer', async () => {
    await put(
      ...Array.from({ length: 600 }, (_, i) => ({ state: 'refused' as const, updatedAt: i, deadlineAt: i })),
      ...Array.from({ length: 30 }, (_, i) => ({ state: 'delivered' as const, updatedAt: i, deadlineAt: i })),
    )
    const { needs, running, rest, first } = await readQueue(outbox)
    const all = [...needs, ...running, ...rest]
    expect(all).toHaveLength(630)
    expect(new Set(all).size).toBe(630)
    expect(needs).toHaveLength(600)
    // The rows of what stands first come along, in the same reading.
    expect(ids(first)).toEqual(all.slice(0, 20))
  })
})

describe('the first sight', () => {
  it('is the front of the same order, whatever stands behind it', async () => {
    await put(
      ...Array.from({ length: 300 }, (_, i) => ({
        state: i % 3 ? ('delivered' as const) : ('refused' as const),
        updatedAt: i,
        deadlineAt: i % 5 ? null : 1000 - i,
      })),
      { state: 'queued', updatedAt: 1 },
    )
    const [front, whole] = await Promise.all([readFront(outbox), readQueue(outbox)])
    for (const part of ['needs', 'running', 'rest'] as const) {
      expect(front[part].length).toBeGreaterThan(0)
      expect(front[part]).toEqual(whole[part].slice(0, front[part].length))
    }
    expect(front.first).toEqual(whole.first)
    expect(front.counts).toMatchObject({ queued: 1, held: 0, sending: 0 })
  })
})

describe('reading', () => {
  it('one state, newest change first; rows by id', async () => {
    await put(
      { id: 'a', state: 'decided', updatedAt: 1 },
      { id: 'b', state: 'decided', updatedAt: 2 },
      { id: 'c', state: 'queued', updatedAt: 3 },
    )
    expect(await readState(outbox, 'decided')).toEqual(['b', 'a'])
    expect(ids(await readRows(outbox, ['c', 'gone', 'a']))).toEqual(['c', 'a'])
  })

  it('finds by all words, in any field of the summary, in chunks, newest first', async () => {
    const summary = sampleRow().summary
    await put(
      ...Array.from({ length: 1200 }, (_, i) => ({
        id: `n${String(i).padStart(5, '0')}`,
        state: i % 2 ? ('decided' as const) : ('queued' as const),
        summary: { ...summary, text: i % 100 === 0 ? 'A Burning bridge' : 'Nothing' },
      })),
    )
    const find = async (query: string, state: NoticeRow['state'] | null = null) => {
      const found: string[] = []
      for await (const some of searchQueue(outbox, query, state)) found.push(...some)
      return found
    }
    expect(await find('burning ADA')).toEqual(
      Array.from({ length: 12 }, (_, i) => `n${String(1100 - i * 100).padStart(5, '0')}`),
    )
    expect(await find('burning', 'decided')).toEqual([])
    expect(await find('bridge nobody')).toEqual([])
  })

  it('a queue of the version before gets its new indexes, and keeps its notices', async () => {
    const old = await openDB('flagpost', 1, {
      upgrade(db) {
        const notices = db.createObjectStore('notices', { keyPath: 'id' })
        notices.createIndex('updated', 'updatedAt')
        db.createObjectStore('drafts', { keyPath: 'id' }).createIndex('updated', 'updatedAt')
        db.createObjectStore('contents', { keyPath: 'id' })
        db.createObjectStore('bodies', { keyPath: 'sha256' })
        db.createObjectStore('ledger', { keyPath: 'seq' })
        db.createObjectStore('meta', { keyPath: 'name' })
      },
    })
    await old.put('notices', sampleRow({ id: 'kept', state: 'refused' }))
    old.close()
    expect((await readQueue(outbox)).needs).toEqual(['kept'])
  })
})

describe('actions', () => {
  /** The event of the machine that each action becomes; `mend` and `correct` make a copy and move nothing. */
  const EVENT = { undo: 'undo', retry: 'again', arrived: 'arrived', sendAgain: 'again', withdraw: 'withdraw' }

  it.each(STATES)('offers in %s nothing that the machine refuses', (state) => {
    for (const undoable of [true, false]) {
      for (const action of actionsOf(sampleRow({ state }), undoable)) {
        if (action === 'mend') expect(['refused', 'uncertain']).toContain(state)
        else if (action === 'correct') expect(TABLE[state]).toHaveProperty('corrected')
        else expect(TABLE[state]).toHaveProperty(EVENT[action])
      }
    }
  })

  it('takes back what was never sent, and withdraws what was', () => {
    expect(actionsOf(sampleRow({ state: 'held' }), true)).toEqual(['undo'])
    expect(actionsOf(sampleRow({ state: 'queued' }), true)).toEqual(['retry', 'undo'])
    expect(actionsOf(sampleRow({ state: 'queued', attempts: 1 }), true)).toEqual(['retry', 'withdraw'])
    expect(actionsOf(sampleRow({ state: 'queued' }), false)).toEqual(['retry', 'withdraw'])
    expect(actionsOf(sampleRow({ state: 'refused', attempts: 1 }), false)).toEqual([
      'mend',
      'retry',
      'withdraw',
    ])
  })

  it('offers nothing more once it is withdrawn, also while the answer is awaited', () => {
    const withdrawal = { reason: 'wrong post', at: 1, told: false }
    expect(actionsOf(sampleRow({ state: 'sending', withdrawal }), false)).toEqual([])
    expect(actionsOf(sampleRow({ state: 'withdrawn', withdrawal }), false)).toEqual([])
  })
})

describe('health', () => {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<NoticeRow['state'], number>
  const queue = { counts: { ...counts, queued: 2, held: 1 }, decidedAt: 7 }
  const crs = { id: 'c', kind: 'crs', name: 'CRS', problem: null } as Connection
  const on = { paused: false, online: true }

  it('names what stands in the way, the worst first', () => {
    const down = { ...crs, problem: { code: 'backendDown' } }
    const signIn = { ...crs, name: 'Other', problem: { code: 'signInAgain' } }
    expect(healthOf(queue, [crs], on)).toEqual({
      tone: 'good',
      way: 'connected',
      connection: crs,
      waiting: 3,
      reviews: 0,
      decidedAt: 7,
    })
    expect(healthOf(queue, [crs], { ...on, locked: true })).toMatchObject({ way: 'locked', tone: 'warn' })
    expect(healthOf(queue, [crs, down, signIn], on)).toMatchObject({ way: 'trouble', connection: signIn })
    expect(healthOf(queue, [down], on)).toMatchObject({ way: 'trouble', tone: 'warn' })
    expect(healthOf(queue, [down], { paused: true, online: false })).toMatchObject({ way: 'paused' })
    expect(healthOf(queue, [down], { paused: false, online: false })).toMatchObject({ way: 'offline' })
    expect(healthOf(queue, null, on)).toMatchObject({ way: 'unknown', connection: null })
    expect(healthOf(queue, [{ ...crs, kind: 'practice' }], on)).toMatchObject({ way: 'practice' })
  })
})
