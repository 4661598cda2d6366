import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { findBreak, sha256 } from '../../utils/ledger/entry'
import { NEW_REVIEW } from '../../utils/outbox/machine'
import { Outbox } from '../../utils/outbox/store'
import { uuidv7 } from '../../utils/uuid'
import { sampleDraft, sampleRow } from '../support/samples'
import { FAULTS, type Fault, Life, newBackend, type Strike, seeded, type World } from './nemesis'

/** Each seed is a story of ten notices; `FAULT_SEEDS` tells how many stories. */
const SEEDS = Number(process.env.FAULT_SEEDS ?? 60)
const FIRST = Number(process.env.FAULT_FIRST ?? 1)
const NOTICES = 10
const who = { reviewer: 'a1' }

type Notice = {
  id: string
  body: string
  sensitive: boolean
  acknowledged: boolean
  wish: 'send' | 'undo' | 'withdraw'
}

async function story(seed: number) {
  globalThis.indexedDB = new IDBFactory()
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const { backend, keys } = await newBackend()
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => backend.fetch(url, init))
  let calm = false
  const strikes: readonly Strike[] = ['killBefore', 'killAfter', 'quota']
  const world: World = {
    now: 1_790_000_000_000,
    random,
    keys,
    strike: () => (calm || random() > 0.03 ? 'none' : pick(strikes)),
    problem: null,
    woken: null,
    paused: false,
  }
  backend.fault = (): Fault => (calm || random() > 0.5 ? 'none' : pick(FAULTS))
  const notices: Notice[] = []
  let life = new Life(world)
  const alive = () => {
    if (life.dead) life = new Life(world)
    return life
  }

  /** What the reviewer, the desk and the world do; each may be cut short by a death. */
  const operations: Record<string, () => Promise<unknown>> = {
    submit: async () => {
      if (notices.length >= NOTICES) return
      const id = uuidv7(world.now)
      const sensitive = random() < 0.4
      const body = JSON.stringify({ id, seed, sensitive })
      const notice: Notice = { id, body, sensitive, acknowledged: false, wish: 'send' }
      notices.push(notice)
      const row = sampleRow({
        id,
        state: sensitive ? 'inReview' : 'held',
        review: sensitive ? NEW_REVIEW : null,
        dueAt: world.now + 10_000,
        createdAt: world.now,
        updatedAt: world.now,
        bodyDigest: await sha256(notice.body),
      })
      await alive().outbox.commit(row, notice.body, sampleDraft({ id: row.draftId }), who)
      notice.acknowledged = true
    },
    undo: () =>
      reviewer('undo', async (row, outbox) => {
        const draft = await outbox.draft(row.draftId)
        return draft !== undefined && outbox.undo(row, draft, who, world.now)
      }),
    withdraw: () =>
      reviewer(
        'withdraw',
        async (row, outbox) =>
          (await outbox.step(row, { type: 'withdraw', reason: 'mistake' }, who, world.now)) !== null,
      ),
    retry: async () => {
      for (const row of [
        ...(await alive().outbox.due('refused')),
        ...(await alive().outbox.due('uncertain')),
      ]) {
        await alive().outbox.step(row, { type: 'again' }, who, world.now)
      }
    },
    signIn: async () => {
      world.problem = null
    },
    pause: async () => {
      world.paused = random() < 0.3
    },
    drain: () => alive().worker.drain(),
    poll: () => alive().feed.poll(),
    decide: async () => {
      const one = backend.log.length ? pick(backend.log) : undefined
      if (one) backend.decide(one.key)
    },
    review: async () => {
      const one = backend.reviews.size ? pick([...backend.reviews.keys()]) : undefined
      if (one) backend.settle(one, random() < 0.7)
    },
    clock: async () => {
      world.now += pick([1_000, 10_000, 60_000, 3_600_000, 40 * 86_400_000, -30_000, -86_400_000])
    },
    kill: async () => {
      life.end()
    },
  }

  async function reviewer(
    wish: 'undo' | 'withdraw',
    act: (row: NonNullable<Awaited<ReturnType<Outbox['get']>>>, outbox: Outbox) => Promise<boolean>,
  ) {
    const notice = notices.length && random() < 0.3 ? pick(notices) : undefined
    const row = notice && (await alive().outbox.get(notice.id))
    if (row && notice && (await act(row, alive().outbox))) notice.wish = wish
  }

  const names = Object.keys(operations)
  const doOne = async (name: string) => {
    const now = alive()
    await now.survives(operations[name] as () => Promise<unknown>)
  }
  for (let step = 0; step < 120; step++) await doOne(random() < 0.5 ? pick(['submit', 'drain']) : pick(names))
  while (notices.length < NOTICES) await doOne('submit')

  // The storm is over: everything that can end has to end.
  calm = true
  world.paused = false
  for (let round = 0; round < 40; round++) {
    world.problem = null
    world.now += 3_600_000
    for (const id of backend.reviews.keys()) backend.settle(id, true)
    for (const name of ['retry', 'drain', 'poll']) await doOne(name)
  }
  return { notices, backend, outbox: new Outbox(), world }
}

describe('the outbox under faults', () => {
  it(`loses nothing and doubles nothing in ${SEEDS} stories of ${NOTICES} notices`, {
    timeout: 600_000,
  }, async () => {
    for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
      const { notices, backend, outbox, world } = await story(seed)
      const told = `seed ${seed}`
      const keys = backend.log.map(({ key }) => key)
      expect(new Set(keys).size, `${told}: doubled`).toBe(keys.length)
      for (const notice of notices) {
        const row = await outbox.get(notice.id)
        const arrived = backend.log.find(({ key }) => key === notice.id)
        const what = `${told}, notice ${notice.id}, ${notice.wish}, ${row?.state}`
        if (arrived) expect(arrived.body, `${what}: other bytes`).toBe(notice.body)
        if (!notice.acknowledged && !row) {
          expect(arrived, `${what}: sent without a commit`).toBeUndefined()
          continue
        }
        if (!row) {
          expect((await outbox.history(notice.id)).at(-1)?.event, `${what}: lost`).toBe('undo')
          expect(arrived, `${what}: undone and sent`).toBeUndefined()
          continue
        }
        const review = backend.reviews.get(notice.id)
        if (review) expect(review.body, `${what}: other bytes for review`).toBe(notice.body)
        if (review?.approved === false && row.state !== 'withdrawn') {
          expect([row.state, row.problem?.code], `${what}: returned`).toEqual(['refused', 'reviewReturned'])
          expect(arrived, `${what}: returned and sent`).toBeUndefined()
          continue
        }
        expect(['delivered', 'decided', 'withdrawn'], `${what}: did not end`).toContain(row.state)
        if (row.state === 'withdrawn') {
          expect(row.withdrawal?.told, `${what}: nobody was told`).toBe(true)
          if (arrived || review)
            expect(backend.withdrawn.has(notice.id), `${what}: the backend does not know`).toBe(true)
        } else expect(arrived, `${what}: did not arrive`).toBeDefined()
        const decided = (backend.changes as { noticeId: string; type: string }[]).some(
          ({ noticeId, type }) => noticeId === notice.id && type === 'decision',
        )
        if (row.state !== 'withdrawn') expect(row.state === 'decided', `${what}: decision`).toBe(decided)
      }
      expect(backend.unapproved, `${told}: sent without an approval`).toEqual([])
      expect(await findBreak(await outbox.ledger()), `${told}: ledger`).toBeNull()
      expect(world.woken, `${told}: awake for nothing`).toBeNull()
    }
  })
})
