import type { Form, GroundHit } from '../../utils/messages'
import type { Row } from '../support/stored'
import { check, type Verdict } from './check'
import type { Points } from './points'
import { addressOfPost, draftsOf, type Rig, rowsOf, value } from './rig'
import type { Server } from './server'
import { type Case, type Fault, stepOf } from './steps'
import type { Wire } from './wire'

export type On = { rig: Rig; server: Server; wire: Wire; points: Points }

/** How long anything of a case may take, milliseconds. */
const PATIENCE = 60_000
/** How often the outbox is looked at while something is waited for. */
const PACE = 150
/** How long what was killed stays dead. */
const DEAD = 300

/** Steps whose turn comes only with the decision: until then the feed is asked for nothing. */
const LATE = /^(GET changes|commit (decide|cursor|withdraw|told)|POST withdrawal)/

/**
 * One case: a post is reported, sent and decided (or taken back), and at one step something dies or breaks. What a
 * person would do again is done again (a press that opened nothing, a Send that was not answered); nothing else is
 * helped along. Then the backend's tables are read.
 */
export async function runCase(on: On, one: Case, n: number): Promise<Verdict> {
  const { rig, server, wire, points } = on
  const permalink = addressOfPost(n)
  let revival: Promise<unknown> = Promise.resolve()
  const strikes = strikesOf(on, one, (work) => {
    revival = work
  })
  const arm = () => points.arm(one.point, strikes[one.fault])

  /** Tries until it is so; what fails because something is dead is tried again. */
  async function persist<T>(what: string, work: () => Promise<T | null | undefined | false>): Promise<T> {
    const end = Date.now() + PATIENCE
    let last: unknown = null
    while (Date.now() < end) {
      try {
        await revival
        await rig.revive()
        const found = await work()
        if (found) return found
      } catch (error) {
        last = error
      }
      await pause(PACE)
    }
    throw new Error(`Waited in vain for ${what}. ${last instanceof Error ? last.message : ''}`)
  }

  const rowOf = async (): Promise<Row | undefined> =>
    (await rowsOf(rig)).find(({ summary }) => summary.permalink === permalink)
  /** Waits for a state as a browser does that is used: something of ours is asked now and then. */
  const waitFor = (what: string, good: (row: Row & Taken) => boolean) =>
    persist(what, async () => {
      await value(rig, 'outbox.drain')
      const row = await rowOf()
      return row && good(row as Row & Taken) ? row : null
    })

  if (!LATE.test(one.point)) arm()
  await persist('the notice to be queued', () => report(rig, n, permalink, rowOf))
  const { id } = await waitFor('the receipt', ({ state }) => state === 'delivered')
  if (one.life === 'decided') {
    await persist('the decision', async () => {
      await server.decide(id)
      const [stored] = await server.stored(permalink)
      return stored?.decisions === 1
    })
    if (LATE.test(one.point)) arm()
    await waitFor('the decision', ({ state }) => state === 'decided')
  } else {
    if (LATE.test(one.point)) arm()
    await persist('the withdrawal', async () => {
      if (((await rowOf()) as (Row & Taken) | undefined)?.withdrawal) return true
      return value(rig, 'notice.withdraw', { noticeId: id, reason: 'A mistake.' }).then(() => true)
    })
    await waitFor('the backend to be told', ({ withdrawal }) => withdrawal?.told === true)
  }
  // A fault whose turn comes with the very last step strikes at the next look for news.
  await waitFor('the fault', () => points.struck() && wire.waiting() === null)
  return persist('the check', () => check(on, permalink, one.life))
}

type Taken = { withdrawal: { told: boolean } | null }

/** What each fault does at its step; `later` gets what brings things back. */
function strikesOf(
  { rig, server, wire }: On,
  { point, step }: Case,
  later: (work: Promise<unknown>) => void,
): Record<Fault, () => Promise<void>> {
  const back = () => later(pause(DEAD).then(() => server.start()))
  // The feed is asked now and then: what is about a notice's own way is not spent on that, while there is way left.
  const own = (until: string) => (name: string) =>
    LATE.test(point) || step > stepOf(until) || !name.startsWith('GET')
  return {
    'worker stopped': () => rig.stopWorker(),
    'browser killed': () => rig.kill(),
    async 'backend killed'() {
      await server.kill()
      back()
    },
    async 'database killed'() {
      await server.killDatabase()
      back()
    },
    'cut before the request': async () => wire.cutNext('before', own('POST notice: sent')),
    'cut in the upload': async () => wire.cutNext('half', own('POST notice: half')),
    'cut before the answer': async () => wire.cutNext('answer', own('POST notice: answered')),
  }
}

/** Reports the `n`-th post as a person does, as far as it has not been done; true when its notice is committed. */
async function report(
  rig: Rig,
  n: number,
  permalink: string,
  rowOf: () => Promise<Row | undefined>,
): Promise<boolean> {
  if (await rowOf()) return true
  const mine = async () =>
    (await draftsOf(rig)).find((one) => one.committed === null && one.permalink === permalink)
  let draft = await mine()
  if (!draft) {
    await rig.press(n)
    for (let asked = 0; !draft && asked < 20; asked++) {
      await pause(50)
      draft = await mine()
    }
    if (!draft) return false
  }
  const draftId = draft.id
  for (let asked = 0; asked < 300; asked++) {
    const { status } = await value<{ status: string }>(rig, 'draft.evidence', { draftId })
    if (status !== 'capturing') break
    await pause(50)
  }
  await value(rig, 'draft.submit', { draftId, form: await filled(rig, n) })
  return true
}

async function filled(rig: Rig, n: number): Promise<Form> {
  const asked = { query: 'spam', platform: 'bluesky', limit: 5 }
  const [ground] = await value<GroundHit[]>(rig, 'grounds.search', asked)
  if (!ground) throw new Error('No ground fits.')
  const use = {
    groundId: ground.id,
    why: `Account number ${n} posts advertisement number ${n * 7} below unrelated talks, within a minute of ${n * 3} others.`,
    passage: '',
    basis: '',
    territory: ground.territory,
    measure: 'none' as const,
    elements: ground.elements.map(() => true),
    answers: Object.fromEntries(
      ground.questions.flatMap(({ id, kind }) =>
        kind === 'text' ? [] : [[id, kind === 'level' ? 'high' : 'no']],
      ),
    ),
  }
  return { item: {}, grounds: [use], goodFaith: true, reference: '' }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
