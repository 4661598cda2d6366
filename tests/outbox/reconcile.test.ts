import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { reconcile } from '../../utils/outbox/reconcile'
import { Outbox } from '../../utils/outbox/store'
import type { WorkerParts } from '../../utils/outbox/worker'
import { ProblemError } from '../../utils/problem'
import { sampleDraft, sampleRow } from '../support/samples'

const HOUR = 3_600_000
const receipt = { jws: 'j', id: 'r1', at: '2026-11-24T12:00:00.000Z', body: 'b', issuer: 'x' }
let outbox: Outbox
let now: number
let asked: string[]
let knows: (id: string) => Promise<boolean>

const parts = () => ({
  outbox,
  open: (async () => ({
    connector: {
      knows(id: string) {
        asked.push(id)
        return knows(id)
      },
    },
    access: { address: 'https://crs.example', token: 't', keys: [] },
  })) as unknown as WorkerParts['open'],
  connections: async () => ['c1'],
  now: () => now,
})

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  outbox = new Outbox()
  now = 100 * HOUR
  asked = []
  knows = async () => true
})

async function delivered(more: Parameters<typeof sampleRow>[0] = {}): Promise<string> {
  const row = sampleRow({
    state: 'delivered',
    receipt,
    connectionId: 'c1',
    attempts: 1,
    updatedAt: 1,
    ...more,
  })
  await outbox.commit(row, '{}', sampleDraft({ id: row.draftId }), { reviewer: 'a1' })
  return row.id
}

describe('what the backends still have', () => {
  it('finds what the backend has lost, and has it sent again on a person’s word', async () => {
    const there = await delivered()
    const gone = await delivered({ updatedAt: 2 })
    knows = async (id) => id === there
    expect(await reconcile(parts())).toBe(1)
    const row = await outbox.get(gone)
    expect(row).toMatchObject({ state: 'uncertain', problem: { code: 'backendForgot' }, receipt })
    expect((await outbox.history(gone)).at(-1)?.event).toBe('forgotten')
    expect(await outbox.get(there)).toMatchObject({ state: 'delivered', problem: null })
    const again = row && (await outbox.step(row, { type: 'again' }, { reviewer: 'a1' }, now))
    expect(again).toMatchObject({ id: gone, state: 'queued', bodyDigest: row?.bodyDigest })
  })

  it('asks once a day, the newest first, and not for what has just arrived or went elsewhere', async () => {
    const old = await delivered({ updatedAt: 1 })
    const newer = await delivered({ updatedAt: 5 })
    await delivered({ updatedAt: now - 1 })
    await delivered({ connectionId: 'c2' })
    await delivered({ state: 'decided' })
    await reconcile(parts())
    expect(asked).toEqual([newer, old])
    now += 23 * HOUR
    await reconcile(parts())
    expect(asked).toHaveLength(2)
    now += 2 * HOUR
    await reconcile(parts())
    expect(asked.length).toBeGreaterThan(2)
  })

  it('changes nothing where the backend does not say, and asks again at the next look', async () => {
    const id = await delivered()
    knows = () => Promise.reject(new ProblemError({ code: 'backendDown' }))
    expect(await reconcile(parts())).toBe(0)
    expect((await outbox.get(id))?.state).toBe('delivered')
    knows = async () => false
    expect(await reconcile(parts())).toBe(1)
  })
})
