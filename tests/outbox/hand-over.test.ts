import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Connector, Parcel } from '../../utils/connectors/connector'
import { PRACTICE_ACCOUNT } from '../../utils/connectors/practice'
import { findBreak, sha256 } from '../../utils/ledger/entry'
import type { Decision } from '../../utils/notice'
import { exportOutbox } from '../../utils/outbox/backup/export'
import { importOutbox } from '../../utils/outbox/backup/import'
import { Feed } from '../../utils/outbox/feed'
import type { NoticeRow } from '../../utils/outbox/row'
import { Outbox } from '../../utils/outbox/store'
import { Worker } from '../../utils/outbox/worker'
import { sampleDecision, sampleDraft, sampleRow } from '../support/samples'

const PASSPHRASE = 'correct horse battery'
const BY = { reviewer: 'a1' }
let machines = 0

/** A machine of its own: another name is another database. */
const machine = () => new Outbox(undefined, async () => `flagpost-${++machines + 1}`)
let here: Outbox
let there: Outbox
/** What the one backend has: a key, its bytes. Each machine's connector speaks to it. */
let arrived: Map<string, string>
let told: string[]
let changes: Connector['changes']

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  machines = 0
  const [one, two] = [machine(), machine()]
  here = one
  there = two
  arrived = new Map()
  told = []
  changes = async () => ({ changes: [], cursor: '1', more: false })
})

async function commit(on: Outbox, more: Partial<NoticeRow> = {}): Promise<NoticeRow> {
  const made = sampleRow({ state: 'held', dueAt: Date.now() + 60_000, ...more })
  const body = JSON.stringify({ id: made.id })
  const row = { ...made, bodyDigest: await sha256(body) }
  return on.commit(row, body, sampleDraft({ id: row.draftId, key: 'k' }), BY)
}

const receipt = (parcel: Parcel) => ({
  jws: 'j',
  id: `r-${parcel.id}`,
  at: '2026-11-24T12:00:00.000Z',
  body: parcel.bodyDigest,
  issuer: 'x',
})

/** What one machine sends with. `keyless`: the backend would take the same notice twice. */
const parts = (outbox: Outbox, keyless = false) => ({
  outbox,
  open: async (id: string) => ({
    connection: {
      id,
      kind: 'crs' as const,
      name: id,
      address: 'https://crs.example',
      account: PRACTICE_ACCOUNT,
      addedAt: 0,
      lastSeen: null,
      problem: null,
    },
    connector: {
      deliver: async (parcel: Parcel) => {
        if (keyless && arrived.has(parcel.id)) throw new Error('doubled')
        arrived.set(parcel.id, parcel.body)
        return { kind: 'receipt' as const, receipt: receipt(parcel) }
      },
      ...(keyless
        ? { lookUp: async (parcel: Parcel) => (arrived.has(parcel.id) ? receipt(parcel) : null) }
        : {}),
      changes: (...args: Parameters<Connector['changes']>) => changes(...args),
      withdraw: async (id: string) => void told.push(id),
      reviews: null,
      account: async () => PRACTICE_ACCOUNT,
    },
    access: { address: 'https://crs.example', token: 't', keys: [] },
  }),
  note: async () => {},
  judge: async () => null,
  paused: async () => false,
  lock: (work: (alone: boolean) => Promise<void>) => work(true),
  wakeAt: () => {},
  connections: async () => ['c1'],
  now: () => Date.now() + 120_000,
})
const drain = (outbox: Outbox, keyless = false) => new Worker(parts(outbox, keyless)).drain()
const bring = async (from: Outbox, to: Outbox, connectionId?: string) =>
  importOutbox(to, PASSPHRASE, await exportOutbox(from, PASSPHRASE, connectionId))
/** The backend tells a decision to whoever reads its feed from the beginning, and to nobody else. */
const decideFirst = (noticeId: string, decision: Decision): void => {
  const change = { noticeId, at: decision.decidedAt, type: 'decided', decision }
  changes = async (cursor) => ({ changes: cursor === null ? [change] : [], cursor: '1', more: false })
}
const rowOf = async (on: Outbox, id: string): Promise<NoticeRow> => {
  const row = await on.get(id)
  if (!row) throw new Error('no such notice')
  return row
}

describe('a notice that was handed over unsent', () => {
  it('is taken back at the backend, too: the other machine may have sent it meanwhile', async () => {
    const { id } = await commit(here)
    await bring(here, there)
    await drain(here)
    expect(arrived.size).toBe(1)
    await there.step(await rowOf(there, id), { type: 'withdraw', reason: 'mistake' }, BY)
    await drain(there)
    expect(told).toEqual([id])
  })

  it('can not be undone: its draft, sent again, would be a second notice', async () => {
    const { id, draftId } = await commit(here)
    await bring(here, there)
    await drain(here)
    const undone = await there.undo(await rowOf(there, id), sampleDraft({ id: draftId }), BY)
    expect([undone, (await rowOf(there, id)).state]).toEqual([false, 'held'])
  })

  it('goes out of both machines at once, and is there once', async () => {
    const { id } = await commit(here)
    await bring(here, there)
    await Promise.all([drain(here), drain(there)])
    expect([...arrived.keys()]).toEqual([id])
    expect((await rowOf(here, id)).receipt).toEqual((await rowOf(there, id)).receipt)
  })

  it('is looked up first where the backend has no keys', async () => {
    const { id } = await commit(here)
    await bring(here, there)
    await drain(here, true)
    await drain(there, true)
    expect((await rowOf(there, id)).state).toBe('delivered')
  })

  it('gets the decision that was passed over before it came', async () => {
    const decision = sampleDecision()
    const { id } = await commit(here)
    await drain(here)
    decideFirst(id, decision)
    await new Feed(parts(there)).poll()
    expect(await there.getMeta('cursor:c1')).toBe('1')
    await bring(here, there)
    await new Feed(parts(there)).poll()
    expect(await rowOf(there, id)).toMatchObject({ state: 'decided', decision: { id: decision.id } })
  })

  it('gets the decision on what the other machine has sent', async () => {
    const decision = sampleDecision()
    const { id } = await commit(here)
    await bring(here, there)
    await drain(here)
    decideFirst(id, decision)
    const feed = new Feed(parts(there))
    await feed.poll()
    await drain(there)
    await feed.poll()
    expect((await rowOf(there, id)).state).toBe('decided')
  })
})

describe('a backup', () => {
  it('that is saved while notices are made can be taken in', async () => {
    await commit(here)
    let saving = true
    const making = (async () => {
      while (saving) await commit(here)
    })()
    const file = await exportOutbox(here, PASSPHRASE)
    saving = false
    await making
    expect((await importOutbox(there, PASSPHRASE, file)).notices).toBeGreaterThan(0)
  })

  it('taken in by two windows at once doubles no line and puts no notice back', async () => {
    const { id } = await commit(here)
    const file = await exportOutbox(here, PASSPHRASE)
    const window = new Outbox(undefined, async () => (await there.database()).name)
    const [a, b] = await Promise.all([
      importOutbox(there, PASSPHRASE, file),
      importOutbox(window, PASSPHRASE, file),
    ])
    expect(a.notices + b.notices).toBe(1)
    expect(await findBreak(await there.ledger())).toBeNull()
    expect((await rowOf(there, id)).state).toBe('held')
  })

  it('brings no draft back that has become a notice since', async () => {
    const draft = sampleDraft({ id: crypto.randomUUID(), key: 'k' })
    await here.putDraft(draft)
    const open = await exportOutbox(here, PASSPHRASE)
    await commit(here, { draftId: draft.id })
    const committed = await exportOutbox(here, PASSPHRASE)
    await drain(here)
    await importOutbox(here, PASSPHRASE, open)
    await importOutbox(here, PASSPHRASE, committed)
    expect(await here.draft(draft.id)).toBeUndefined()
  })

  it('of one connection has its notices, their bytes and drafts alone, and goes on elsewhere', async () => {
    const own = await commit(here, {
      evidence: { sha256: '4'.repeat(64), bytes: 1, mediaType: 'x', key: 'k' },
    })
    const foreign = await commit(here, {
      connectionId: 'c2',
      evidence: { sha256: '5'.repeat(64), bytes: 1, mediaType: 'x', key: 'k' },
    })
    for (const sha256 of ['4', '5'].map((digit) => digit.repeat(64)))
      await here.putEvidence({ sha256, boxed: { iv: 'x', bytes: 'x' } as never, bytes: 1, createdAt: 1 })
    await here.putDraft(sampleDraft({ id: 'other', key: 'k', connectionId: 'c2' }))
    expect(await bring(here, there, 'c1')).toEqual({ notices: 1, known: 0 })
    expect([await there.body(own.id), await there.body(foreign.id)]).toEqual([
      JSON.stringify({ id: own.id }),
      undefined,
    ])
    const db = await there.database()
    expect(await db.getAllKeys('bodies')).toEqual(['4'.repeat(64)])
    expect(await there.draft('other')).toBeUndefined()
    expect(await findBreak(await there.ledger())).toBeNull()
    // Taken in where it came from, it changes nothing.
    expect(await bring(there, here, 'c1')).toEqual({ notices: 0, known: 1 })
  })
})
