import type { DraftRow } from './draft'
import type { NoticeRow } from './row'
import { NEEDS_REVIEWER, STATES, type State } from './state'
import { matches, type Outbox } from './store'

/** So many rows of a kind are put before the others; what is beyond stands among the rest. */
export const FRONT = 500
/** How many rows are read at once while searching. */
const CHUNK = 500
/** States in which the platform still owes something, so that a legal deadline counts. */
const OPEN: readonly State[] = ['held', 'inReview', 'queued', 'sending', 'delivered']

/** The queue as its pages list it; each notice stands in it once. */
export type Queue = {
  /** Wait for the reviewer: the next deadline first, then the newest. */
  needs: NoticeRow[]
  /** Open, with a legal deadline: the next first. */
  running: NoticeRow[]
  /** Still being written, newest first. */
  drafts: DraftRow[]
  /** Ids of all others, the newest change first. */
  rest: string[]
  counts: Record<State, number>
  /** When the newest decision was made, milliseconds since 1970. */
  decidedAt: number | null
}

const inState = (state: State) => IDBKeyRange.bound([state], [state, []])
const urgency = (a: NoticeRow, b: NoticeRow) =>
  (a.deadlineAt ?? Number.POSITIVE_INFINITY) - (b.deadlineAt ?? Number.POSITIVE_INFINITY) ||
  b.updatedAt - a.updatedAt

/**
 * Reads the queue in one transaction. Only what stands in front is read whole: ten thousand notices cost about as
 * much as ten.
 */
export async function readQueue(outbox: Outbox): Promise<Queue> {
  const tx = (await outbox.database()).transaction(['notices', 'drafts'])
  const notices = tx.objectStore('notices')
  const [needs, running, drafts, ids, counts, decided] = await Promise.all([
    Promise.all(NEEDS_REVIEWER.map((state) => notices.index('state').getAll(inState(state), FRONT))),
    Promise.all(OPEN.map((state) => notices.index('deadline').getAll(inState(state), FRONT))),
    tx.objectStore('drafts').index('updated').getAll(),
    notices.index('updated').getAllKeys(),
    Promise.all(STATES.map((state) => notices.index('state').count(inState(state)))),
    notices.index('state').openCursor(inState('decided'), 'prev'),
  ])
  const front = { needs: needs.flat().sort(urgency), running: running.flat().sort(urgency).slice(0, FRONT) }
  const placed = new Set([...front.needs, ...front.running].map(({ id }) => id))
  const open = drafts.filter(({ committed }) => committed === null).reverse()
  return {
    ...front,
    drafts: open,
    rest: ids.reverse().filter((id) => !placed.has(id)),
    counts: {
      ...(Object.fromEntries(STATES.map((state, i) => [state, counts[i] ?? 0])) as Record<State, number>),
      draft: open.length,
    },
    decidedAt: decided?.value.decision ? Date.parse(decided.value.decision.decidedAt) : null,
  }
}

/** The ids of all notices in a state, the newest change first. */
export async function readState(outbox: Outbox, state: State): Promise<string[]> {
  const keys = await (await outbox.database()).getAllKeysFromIndex('notices', 'state', inState(state))
  return keys.reverse()
}

/** Some notices by their ids; what is not there (any more) is left out. */
export async function readRows(outbox: Outbox, ids: readonly string[]): Promise<NoticeRow[]> {
  const { store } = (await outbox.database()).transaction('notices')
  const rows = await Promise.all(ids.map((id) => store.get(id)))
  return rows.filter((row) => row !== undefined)
}

/**
 * The ids of the notices that have all words of `query` in what lists show of them, newest first, as they are found:
 * each step reads some hundred rows, and gives what it found in them (often nothing).
 */
export async function* searchQueue(
  outbox: Outbox,
  query: string,
  state: State | null = null,
): AsyncGenerator<string[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const db = await outbox.database()
  // Ids sort by the time of their making (UUIDv7).
  const ids = await db.getAllKeys('notices')
  for (let end = ids.length - 1; end >= 0; end -= CHUNK) {
    const range = IDBKeyRange.bound(ids[Math.max(0, end - CHUNK + 1)], ids[end])
    const rows = await db.getAll('notices', range)
    const found = rows.filter((row) => (state === null || row.state === state) && matches(row, words))
    yield found.reverse().map(({ id }) => id)
  }
}
