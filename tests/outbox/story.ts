import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { findBreak, sha256 } from '../../utils/ledger/entry'
import { NEW_REVIEW } from '../../utils/outbox/machine'
import type { NoticeRow } from '../../utils/outbox/row'
import { Outbox } from '../../utils/outbox/store'
import { uuidv7 } from '../../utils/uuid'
import { sampleDraft, sampleRow } from '../support/samples'
import {
  type Backend,
  FAULTS,
  type Fault,
  Life,
  newBackend,
  type Strike,
  seeded,
  type World,
} from './nemesis'

/** So many notices a story. */
export const NOTICES = 10
const who = { reviewer: 'a1' }

type Told = {
  id: string
  body: string
  sensitive: boolean
  acknowledged: boolean
  wish: 'send' | 'undo' | 'withdraw'
}

/**
 * One story, the same for the same seed: notices are written, sent, withdrawn, reviewed and decided while the nemesis
 * kills the background between any two steps, breaks and falsifies exchanges, fills the disk, moves the clock and opens
 * second windows. Then the storm is over, and everything that can end has to end.
 */
async function story(seed: number) {
  globalThis.indexedDB = new IDBFactory()
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const { backend, keys } = await newBackend()
  globalThis.fetch = ((url: string, init: RequestInit) => backend.fetch(url, init)) as typeof fetch
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
  const notices: Told[] = []
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
      const notice: Told = { id, body, sensitive, acknowledged: false, wish: 'send' }
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
    secondWindow: async () => {
      const other = new Life(world)
      const both = [alive(), other].map((one) => one.survives(() => one.worker.drain()))
      await Promise.all(both)
      other.end()
    },
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

/** What a story came to: `wrong` says in a line each what must not be. */
export type Ending = { lost: number; doubled: number; wrong: string[] }

/** Tells a story, and judges it by what the backend was sent. */
export async function judge(seed: number): Promise<Ending> {
  const before = globalThis.fetch
  try {
    const { notices, backend, outbox, world } = await story(seed)
    const ending: Ending = { lost: 0, doubled: 0, wrong: [] }
    const keys = backend.log.map(({ key }) => key)
    ending.doubled = keys.length - new Set(keys).size
    for (const notice of notices) {
      const row = await outbox.get(notice.id)
      const wrong = await faultOf(notice, row, backend, outbox)
      if (wrong === null) continue
      if (wrong === 'lost') ending.lost += 1
      ending.wrong.push(`seed ${seed}, notice ${notice.id}, ${notice.wish}, ${row?.state}: ${wrong}`)
    }
    if (backend.unapproved.length > 0) ending.wrong.push(`seed ${seed}: sent without an approval`)
    const broken = await findBreak(await outbox.ledger())
    if (broken) ending.wrong.push(`seed ${seed}: the ledger breaks at ${broken.seq}`)
    if (world.woken !== null) ending.wrong.push(`seed ${seed}: awake for nothing`)
    return ending
  } finally {
    globalThis.fetch = before
  }
}

/** What is not as it has to be with one notice; null: all is. */
async function faultOf(
  { id, body, acknowledged }: Told,
  row: NoticeRow | undefined,
  backend: Backend,
  outbox: Outbox,
): Promise<string | null> {
  const arrived = backend.log.find(({ key }) => key === id)
  if (arrived && arrived.body !== body) return 'other bytes'
  if (!row) {
    if (!acknowledged) return arrived ? 'sent without a commit' : null
    if ((await outbox.history(id)).at(-1)?.event !== 'undo') return 'lost'
    return arrived ? 'undone and sent' : null
  }
  const review = backend.reviews.get(id)
  if (review && review.body !== body) return 'other bytes for review'
  if (review?.approved === false && row.state !== 'withdrawn') {
    if (row.state !== 'refused' || row.problem?.code !== 'reviewReturned')
      return 'returned, and does not say so'
    return arrived ? 'returned and sent' : null
  }
  if (!['delivered', 'decided', 'withdrawn'].includes(row.state)) return 'did not end'
  if (row.state === 'withdrawn') {
    if (row.withdrawal?.told !== true) return 'nobody was told'
    return (arrived || review) && !backend.withdrawn.has(id) ? 'the backend does not know' : null
  }
  if (!arrived) return 'lost'
  const decided = (backend.changes as { noticeId: string; type: string }[]).some(
    (change) => change.noticeId === id && change.type === 'decision',
  )
  return decided === (row.state === 'decided') ? null : 'its decision'
}
