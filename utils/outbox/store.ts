import { chain, type LedgerEntry } from '../ledger/entry'
import type { LedgerHead } from '../notice'
import { ProblemError } from '../problem'
import { type BodyRow, DATABASE, isReadOnly, type OutboxDatabase, openDatabase } from './database'
import type { DraftRow } from './draft'
import type { Light } from './light'
import { type Event, transition } from './machine'
import type { ItemState, NoticeRow } from './row'
import { STATES, type State } from './state'
import { askStep, asksMore, openStep, writeStep } from './step'

export type ListOptions = { states?: readonly State[]; search?: string; limit: number; before?: number }

/** What a step writes besides the row: who did it, and figures for the ledger. */
export type StepFacts = { reviewer: string; facts?: LedgerEntry['facts'] }

type Head = LedgerHead | null
/** 40 MiB in all. */
const SCRUB_BYTES = 32 * 1024
const SCRUB_VALUES = 128
const SCRUB_ROUNDS = 10

/**
 * The durable queue. Every step of a notice and its ledger line are one transaction with durability `strict`; a
 * step is compare-and-set on the state that the caller saw, so two windows can't both take it.
 */
export class Outbox {
  #db: Promise<OutboxDatabase> | null = null
  #head: Head | undefined
  #version = 0

  /**
   * `changed` runs after each committed change (badge, pages), with the notice as it is now; without for drafts.
   * `name` tells the database that is in use.
   */
  constructor(
    private readonly changed: (row?: NoticeRow) => void = () => {},
    private readonly name: () => Promise<string> = async () => DATABASE,
  ) {}

  /** Rises with each change, so that what was read before can be told from what is there now. */
  get version(): number {
    return this.#version
  }

  /** Another page of ours has written past this object: what was read before may be old. */
  changedElsewhere(): void {
    this.#version += 1
    this.#head = undefined
  }

  #tell(row?: NoticeRow): void {
    this.#version += 1
    this.changed(row)
  }

  /** The ledger's last line; null: there is none yet. */
  async head(): Promise<Head> {
    this.#head ??= await readHead(await this.#open())
    return this.#head
  }

  /** The open database, for the reads of `queue.ts`. Nobody writes but through the methods here. */
  database(): Promise<OutboxDatabase> {
    return this.#open()
  }

  #open(): Promise<OutboxDatabase> {
    const closed = () => {
      this.#db = null
      // It may have been deleted, and its ledger with it.
      this.#head = undefined
    }
    this.#db ??= this.name()
      .then((name) => openDatabase(name, closed))
      .catch((error: unknown) => {
        this.#db = null
        throw new ProblemError({ code: 'storageBroken', params: { detail: String(error) } })
      })
    return this.#db
  }

  /** Was it written by a newer version of this code? Then nothing is changed and nothing is sent. */
  async readOnly(): Promise<boolean> {
    return isReadOnly(await this.#open())
  }

  /**
   * The database for whoever writes.
   * @throws ProblemError `storageNewer` where it may only be read.
   */
  async toWrite(): Promise<OutboxDatabase> {
    const db = await this.#open()
    if (isReadOnly(db)) throw new ProblemError({ code: 'storageNewer' })
    return db
  }

  async get(id: string): Promise<NoticeRow | undefined> {
    return (await this.#open()).get('notices', id)
  }

  /** The JSON text as it is sent; undefined when retention has removed it. */
  async body(id: string): Promise<string | undefined> {
    return (await (await this.#open()).get('contents', id))?.body
  }

  /** Every notice on an address, the newest first. */
  async allByPermalink(permalink: string): Promise<NoticeRow[]> {
    const rows = await (await this.#open()).getAllFromIndex('notices', 'permalink', permalink)
    return rows.sort((a, b) => b.createdAt - a.createdAt)
  }

  /** The newest notice on an address. */
  async byPermalink(permalink: string): Promise<NoticeRow | undefined> {
    return (await this.allByPermalink(permalink))[0]
  }

  async byDraft(draftId: string): Promise<NoticeRow | undefined> {
    return (await this.#open()).getFromIndex('notices', 'draft', draftId)
  }

  /** States of several items at once, for their actions on the page. */
  async states(permalinks: readonly string[]): Promise<Record<string, ItemState>> {
    const found: Record<string, ItemState> = {}
    await Promise.all(
      permalinks.map(async (permalink) => {
        const row = await this.byPermalink(permalink)
        if (row) found[permalink] = itemState(row)
      }),
    )
    return found
  }

  /** Newest first; `before` continues after a row's `updatedAt`. Search looks into the summary only. */
  async list({ states, search, limit, before }: ListOptions): Promise<NoticeRow[]> {
    const range = before === undefined ? null : IDBKeyRange.upperBound(before, true)
    const words = search?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
    const rows: NoticeRow[] = []
    const tx = (await this.#open()).transaction('notices')
    let cursor = await tx.store.index('updated').openCursor(range, 'prev')
    while (cursor && rows.length < limit) {
      const row = cursor.value
      if ((!states || states.includes(row.state)) && matches(row, words)) rows.push(row)
      cursor = await cursor.continue()
    }
    return rows
  }

  async counts(): Promise<Record<State, number>> {
    const index = (await this.#open()).transaction('notices').store.index('due')
    const counts = await Promise.all(
      STATES.map((state) => index.count(IDBKeyRange.bound([state], [state, []]))),
    )
    return Object.fromEntries(STATES.map((state, i) => [state, counts[i] ?? 0])) as Record<State, number>
  }

  /** All notices in a state, by their time; up to `until`, milliseconds since 1970. */
  async due(state: State, until = Number.MAX_SAFE_INTEGER): Promise<NoticeRow[]> {
    return (await this.#open()).getAllFromIndex('notices', 'due', IDBKeyRange.bound([state], [state, until]))
  }

  async history(noticeId: string): Promise<LedgerEntry[]> {
    return (await this.#open()).getAllFromIndex('ledger', 'notice', noticeId)
  }

  async entry(seq: number): Promise<LedgerEntry | undefined> {
    return (await this.#open()).get('ledger', seq)
  }

  /** The whole ledger in order. */
  async ledger(): Promise<LedgerEntry[]> {
    return (await this.#open()).getAll('ledger')
  }

  /** Drafts that are still being written, newest first. */
  async drafts(): Promise<DraftRow[]> {
    const rows = await (await this.#open()).getAllFromIndex('drafts', 'updated')
    return rows.filter((row) => row.committed === null).reverse()
  }

  async draft(id: string): Promise<DraftRow | undefined> {
    return (await this.#open()).get('drafts', id)
  }

  async draftByNonce(nonce: string): Promise<DraftRow | undefined> {
    return (await this.#open()).getFromIndex('drafts', 'nonce', nonce)
  }

  /** Keeps a draft. Not `strict`: called at every pause of the typing. */
  async putDraft(draft: DraftRow): Promise<void> {
    await (await this.toWrite()).put('drafts', draft)
    this.#tell()
  }

  /** An uncommitted draft on an address, the newest. */
  async draftByPermalink(permalink: string): Promise<DraftRow | undefined> {
    return (await this.drafts()).find((row) => row.permalink === permalink)
  }

  /** Removes a draft and, unless a notice or another draft needs it, its evidence. */
  async dropDraft(id: string): Promise<void> {
    const tx = (await this.toWrite()).transaction(['drafts', 'bodies', 'notices'], 'readwrite')
    const draft = await tx.objectStore('drafts').get(id)
    await tx.objectStore('drafts').delete(id)
    for (const sha256 of new Set([draft?.evidence, draft?.whole])) {
      if (!sha256) continue
      const used = await tx.objectStore('notices').index('evidence').count(sha256)
      const shared = (await tx.objectStore('drafts').getAll()).some(
        ({ evidence, whole }) => evidence === sha256 || whole === sha256,
      )
      if (used === 0 && !shared) await tx.objectStore('bodies').delete(sha256)
    }
    await tx.done
    this.#tell()
  }

  async putEvidence(body: BodyRow): Promise<void> {
    await (await this.toWrite()).put('bodies', body)
  }

  async evidence(sha256: string): Promise<BodyRow | undefined> {
    return (await this.#open()).get('bodies', sha256)
  }

  /** Keeps an authority's timestamp beside the bundle that it is over, if that is still here. */
  async keepTimestamp(sha256: string, timestamp: string): Promise<void> {
    const tx = (await this.toWrite()).transaction('bodies', 'readwrite', { durability: 'strict' })
    const body = await tx.store.get(sha256)
    if (body) await tx.store.put({ ...body, timestamp })
    await tx.done
    this.#tell()
  }

  async dropEvidence(sha256: string): Promise<void> {
    await (await this.toWrite()).delete('bodies', sha256)
  }

  /**
   * Makes the browser's database drop what was deleted from its files, too. Chromium's (LevelDB) only does so when a
   * level is full and is merged into the next, so it is given more than its first level of 10 MiB holds. Random bytes,
   * because it compresses; in values below 64 KiB, because larger ones go into files of their own.
   */
  async scrub(): Promise<void> {
    const db = await this.toWrite()
    for (let round = 0; round < SCRUB_ROUNDS; round++) {
      const tx = db.transaction('meta', 'readwrite')
      for (let i = 0; i < SCRUB_VALUES; i++) {
        const value = crypto.getRandomValues(new Uint8Array(SCRUB_BYTES))
        tx.store.put({ name: `scrub:${round}:${i}`, value })
      }
      await tx.done
    }
    await db.delete('meta', IDBKeyRange.bound('scrub:', 'scrub:\uffff'))
  }

  async getMeta(name: string): Promise<unknown> {
    return (await (await this.#open()).get('meta', name))?.value
  }

  async putMeta(name: string, value: unknown): Promise<void> {
    await (await this.toWrite()).put('meta', { name, value })
  }

  /**
   * Commits a new notice: row, sent text and first ledger line in one strict transaction; the draft is kept, out of
   * sight, until the notice is sent. A draft that was committed before gives its first notice again, so that a
   * lost answer doubles nothing.
   */
  commit(row: NoticeRow, body: string, draft: DraftRow, step: StepFacts): Promise<NoticeRow> {
    return this.#write('submit', 'draft', row, step, { body, draft: { ...draft, committed: row.id } })
  }

  /** Applies an event to the notice as the caller saw it; null when the notice has moved on or can't do that. */
  async step(seen: NoticeRow, event: Event, step: StepFacts, now = Date.now()): Promise<NoticeRow | null> {
    const next = transition(seen, event, now)
    return next && this.#write(event.type, seen.state, next, step, { seen }).catch(ifMoved)
  }

  /** The notice goes on with lighter evidence: row, bytes, bundle and ledger line in one transaction. */
  async lighten(seen: NoticeRow, light: Light, step: StepFacts, now = Date.now()): Promise<NoticeRow | null> {
    const { bodyDigest, evidence } = light
    const next = transition(seen, { type: 'lighten', bodyDigest, evidence }, now)
    return next && this.#write('lighten', seen.state, next, step, { seen, light }).catch(ifMoved)
  }

  /** Undo: the notice's row ends and the draft is there again, in one transaction. */
  async undo(seen: NoticeRow, draft: DraftRow, step: StepFacts, now = Date.now()): Promise<boolean> {
    const next = transition(seen, { type: 'undo' }, now)
    if (!next) return false
    const back = { ...draft, committed: null, updatedAt: now }
    return (await this.#write('undo', seen.state, next, step, { seen, draft: back }).catch(ifMoved)) !== null
  }

  async #write(
    event: string,
    from: State,
    row: NoticeRow,
    { reviewer, facts = {} }: StepFacts,
    extra: { seen?: NoticeRow; body?: string; draft?: DraftRow; light?: Light },
  ): Promise<NoticeRow> {
    const db = await this.toWrite()
    for (;;) {
      const head = await this.head()
      const at = new Date(row.updatedAt).toISOString()
      const entry = await chain(head, { at, noticeId: row.id, event, from, to: row.state, reviewer, facts })
      const tx = openStep(db)
      // Asked and written in one go, for a person waits; what was asked is answered first, and takes it all back.
      const asked = askStep(tx, row, extra.body !== undefined)
      const written = writeStep(tx, event, row, entry, extra)
      // Whatever of it could not be written (no room), none of it is.
      written.catch(() => abort(tx))
      // Said once below; not said again by each of them.
      for (const going of [asked, tx.done]) going.catch(() => {})
      const [current, double, last] = await Promise.race([asked, failed(written)])
      const moved =
        extra.seen && (current?.state !== extra.seen.state || current.updatedAt !== extra.seen.updatedAt)
      const behind = (last?.key ?? 0) !== (head?.seq ?? 0)
      if (double || moved || behind) {
        tx.abort()
        await Promise.allSettled([tx.done, written])
        if (double) return double
        if (moved) throw new Moved()
        this.#head = undefined
        continue
      }
      // What removes evidence asks for more first; all else has been asked for and need not wait to be told.
      if (!asksMore(event)) tx.commit()
      await Promise.all([written, tx.done])
      this.#head = { seq: entry.seq, hash: entry.hash }
      this.#tell(row)
      return row
    }
  }
}

/** Never answers but by failing, as `work` does. */
const failed = (work: Promise<unknown>): Promise<never> => work.then(() => new Promise<never>(() => {}))

function abort(tx: { abort: () => void }): void {
  try {
    tx.abort()
  } catch {
    // It is over already.
  }
}

/** The notice had moved on when the step was to be written. */
class Moved extends Error {}
const ifMoved = (error: unknown): null => {
  if (error instanceof Moved) return null
  throw error
}

async function readHead(db: OutboxDatabase): Promise<Head> {
  const cursor = await db.transaction('ledger').store.openCursor(null, 'prev')
  return cursor ? { seq: cursor.value.seq, hash: cursor.value.hash } : null
}

/** Has the notice all these words (in lower case) in what lists show of it? */
export function matches(row: NoticeRow, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const { platform, permalink, author, text, grounds } = row.summary
  const hay = [platform, permalink, author, text, row.state, row.receipt?.id, ...grounds.map((g) => g.label)]
    .join(' ')
    .toLowerCase()
  return words.every((word) => hay.includes(word))
}

/** What the action on the page shows of a notice. */
export function itemState(row: NoticeRow): ItemState {
  return { state: row.state, at: row.createdAt, outcome: row.decision?.outcome ?? null }
}
