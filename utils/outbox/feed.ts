import { z } from 'zod'
import type { ChangePage } from '../connectors/connector'
import { waitOf } from '../connectors/http'
import { decisionFacts } from '../ledger/facts'
import { Change } from '../notice'
import { ProblemError, toProblem } from '../problem'
import { Breaker } from './breaker'
import type { NoticeRow } from './row'
import type { State } from './state'
import type { OpenConnection, WorkerParts } from './worker'

type FeedParts = Pick<WorkerParts, 'outbox' | 'open' | 'note' | 'now'> & {
  connections: () => Promise<string[]>
  /** A notice may go out now that could not before. */
  approved?: () => void
}

/** Longest chain of pages that is followed at once; what is left comes with the next look. */
const MAX_PAGES = 20
/** So many changes can wait for their notice's receipt. */
const MAX_EARLY = 1000
const Early = z.array(Change)
/** States that a notice leaves by itself or by the second reviewer's word. */
const ON_ITS_WAY: readonly State[] = ['held', 'inReview', 'queued']

/**
 * Brings decisions back: reads each connection's change feed from where it was left. The cursor moves on only when
 * everything before it is written down, so a change is seen at least once, and applying it twice changes nothing.
 */
export class Feed {
  #running: Promise<void> | null = null

  readonly #breaker: Breaker

  constructor(private readonly parts: FeedParts) {
    this.#breaker = new Breaker(parts.outbox, Math.random)
  }

  /** Reads all feeds; a call during a run joins it. */
  poll(): Promise<void> {
    this.#running ??= this.#all().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #all(): Promise<void> {
    if (await this.parts.outbox.readOnly()) return
    const ids = await this.parts.connections()
    await Promise.allSettled(ids.map((id) => this.#one(id)))
  }

  async #one(id: string): Promise<void> {
    const opened = await this.parts.open(id)
    if (!opened || (await this.#breaker.asked(id, this.#now())) > this.#now()) return
    // That it may read says nothing of whether it may report.
    const refused = opened.connection.problem?.code === 'accountRefused'
    try {
      await this.#applyAll(id, [])
      for (let page = 0; page < MAX_PAGES; page++) if (!(await this.#page(id, opened))) break
      if (!refused) await this.parts.note(id, null)
    } catch (error) {
      const wait = waitOf(error)
      if (wait !== null) await this.#breaker.failed(id, wait, this.#now())
      await this.parts.note(id, toProblem(error))
    }
  }

  /** True when there is more to read at once. */
  async #page(id: string, { connector, access }: OpenConnection): Promise<boolean> {
    const { outbox } = this.parts
    const name = `cursor:${id}`
    const kept = await outbox.getMeta(name)
    const cursor = typeof kept === 'string' ? kept : null
    let page: ChangePage
    try {
      page = await connector.changes(cursor, access, AbortSignal.timeout(30_000))
    } catch (error) {
      // The backend does not know this cursor any more (restored from a backup): read again from the beginning.
      if (!(error instanceof ProblemError) || error.problem.code !== 'notFound' || cursor === null)
        throw error
      await outbox.putMeta(name, null)
      return true
    }
    await this.#applyAll(id, page.changes)
    if (page.cursor !== cursor) await outbox.putMeta(name, page.cursor)
    return page.more && page.cursor !== cursor
  }

  /**
   * Applies what was early before, then what is new. What is early now is written down before the cursor moves on,
   * so that one notice that waits holds up no other's decision.
   */
  async #applyAll(id: string, changes: readonly Change[]): Promise<void> {
    const { outbox } = this.parts
    const name = `early:${id}`
    const kept = Early.safeParse(await outbox.getMeta(name))
    const before = kept.success ? kept.data : []
    const early: Change[] = []
    for (const change of [...before, ...changes]) if (!(await this.#apply(id, change))) early.push(change)
    if (early.length || before.length) await outbox.putMeta(name, early.slice(-MAX_EARLY))
  }

  /**
   * False when the notice is on its way: its receipt is written first, then the change is taken. A backend speaks of
   * the notices that went to it, whatever it says.
   */
  async #apply(id: string, change: Change): Promise<boolean> {
    const { outbox } = this.parts
    const { noticeId, decision } = change
    const row = await outbox.get(noticeId)
    if (row?.connectionId !== id) return true
    if (change.timestamp !== undefined && row.evidence)
      await outbox.keepTimestamp(row.evidence.sha256, change.timestamp)
    if (change.type === 'approved' || change.type === 'returned') return this.#settle(row, change)
    if (!decision) return true
    if (row.decision?.id === decision.id && row.decision.decidedAt === decision.decidedAt) return true
    if (row.state === 'sending' || row.state === 'queued') return false
    // Never sent: the backend can have decided nothing.
    if (row.attempts === 0 && !row.imported) return true
    if (ON_ITS_WAY.includes(row.state)) return false
    const step = await outbox.step(
      row,
      { type: 'decide', decision },
      { reviewer: row.accountId, facts: decisionFacts(decision) },
      this.#now(),
    )
    return step !== null || (await outbox.get(noticeId))?.updatedAt === row.updatedAt
  }

  /**
   * The second reviewer's word. Only on what was asked for and is still open, and never the author's own: whoever
   * says so, a notice is not approved by the account that signed it.
   */
  async #settle(row: NoticeRow, { type, by = '', note: reason = '' }: Change): Promise<boolean> {
    const { review, accountId } = row
    // The machine that it came from has asked: here the answer counts as soon as this one has asked, too.
    if (row.imported && ON_ITS_WAY.includes(row.state) && !review?.attempts) return false
    const open = row.state === 'inReview' || row.state === 'refused'
    if (!open || !review || review.attempts === 0 || review.verdict !== null) return true
    if (by === '' || by === accountId) return true
    const { outbox } = this.parts
    const event = { type: type === 'approved' ? 'approve' : 'return', by, reason } as const
    const step = await outbox.step(row, event, { reviewer: accountId, facts: { by } }, this.#now())
    if (step && type === 'approved') this.parts.approved?.()
    return step !== null || (await outbox.get(row.id))?.updatedAt === row.updatedAt
  }

  #now(): number {
    return (this.parts.now ?? Date.now)()
  }
}
