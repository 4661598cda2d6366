import type { IDBPObjectStore } from 'idb'
import type { OutboxSchema } from './database'
import type { DraftRow } from './draft'
import type { NoticeRow } from './row'
import { NEEDS_REVIEWER, STATES, type State } from './state'
import { matches, type Outbox } from './store'

/** So many notices with a deadline are put in its order; what is beyond stands among the others. */
export const FRONT = 100
/** So many lines of each kind are read for the first sight of the queue, and so many rows along with any reading. */
const FIRST = 20
/** How many rows are read at once while searching. */
const CHUNK = 500
/** States in which a notice waits to go out. */
export const WAITING: readonly State[] = ['held', 'queued', 'sending']
/** States in which the platform still owes something, so that a legal deadline counts. */
const OPEN: readonly State[] = ['held', 'inReview', 'queued', 'sending', 'delivered']

/** The queue as its pages list it, notices by their ids; each stands in it once. */
export type Queue = {
  /** Wait for the reviewer: by the next deadline; those without one by state, the newest change first. */
  needs: string[]
  /** Open, with a legal deadline: the next first. */
  running: string[]
  /** Still being written, newest first. */
  drafts: DraftRow[]
  /** All others, the newest change first. */
  rest: string[]
  /** The rows of those that stand in front of all. */
  first: NoticeRow[]
  counts: Record<State, number>
  /** When the newest decision was made, milliseconds since 1970. */
  decidedAt: number | null
}

const inState = (state: State) => IDBKeyRange.bound([state], [state, []])
const urgency = (a: NoticeRow, b: NoticeRow) =>
  (a.deadlineAt ?? Number.POSITIVE_INFINITY) - (b.deadlineAt ?? Number.POSITIVE_INFINITY) ||
  b.updatedAt - a.updatedAt

/**
 * The whole queue in one transaction: ids by index, and only the few rows that are shown first or have a deadline.
 * What grows with the queue is the list of ids and the counting.
 */
export const readQueue = (outbox: Outbox): Promise<Queue> => read(outbox, null)

/**
 * What stands in front of the queue, for its first sight: as much work with ten thousand notices as with ten. Only
 * what waits is counted.
 */
export const readFront = (outbox: Outbox): Promise<Queue> => read(outbox, FIRST)

type Notices = IDBPObjectStore<OutboxSchema, ('notices' | 'drafts')[], 'notices', 'readonly'>

async function read(outbox: Outbox, limit: number | null): Promise<Queue> {
  const tx = (await outbox.database()).transaction(['notices', 'drafts'])
  const notices = tx.objectStore('notices')
  const counted = limit === null ? STATES : WAITING
  const [urgent, running, waiting, drafts, ids, counts, decided] = await Promise.all([
    soonest(notices, NEEDS_REVIEWER),
    soonest(notices, OPEN),
    Promise.all(NEEDS_REVIEWER.map((state) => newest(notices, 'state', inState(state), limit))),
    tx.objectStore('drafts').index('updated').getAll(),
    newest(notices, 'updated', null, limit === null ? null : 3 * limit),
    Promise.all(counted.map((state) => notices.index('state').count(inState(state)))),
    notices.index('state').openCursor(inState('decided'), 'prev'),
  ])
  const order = {
    needs: [...new Set([...urgent.map(({ id }) => id), ...waiting.reverse().flat()])],
    running: running.map(({ id }) => id),
  }
  const placed = new Set([...order.needs, ...order.running])
  const rest = ids.filter((id) => !placed.has(id))
  const shown = [...order.needs, ...order.running, ...rest].slice(0, FIRST)
  const first = await Promise.all(shown.map((id) => notices.get(id)))
  const open = drafts.filter(({ committed }) => committed === null).reverse()
  const figures = Object.fromEntries(counted.map((state, i) => [state, counts[i] ?? 0]))
  return {
    ...order,
    rest,
    drafts: open,
    first: first.filter((row) => row !== undefined),
    counts: { ...NONE, ...figures, draft: open.length },
    decidedAt: decided?.value.decision ? Date.parse(decided.value.decision.decidedAt) : null,
  }
}

const NONE = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<State, number>

/** Those with the next deadlines. */
async function soonest(notices: Notices, states: readonly State[]): Promise<NoticeRow[]> {
  const rows = states.map((state) => notices.index('deadline').getAll(inState(state), FRONT))
  return (await Promise.all(rows)).flat().sort(urgency).slice(0, FRONT)
}

/** Ids by an index, from its end; `limit`: not more than that. */
async function newest(
  notices: Notices,
  index: 'state' | 'updated',
  range: IDBKeyRange | null,
  limit: number | null,
): Promise<string[]> {
  if (limit === null) return (await notices.index(index).getAllKeys(range)).reverse()
  const ids: string[] = []
  let cursor = await notices.index(index).openKeyCursor(range, 'prev')
  for (; cursor && ids.length < limit; cursor = await cursor.continue()) ids.push(cursor.primaryKey)
  return ids
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
