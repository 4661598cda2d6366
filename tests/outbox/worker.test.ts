import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Connector, Outcome, Parcel } from '../../utils/connectors/connector'
import { PRACTICE_ACCOUNT } from '../../utils/connectors/practice'
import { box, newBoxKey } from '../../utils/evidence/box'
import type { Connection } from '../../utils/messages'
import { Feed } from '../../utils/outbox/feed'
import type { Light } from '../../utils/outbox/light'
import type { NoticeRow } from '../../utils/outbox/row'
import { Outbox } from '../../utils/outbox/store'
import { Worker } from '../../utils/outbox/worker'
import { type Problem, ProblemError } from '../../utils/problem'
import { sampleDecision, sampleDraft, sampleRow } from '../support/samples'

const receipt = (parcel: Parcel): Outcome => ({
  kind: 'receipt',
  receipt: {
    jws: 'j',
    id: `r-${parcel.id}`,
    at: '2026-11-24T12:00:00.000Z',
    body: parcel.bodyDigest,
    issuer: 'x',
  },
})

let outbox: Outbox
let now: number
let woken: number | null
let notes: Record<string, Problem | null>
let sent: string[]
let deliver: (parcel: Parcel, connection: string) => Promise<Outcome>
/** The reviewer withdraws the notice while it is being sent. */
const withdrawnMeanwhile =
  (id: string, answer: (parcel: Parcel) => Outcome | Promise<Outcome>): typeof deliver =>
  async (parcel) => {
    const row = await outbox.get(id)
    if (row) await outbox.step(row, { type: 'withdraw', reason: 'mistake' }, { reviewer: 'a1' }, now)
    return answer(parcel)
  }
let changes: Connector['changes']
/** A backend without idempotency keys has one. */
let lookUp: NonNullable<Connector['lookUp']> | undefined
let paused: boolean
let alone: boolean
let withdrawn: string[]
let withdraw: () => Promise<void>
/** The notice with lighter evidence, where there is one. */
let light: Light | null
let judge: (row: NoticeRow, body: string) => Promise<Problem | 'review' | null>

const connection = (id: string): Connection => ({
  id,
  kind: 'crs',
  name: id,
  address: 'https://crs.example',
  account: PRACTICE_ACCOUNT,
  addedAt: 0,
  lastSeen: null,
  problem: notes[id] ?? null,
})

const parts = () => ({
  outbox,
  open: async (id: string) => ({
    connection: connection(id),
    connector: {
      deliver: async (parcel: Parcel) => {
        sent.push(parcel.id)
        return deliver(parcel, id)
      },
      ...(lookUp ? { lookUp } : {}),
      changes: (...args: Parameters<Connector['changes']>) => changes(...args),
      withdraw: async (id: string) => {
        withdrawn.push(id)
        await withdraw()
      },
      reviews: null,
      account: async () => PRACTICE_ACCOUNT,
    },
    access: { address: 'https://crs.example', token: 't', keys: [] },
  }),
  note: async (id: string, problem: Problem | null) => {
    notes[id] = problem
  },
  judge: (row: NoticeRow, body: string) => judge(row, body),
  lighten: async () => light,
  paused: async () => paused,
  lock: (work: (alone: boolean) => Promise<void>) => work(alone),
  wakeAt: (due: number | null) => {
    woken = due
  },
  connections: async () => ['c1'],
  now: () => now,
  random: () => 0.5,
})

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  outbox = new Outbox()
  now = 1_000_000
  woken = null
  notes = {}
  sent = []
  paused = false
  alone = false
  lookUp = undefined
  withdrawn = []
  withdraw = async () => {}
  light = null
  judge = async () => null
  deliver = async (parcel) => receipt(parcel)
  changes = async () => ({ changes: [], cursor: '0', more: false })
})

async function queue(more: Parameters<typeof sampleRow>[0] = {}) {
  const row = sampleRow({ createdAt: now, updatedAt: now, ...more })
  await outbox.commit(row, '{}', sampleDraft({ id: row.draftId }), { reviewer: 'a1' })
  return row.id
}
const state = async (id: string) => (await outbox.get(id))?.state

describe('the worker', () => {
  it('sends a held notice when its window is over, not before', async () => {
    const id = await queue({ state: 'held', dueAt: now + 10_000 })
    const worker = new Worker(parts())
    await worker.drain()
    expect([await state(id), woken]).toEqual(['held', now + 10_000])
    now += 10_000
    await worker.drain()
    expect(await state(id)).toBe('delivered')
    expect((await outbox.get(id))?.receipt?.id).toBe(`r-${id}`)
    expect((await outbox.history(id)).map(({ event }) => event)).toEqual(['submit', 'due', 'send', 'receipt'])
  })

  it('forgets nobody who calls while it looks when it has to wake', async () => {
    const id = await queue({ state: 'held', dueAt: now + 10_000 })
    let called: Promise<void> | null = null
    const worker = new Worker({
      ...parts(),
      wakeAt: () => {
        now += 10_000
        called ??= worker.drain()
      },
    })
    await worker.drain()
    await called
    expect(await state(id)).toBe('delivered')
  })

  it('lets nothing leave that due process stops, however often it is tried', async () => {
    const problem = { code: 'addressIsAccount', field: 'item.permalink' }
    judge = async (_row, body) => (body === '{}' ? problem : null)
    const id = await queue()
    const worker = new Worker(parts())
    await worker.drain()
    expect(await outbox.get(id)).toMatchObject({ state: 'refused', problem, attempts: 0 })
    const row = await outbox.get(id)
    if (row) await outbox.step(row, { type: 'again' }, { reviewer: 'a1' }, now)
    await worker.drain()
    expect([await state(id), sent]).toEqual(['refused', []])
    expect((await outbox.history(id)).map(({ event }) => event)).toEqual(['submit', 'mend', 'again', 'mend'])
  })

  it('does not call refused what may have arrived', async () => {
    const id = await queue()
    deliver = async () => ({ kind: 'retry', problem: { code: 'backendDown' }, afterMs: 1_000 })
    const worker = new Worker(parts())
    await worker.drain()
    judge = async () => ({ code: 'addressIsAccount' })
    deliver = async (parcel) => receipt(parcel)
    now += 3_600_000
    await worker.drain()
    expect(await state(id)).toBe('delivered')
  })

  it('waits as long as the backend asks, then sends the same notice again', async () => {
    const id = await queue()
    deliver = async () => ({ kind: 'retry', problem: { code: 'backendBusy' }, afterMs: 60_000 })
    await new Worker(parts()).drain()
    const row = await outbox.get(id)
    expect(row).toMatchObject({ state: 'queued', attempts: 1, problem: { code: 'backendBusy' } })
    expect(row?.dueAt).toBeGreaterThanOrEqual(now + 60_000)
    expect(woken).toBe(row?.dueAt)
    deliver = async (parcel) => receipt(parcel)
    now = row?.dueAt ?? 0
    await new Worker(parts()).drain()
    expect(sent).toEqual([id, id])
    expect(await state(id)).toBe('delivered')
  })

  it('leaves the other notices of a failing connection where they are, and serves the other connections', async () => {
    const ids = [await queue(), await queue(), await queue()]
    const other = await queue({ connectionId: 'c2' })
    deliver = async (parcel, id) =>
      id === 'c2' ? receipt(parcel) : { kind: 'retry', problem: { code: 'backendDown' }, afterMs: null }
    await new Worker(parts()).drain()
    expect(sent.filter((id) => ids.includes(id))).toHaveLength(1)
    expect(await state(other)).toBe('delivered')
  })

  it('pauses a connection that has to sign in, counts nothing, and goes on after that', async () => {
    const id = await queue()
    deliver = async () => ({ kind: 'pause', problem: { code: 'signInAgain' } })
    const worker = new Worker(parts())
    await worker.drain()
    await worker.drain()
    expect(sent).toHaveLength(1)
    expect(await outbox.get(id)).toMatchObject({ state: 'queued', attempts: 0 })
    expect(woken).toBeNull()
    notes.c1 = null
    deliver = async (parcel) => receipt(parcel)
    await worker.drain()
    expect(await state(id)).toBe('delivered')
  })

  it('goes on with what was being sent when it died', async () => {
    const id = await queue({ state: 'sending', leaseUntil: now + 60_000, attempts: 1 })
    const worker = new Worker(parts())
    await worker.drain()
    expect([await state(id), woken]).toEqual(['sending', now + 60_000])
    now += 60_000
    await worker.drain()
    expect(await state(id)).toBe('delivered')
  })

  it('goes on at once where nobody else can be sending', async () => {
    const id = await queue({ state: 'sending', leaseUntil: now + 60_000, attempts: 1 })
    alone = true
    await new Worker(parts()).drain()
    expect(await state(id)).toBe('delivered')
  })

  it('asks a backend that is down no more often for many notices than for one', async () => {
    for (let i = 0; i < 20; i++) await queue()
    deliver = async () => ({ kind: 'retry', problem: { code: 'backendDown' }, afterMs: null })
    const worker = new Worker(parts())
    for (let i = 0; i < 5; i++) {
      await worker.drain()
      expect(sent).toHaveLength(i + 1)
      await worker.drain()
      expect(sent).toHaveLength(i + 1)
      expect(woken).toBeGreaterThan(now)
      now = woken ?? now
    }
    expect(new Set(sent).size).toBeGreaterThan(1)
    deliver = async (parcel) => receipt(parcel)
    now += 3_600_000
    await worker.drain()
    expect(await outbox.counts()).toMatchObject({ delivered: 20, queued: 0 })
    expect(woken).toBeNull()
  })

  it('sleeps while a connection waits for the reviewer, however many notices wait for it', async () => {
    await queue()
    await queue()
    notes.c1 = { code: 'signInAgain' }
    await new Worker(parts()).drain()
    expect([sent.length, woken]).toEqual([0, null])
  })

  it('tells the backend of a withdrawal, later if it must, and only once', async () => {
    const id = await queue({ attempts: 1 })
    const row = await outbox.get(id)
    if (row) await outbox.step(row, { type: 'withdraw', reason: 'mistake' }, { reviewer: 'a1' }, now)
    withdraw = async () => {
      throw new ProblemError({ code: 'backendDown' })
    }
    const worker = new Worker(parts())
    await worker.drain()
    expect(await outbox.get(id)).toMatchObject({ state: 'withdrawn', withdrawal: { told: false } })
    expect(woken).toBeGreaterThan(now)
    now = woken ?? now
    withdraw = async () => {}
    await worker.drain()
    await worker.drain()
    expect(await outbox.get(id)).toMatchObject({ state: 'withdrawn', withdrawal: { told: true } })
    expect([withdrawn, sent, woken]).toEqual([[id, id], [], null])
  })

  it('withdraws what was being sent as soon as its answer is there', async () => {
    const id = await queue()
    deliver = withdrawnMeanwhile(id, receipt)
    await new Worker(parts()).drain()
    expect(await outbox.get(id)).toMatchObject({ state: 'withdrawn', receipt: { id: `r-${id}` } })
    await new Worker(parts()).drain()
    expect(withdrawn).toEqual([id])
  })

  it('does not wait for a lease of a clock that was set back', async () => {
    const id = await queue({ state: 'sending', leaseUntil: now + 90 * 86_400_000, attempts: 1 })
    await new Worker(parts()).drain()
    expect(await state(id)).toBe('delivered')
  })

  it.each([
    [{ kind: 'mend', problem: { code: 'backendSays' } }, 'refused'],
    [{ kind: 'lost', problem: { code: 'receiptWrong' } }, 'uncertain'],
  ] as [Outcome, string][])('%j ends in %s', async (outcome, expected) => {
    const id = await queue()
    deliver = async () => outcome
    await new Worker(parts()).drain()
    expect(await state(id)).toBe(expected)
  })

  describe('for a backend without idempotency keys', () => {
    const LOST: Outcome = { kind: 'lost', problem: { code: 'backendDown' } }
    const there = async (parcel: Parcel) => (receipt(parcel) as Extract<Outcome, { kind: 'receipt' }>).receipt
    const unknown = () => Promise.reject(new ProblemError({ code: 'backendDown' }))
    const begun = () => queue({ state: 'sending', leaseUntil: now - 1, attempts: 1 })

    it('asks whether it arrived when the answer was lost, and takes its receipt', async () => {
      const id = await queue()
      deliver = async () => LOST
      lookUp = there
      await new Worker(parts()).drain()
      expect([await state(id), sent.length]).toEqual(['delivered', 1])
    })

    it('sends again only what is surely not there', async () => {
      const id = await queue()
      let answers = 0
      deliver = async (parcel) => (answers++ === 0 ? LOST : receipt(parcel))
      lookUp = async () => null
      const worker = new Worker(parts())
      await worker.drain()
      expect(await state(id)).toBe('queued')
      now += 86_400_000
      await worker.drain()
      expect([await state(id), sent.length]).toEqual(['delivered', 2])
    })

    it('leaves it to a person where nobody can tell, and then looks no more', async () => {
      const id = await queue()
      deliver = async () => LOST
      lookUp = unknown
      const worker = new Worker(parts())
      await worker.drain()
      now += 86_400_000
      await worker.drain()
      expect([await state(id), sent.length]).toEqual(['uncertain', 1])
      const row = await outbox.get(id)
      if (row) await outbox.step(row, { type: 'again' }, { reviewer: 'a1' }, now)
      deliver = async (parcel) => receipt(parcel)
      await worker.drain()
      expect([await state(id), sent.length]).toEqual(['delivered', 2])
    })

    it('never sends blindly what a worker that died was sending', async () => {
      lookUp = there
      const arrived = await begun()
      await new Worker(parts()).drain()
      expect([await state(arrived), sent]).toEqual(['delivered', []])
      lookUp = unknown
      const open = await begun()
      await new Worker(parts()).drain()
      expect([await state(open), sent]).toEqual(['uncertain', []])
    })
  })

  it('sends urgent notices first, each once, however often it is called', async () => {
    const late = await queue({ createdAt: 1 })
    const urgent = await queue({ createdAt: 3, deadlineAt: now + 1000 })
    const worker = new Worker(parts())
    await Promise.all([worker.drain(), worker.drain(), new Worker(parts()).drain()])
    expect(sent).toEqual([urgent, late])
  })

  it('sends nothing while paused', async () => {
    const id = await queue()
    paused = true
    await new Worker(parts()).drain()
    expect([await state(id), sent.length]).toEqual(['queued', 0])
  })

  it('asks the reviewer when the body is gone', async () => {
    const id = await queue({ evidence: { sha256: '4'.repeat(64), bytes: 1, mediaType: 'x', key: 'k' } })
    await new Worker(parts()).drain()
    expect(await outbox.get(id)).toMatchObject({ state: 'refused', problem: { code: 'evidenceGone' } })
  })
})

describe('the feed', () => {
  const decision = sampleDecision()
  const change = (noticeId: string) => ({ noticeId, at: decision.decidedAt, type: 'decision', decision })

  it('brings a decision back once, and goes on after its cursor', async () => {
    const id = await queue()
    await new Worker(parts()).drain()
    const asked: (string | null)[] = []
    changes = async (cursor) => {
      asked.push(cursor)
      return cursor === null
        ? { changes: [change(id)], cursor: '1', more: true }
        : { changes: [change(id)], cursor: '1', more: false }
    }
    const feed = new Feed(parts())
    await feed.poll()
    await feed.poll()
    expect(asked).toEqual([null, '1', '1'])
    expect(await outbox.get(id)).toMatchObject({ state: 'decided', decision: { outcome: 'removed' } })
    expect((await outbox.history(id)).filter(({ event }) => event === 'decide')).toHaveLength(1)
  })

  it('does not lose a decision that is faster than the receipt', async () => {
    const id = await queue({ state: 'sending', leaseUntil: now + 1 })
    changes = async (cursor) => ({ changes: cursor === null ? [change(id)] : [], cursor: '1', more: false })
    const feed = new Feed(parts())
    await feed.poll()
    expect(await state(id)).toBe('sending')
    now += 2
    await new Worker(parts()).drain()
    await feed.poll()
    expect(await state(id)).toBe('decided')
  })

  it('takes the decision on a notice whose first, lost attempt had arrived', async () => {
    const id = await queue({ state: 'refused', attempts: 2, problem: { code: 'backendSays' } })
    changes = async () => ({ changes: [change(id)], cursor: '1', more: false })
    await new Feed(parts()).poll()
    expect(await outbox.get(id)).toMatchObject({ state: 'decided', problem: null })
  })

  it('lets no waiting notice hold up the decision on another', async () => {
    const waiting = await queue({ attempts: 1, dueAt: now + 60_000 })
    const id = await queue({ state: 'delivered', attempts: 1 })
    changes = async (cursor) => ({
      changes: cursor === null ? [change(waiting), change(id)] : [],
      cursor: '1',
      more: false,
    })
    const feed = new Feed(parts())
    await feed.poll()
    expect([await state(waiting), await state(id)]).toEqual(['queued', 'decided'])
    now += 60_000
    await new Worker(parts()).drain()
    await feed.poll()
    expect(await state(waiting)).toBe('decided')
  })

  it('believes no decision on a notice that was never sent', async () => {
    const id = await queue({ state: 'inReview' })
    changes = async () => ({ changes: [change(id)], cursor: '1', more: false })
    await new Feed(parts()).poll()
    expect(await state(id)).toBe('inReview')
  })

  it('starts again when the backend does not know its cursor', async () => {
    const id = await queue()
    await new Worker(parts()).drain()
    await outbox.putMeta('cursor:c1', 'old')
    changes = async (cursor) => {
      if (cursor === 'old') throw new ProblemError({ code: 'notFound' })
      return { changes: [change(id)], cursor: '9', more: false }
    }
    await new Feed(parts()).poll()
    expect([await state(id), await outbox.getMeta('cursor:c1')]).toEqual(['decided', '9'])
  })

  it('notes on the connection what went wrong', async () => {
    changes = async () => {
      throw new ProblemError({ code: 'signInAgain' })
    }
    await new Feed(parts()).poll()
    expect(notes.c1).toEqual({ code: 'signInAgain' })
  })
})

describe('a second reviewer', () => {
  const approved = (id: string, by = 'a2') => ({
    noticeId: id,
    at: '2026-11-24T13:00:00.000Z',
    type: 'approved',
    by,
    note: 'Well founded.',
  })
  const waiting = async () => {
    const row = sampleRow({
      state: 'inReview',
      review: { attempts: 1, askedAt: 1, verdict: null },
      dueAt: Number.MAX_SAFE_INTEGER,
    })
    await outbox.commit(row, '{}', sampleDraft({ id: row.draftId }), { reviewer: 'a1' })
    return row.id
  }

  it('is never the account that signed the notice, whatever a backend says', async () => {
    const id = await waiting()
    changes = async () => ({ changes: [approved(id, 'a1'), approved(id, '')], cursor: '1', more: false })
    await new Feed(parts()).poll()
    expect((await outbox.get(id))?.state).toBe('inReview')
  })

  it('stands in the ledger by account, and lets the notice go', async () => {
    const id = await waiting()
    await new Worker(parts()).drain()
    expect(sent).toEqual([])
    changes = async () => ({ changes: [approved(id)], cursor: '1', more: false })
    await new Feed(parts()).poll()
    await new Worker(parts()).drain()
    expect(sent).toEqual([id])
    const line = (await outbox.history(id)).find(({ event }) => event === 'approve')
    expect(line).toMatchObject({ to: 'queued', facts: { by: 'a2' } })
  })

  it('is asked where the rules ask for one since the notice was made', async () => {
    judge = async () => 'review'
    const row = sampleRow({ state: 'queued' })
    await outbox.commit(row, '{}', sampleDraft({ id: row.draftId }), { reviewer: 'a1' })
    await new Worker(parts()).drain()
    expect(sent).toEqual([])
    // This backend has no second reviewers: the notice waits for its author.
    expect(await outbox.get(row.id)).toMatchObject({ state: 'refused', problem: { code: 'noReviewHere' } })
  })
})

describe('a backend that asks to be left alone', () => {
  const BUSY: Outcome = { kind: 'retry', problem: { code: 'backendBusy' }, afterMs: 3_600_000 }

  it('is left alone by the notices that were not on their way yet, whatever else it answers meanwhile', async () => {
    const first = await queue({ createdAt: 1 })
    const busy = await queue({ createdAt: 2 })
    const slow = await queue({ createdAt: 3 })
    let answer = () => {}
    const answered = new Promise<void>((done) => {
      answer = done
    })
    deliver = async (parcel) => {
      if (parcel.id === busy) return BUSY
      // Under way while the other one is told to wait, and taken after that.
      if (parcel.id === slow) await answered
      return receipt(parcel)
    }
    const worker = new Worker(parts())
    const draining = worker.drain()
    while (!sent.includes(slow) || !(await outbox.getMeta('breaker:c1')))
      await new Promise((done) => setTimeout(done, 5))
    answer()
    await draining
    expect([await state(first), await state(slow)]).toEqual(['delivered', 'delivered'])
    const later = await queue()
    await worker.drain()
    expect(sent).not.toContain(later)
    now += 3_602_000
    deliver = async (parcel) => receipt(parcel)
    await worker.drain()
    expect(await state(later)).toBe('delivered')
  })

  it('is not asked for decisions either', async () => {
    await queue()
    deliver = async () => BUSY
    await new Worker(parts()).drain()
    let asked = 0
    changes = async () => {
      asked += 1
      return { changes: [], cursor: '1', more: false }
    }
    await new Feed(parts()).poll()
    expect(asked).toBe(0)
    now += 3_602_000
    await new Feed(parts()).poll()
    expect(asked).toBe(1)
  })

  it('is tried again slower and slower where it says "at once"', async () => {
    await queue()
    deliver = async () => ({ kind: 'retry', problem: { code: 'backendFault' }, afterMs: 0 })
    const worker = new Worker(parts())
    for (const end = now + 600_000; now < end; now = Math.max(now + 1, woken ?? end)) await worker.drain()
    expect(sent.length).toBeLessThan(30)
  })
})

it('one notice that the backend is still taking holds up no other', async () => {
  const taking = await queue({ createdAt: 1 })
  const id = await queue({ createdAt: 2 })
  deliver = async (parcel) =>
    parcel.id === taking
      ? { kind: 'retry', problem: { code: 'inProgress' }, afterMs: 60_000 }
      : receipt(parcel)
  await new Worker(parts()).drain()
  expect([await state(taking), await state(id)]).toEqual(['queued', 'delivered'])
})

it('an account that may not report waits for a person, though it may read; other connections go on', async () => {
  const refused = await queue({ connectionId: 'c1' })
  const other = await queue({ connectionId: 'c2' })
  deliver = async (parcel, id) =>
    id === 'c1' ? { kind: 'pause', problem: { code: 'accountRefused' } } : receipt(parcel)
  const worker = new Worker(parts())
  await worker.drain()
  await new Feed(parts()).poll()
  await worker.drain()
  expect([await state(refused), await state(other), sent.filter((id) => id === refused).length]).toEqual([
    'queued',
    'delivered',
    1,
  ])
  expect([notes.c1?.code, (await outbox.get(refused))?.attempts]).toEqual(['accountRefused', 0])
})

describe('evidence that the backend finds too large', () => {
  const LARGE: Outcome = { kind: 'mend', problem: { code: 'evidenceTooLarge' } }
  const [key, heavy, lighter] = [newBoxKey(), '4'.repeat(64), '5'.repeat(64)]
  const evidence = { sha256: heavy, bytes: 9, mediaType: 'x', key }
  const begin = async () => {
    const boxed = await box(key, new Uint8Array(9))
    await outbox.putEvidence({ sha256: heavy, boxed, bytes: 9, createdAt: 1 })
    light = {
      body: '{"lighter":1}',
      bodyDigest: '6'.repeat(64),
      evidence: { ...evidence, sha256: lighter, bytes: 2 },
      boxed: await box(key, new Uint8Array(2)),
    }
    return queue({ evidence })
  }
  /** Takes what has the lighter evidence. */
  const picky = async (parcel: Parcel) => (parcel.evidence?.sha256 === heavy ? LARGE : receipt(parcel))

  it('goes without media under the same key; it is said, and all of it is kept', async () => {
    const id = await begin()
    const bodies: string[] = []
    deliver = async (parcel) => {
      bodies.push(parcel.body)
      return picky(parcel)
    }
    await new Worker(parts()).drain()
    expect([sent, bodies]).toEqual([
      [id, id],
      ['{}', '{"lighter":1}'],
    ])
    expect(await outbox.get(id)).toMatchObject({
      state: 'delivered',
      attempts: 1,
      lightened: { from: evidence },
      evidence: { sha256: lighter },
      bodyDigest: '6'.repeat(64),
    })
    expect([await outbox.body(id), (await outbox.evidence(heavy))?.bytes]).toEqual(['{"lighter":1}', 9])
    expect((await outbox.history(id)).find(({ event }) => event === 'lighten')?.facts).toMatchObject({
      before: heavy,
      evidence: lighter,
      body: '6'.repeat(64),
    })
  })

  it('is erased with the rest, both bundles', async () => {
    const id = await begin()
    deliver = picky
    await new Worker(parts()).drain()
    const row = async () => (await outbox.get(id)) as NoticeRow
    await outbox.step(await row(), { type: 'withdraw', reason: 'x' }, { reviewer: 'a1' }, now)
    await outbox.step(await row(), { type: 'erase' }, { reviewer: 'a1' }, now)
    expect([await outbox.evidence(heavy), await outbox.evidence(lighter)]).toEqual([undefined, undefined])
    expect(await row()).toMatchObject({ evidence: { key: null }, lightened: { from: { key: null } } })
  })

  it('is refused, and kept, where there is nothing lighter, or that is too large as well', async () => {
    const id = await begin()
    deliver = async () => LARGE
    await new Worker(parts()).drain()
    expect(await outbox.get(id)).toMatchObject({ state: 'refused', problem: LARGE.problem })
    expect(sent).toEqual([id, id])
    const other = await queue({ evidence })
    light = null
    await new Worker(parts()).drain()
    expect(await outbox.get(other)).toMatchObject({ state: 'refused', evidence: { sha256: heavy } })
  })

  it('does not go on when the notice was withdrawn meanwhile', async () => {
    const id = await begin()
    deliver = withdrawnMeanwhile(id, picky)
    await new Worker(parts()).drain()
    expect([await state(id), sent]).toEqual(['withdrawn', [id]])
  })
})
