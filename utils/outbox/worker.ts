import type { Access, AskOutcome, Connector, Outcome, Parcel } from '../connectors/connector'
import { waitOf } from '../connectors/http'
import { isPause } from '../connectors/pause'
import { unbox } from '../evidence/box'
import type { Connection } from '../messages'
import type { Problem } from '../problem'
import { toProblem } from '../problem'
import { backoff } from './backoff'
import { Breaker } from './breaker'
import type { Light } from './light'
import { type Event, NEVER } from './machine'
import { hasLeftHere, type NoticeRow } from './row'
import type { State } from './state'
import type { Outbox } from './store'
import { isMetered } from './thrift'

/** Longer than one attempt can take: evidence in 25 s requests, then the notice. */
const LEASE = 120_000
/** A notice that was written further ahead of now than this is from before the clock was set back. */
const CLOCK_SLACK = 60_000
/** When to look again after the storage failed. */
const AFTER_ERROR = 30_000
/** How many notices of one connection are under way at once, once it has answered well. */
const PARALLEL = 3

export type OpenConnection = { connection: Connection; connector: Connector; access: Access }

/** Runs the work unless another window does it; `alone`: nobody else can be sending meanwhile. */
export type Lock = (work: (alone: boolean) => Promise<void>) => Promise<void>

export type WorkerParts = {
  outbox: Outbox
  open: (connectionId: string) => Promise<OpenConnection | null>
  note: (connectionId: string, problem: Problem | null) => Promise<void>
  /** Due process, asked before the first attempt: why it may not leave; `review`: not without a second reviewer. */
  judge: (row: NoticeRow, body: string) => Promise<Problem | 'review' | null>
  /** The same notice with lighter evidence, for a backend that finds it too large; null: there is none. */
  lighten?: (row: NoticeRow, body: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Light | null>
  paused: () => Promise<boolean>
  /** Wake me then: milliseconds since 1970, null when nothing waits. */
  wakeAt: (due: number | null) => void
  lock?: Lock
  now?: () => number
  random?: () => number
}

/**
 * The outbox's worker: takes what is due, sends it, writes down what came of it. One send is a transaction (lease,
 * attempt), the HTTP exchange, and a transaction (receipt, state, ledger line). It may die at any point: what was
 * being sent goes out again under the same key.
 */
export class Worker {
  #running: Promise<void> | null = null
  #again = false
  readonly #breaker: Breaker

  constructor(private readonly parts: WorkerParts) {
    this.#breaker = new Breaker(parts.outbox, () => this.#random())
  }

  #now(): number {
    return (this.parts.now ?? Date.now)()
  }

  #random(): number {
    return (this.parts.random ?? Math.random)()
  }

  /** Sends what is due. Calls during a run make it look again; only one window of the browser drains at a time. */
  drain(): Promise<void> {
    this.#again = true
    this.#running ??= this.#loop()
    return this.#running
  }

  /** The reviewer wants it tried now: the connection's breaker is closed. */
  async tryNow(connectionId: string): Promise<void> {
    await this.#breaker.close(connectionId)
  }

  async #loop(): Promise<void> {
    const { lock = webLock } = this.parts
    try {
      while (this.#again) {
        this.#again = false
        await lock((alone) => this.#round(alone))
        // Whoever calls while this is looked up is served by another round, not forgotten.
        if (!this.#again) this.parts.wakeAt(await this.#nextDue())
      }
    } catch (error) {
      // The storage failed (full, broken, closed under us): nothing is lost by looking again later.
      this.parts.wakeAt(this.#now() + AFTER_ERROR)
      throw error
    } finally {
      this.#running = null
    }
  }

  async #round(alone: boolean): Promise<void> {
    const { outbox } = this.parts
    if ((await this.parts.paused()) || (await outbox.readOnly())) return
    const now = this.#now()
    for (const row of await outbox.due('sending')) {
      // Alone, with nothing under way, whatever was being sent died with its worker. Otherwise its lease has to be
      // over; one further ahead than a lease can be comes from a clock that was set back.
      const left = (row.leaseUntil ?? 0) - now
      if (alone || left <= 0 || left > LEASE)
        await outbox.step(row, { type: 'leaseExpired' }, facts(row), now)
    }
    for (const row of await this.#ripe('held', now)) await outbox.step(row, { type: 'due' }, facts(row), now)
    const rows: NoticeRow[] = []
    for (const state of WAITING) rows.push(...(await this.#ripe(state, now)))
    const byConnection = groupBy(rows, (row) => row.connectionId)
    await Promise.all(Array.from(byConnection, ([id, list]) => this.#serve(id, list.sort(urgency))))
  }

  /** The connection if it may be used now; otherwise when it may, `Infinity`: not before the reviewer has acted. */
  async #gate(connectionId: string): Promise<OpenConnection | number> {
    const opened = await this.parts.open(connectionId)
    if (!opened || isPause(opened.connection.problem)) return Number.POSITIVE_INFINITY
    const until = await this.#breaker.until(connectionId, this.#now())
    return until > this.#now() ? until : opened
  }

  /** One connection's notices: the first is the probe; while the backend fails, the others stay where they are. */
  async #serve(connectionId: string, rows: NoticeRow[]): Promise<void> {
    const opened = await this.#gate(connectionId)
    const [probe, ...rest] = rows
    if (typeof opened === 'number' || !probe || !(await this.#handle(probe, opened))) return
    const lanes = Array.from({ length: Math.min(isMetered() ? 1 : PARALLEL, rest.length) }, async () => {
      for (let row = rest.shift(); row; row = rest.shift()) {
        if (!(await this.#handle(row, opened))) rest.length = 0
      }
    })
    await Promise.all(lanes)
  }

  /** True when the connection is well enough for the next one. */
  async #handle(row: NoticeRow, opened: OpenConnection): Promise<boolean> {
    const failure = await this.#go(row, opened)
    await this.parts.note(row.connectionId, failure?.problem ?? null)
    if (!failure) await this.#breaker.well(row.connectionId, this.#now())
    else if (!isPause(failure.problem))
      await this.#breaker.failed(row.connectionId, failure.afterMs, this.#now())
    return failure === null
  }

  #go(row: NoticeRow, opened: OpenConnection): Promise<Failure> {
    if (row.state === 'withdrawn') return this.#tell(row, opened)
    return row.state === 'inReview' ? this.#ask(row, opened) : this.#send(row, opened)
  }

  /** Brings a notice to its second reviewer: the same bytes under the same key at every attempt, as it will be sent. */
  async #ask(seen: NoticeRow, { connector, access }: OpenConnection): Promise<Failure> {
    const { outbox } = this.parts
    if (await this.#stopped(seen)) return null
    const until = this.#now() + LEASE
    const row = await outbox.step(seen, { type: 'ask', until }, reviewFacts(seen), this.#now())
    if (!row) return null
    const parcel = await this.#parcel(row)
    const outcome: AskOutcome = !parcel
      ? { kind: 'mend', problem: { code: 'evidenceGone' } }
      : !connector.reviews
        ? { kind: 'mend', problem: { code: 'noReviewHere' } }
        : await connector.reviews
            .ask(parcel, access, AbortSignal.timeout(LEASE - 10_000))
            .catch((error): AskOutcome => ({ kind: 'retry', problem: toProblem(error), afterMs: null }))
    if (parcel && (await this.#lighter(row, outcome, parcel))) return null
    const event = this.#askEvent(row, outcome)
    const more: Record<string, string> = outcome.kind === 'asked' ? {} : { problem: outcome.problem.code }
    // Withdrawn or decided meanwhile: then the answer says nothing new.
    await outbox.step(row, event, reviewFacts(row, more), this.#now())
    if (outcome.kind === 'retry') return outcome
    return outcome.kind === 'pause' ? { problem: outcome.problem, afterMs: null } : null
  }

  #askEvent({ review }: NoticeRow, outcome: AskOutcome): Event {
    if (outcome.kind === 'asked') return { type: 'asked' }
    const { problem } = outcome
    if (outcome.kind === 'mend') return { type: 'mend', problem }
    const now = this.#now()
    if (outcome.kind === 'pause') return { type: 'retry', at: now, problem, counts: false }
    const at = now + backoff((review?.attempts ?? 1) - 1, outcome.afterMs, () => this.#random())
    return { type: 'retry', at, problem, counts: true }
  }

  async #send(seen: NoticeRow, { connector, access }: OpenConnection): Promise<Failure> {
    const { outbox } = this.parts
    if (await this.#stopped(seen)) return null
    const send = { type: 'send', until: this.#now() + LEASE } as const
    const row = await outbox.step(seen, send, facts(seen), this.#now())
    if (!row) return null
    const parcel = await this.#parcel(row)
    const outcome: Outcome = parcel
      ? await this.#deliver(parcel, { connector, access }, mayBeThere(seen))
      : { kind: 'mend', problem: { code: 'evidenceGone' } }
    if (parcel && (await this.#lighter(row, outcome, parcel))) return null
    await this.#settle(row, outcome)
    // Still being taken, or too early for this one: that says nothing of the others.
    if (outcome.kind === 'retry') return outcome.problem.code === 'inProgress' ? null : outcome
    return outcome.kind === 'pause' ? { problem: outcome.problem, afterMs: null } : null
  }

  /**
   * One attempt. Where a second one would be a second notice, the backend is asked first whether it has it: when it was
   * sent before (`before`) and nobody knows how that ended, and when nobody knows how this one ended.
   */
  async #deliver(
    parcel: Parcel,
    to: Pick<OpenConnection, 'connector' | 'access'>,
    before: boolean,
  ): Promise<Outcome> {
    const { connector, access } = to
    const signal = AbortSignal.timeout(LEASE - 10_000)
    const look = async (): Promise<Outcome | null> => {
      try {
        const receipt = await connector.lookUp?.(parcel, access, signal)
        return receipt ? { kind: 'receipt', receipt } : null
      } catch (error) {
        return { kind: 'lost', problem: toProblem(error) }
      }
    }
    const found = before ? await look() : null
    if (found) return found
    const outcome = await connector.deliver(parcel, access, signal).catch(
      (error): Outcome => ({
        kind: connector.lookUp ? 'lost' : 'retry',
        problem: toProblem(error),
        afterMs: null,
      }),
    )
    if (outcome.kind !== 'lost' || !connector.lookUp) return outcome
    return (await look()) ?? { kind: 'retry', problem: outcome.problem, afterMs: null }
  }

  /**
   * Is the notice refused, or kept for a second reviewer, before it has ever left? What was sent once may have
   * arrived: then the backend's answer counts, and nothing here calls it refused.
   */
  async #stopped(seen: NoticeRow): Promise<boolean> {
    const { outbox, judge } = this.parts
    // Where another machine may have sent it, a second reviewer is asked all the same: that is harmless.
    const body = hasLeftHere(seen) ? undefined : await outbox.body(seen.id)
    const problem = body === undefined ? null : await judge(seen, body)
    if (!problem || (seen.imported && problem !== 'review')) return false
    if (problem === 'review') {
      if (seen.state === 'inReview') return false
      if (await outbox.step(seen, { type: 'review' }, facts(seen), this.#now())) this.#again = true
      return true
    }
    const more = { problem: problem.code }
    await outbox.step(seen, { type: 'mend', problem }, facts(seen, more), this.#now())
    return true
  }

  /**
   * The backend finds the evidence too large: the notice goes on without media, once, and says so. That the evidence is
   * not there means that nothing naming it is: other bytes can go under the same key.
   */
  async #lighter(
    row: NoticeRow,
    outcome: Outcome | AskOutcome,
    { body, evidence }: Parcel,
  ): Promise<boolean> {
    const { outbox, lighten } = this.parts
    const large = outcome.kind === 'mend' && outcome.problem.code === 'evidenceTooLarge'
    if (!large || !lighten || !evidence || row.lightened) return false
    const light = await lighten(row, body, await evidence.read()).catch(() => null)
    if (!light) return false
    const said = { evidence: light.evidence.sha256, body: light.bodyDigest, before: evidence.sha256 }
    if (!(await outbox.lighten(row, light, facts(row, said), this.#now()))) return false
    this.#again = true
    return true
  }

  /** Writes the outcome down, also when the reviewer has withdrawn the notice meanwhile. */
  async #settle(sent: NoticeRow, outcome: Outcome): Promise<void> {
    const { outbox } = this.parts
    for (let row: NoticeRow | undefined = sent; row?.state === 'sending'; row = await outbox.get(sent.id)) {
      const { event, more } = this.#event(row, outcome)
      if (await outbox.step(row, event, facts(row, more), this.#now())) {
        if (event.type === 'receipt') await this.#corrected(row)
        return
      }
    }
  }

  /** The backend has a correction: the notice that it corrects says so from now on. */
  async #corrected({ id, corrects }: NoticeRow): Promise<void> {
    const { outbox } = this.parts
    const old = corrects ? await outbox.get(corrects) : undefined
    if (old) await outbox.step(old, { type: 'corrected', by: id }, facts(old, { by: id }), this.#now())
  }

  #event(row: NoticeRow, outcome: Outcome): { event: Event; more: Record<string, string> } {
    if (outcome.kind === 'receipt') {
      const { id, body } = outcome.receipt
      return { event: { type: 'receipt', receipt: outcome.receipt }, more: { receipt: id, body } }
    }
    const { problem } = outcome
    const more = { problem: problem.code }
    const now = this.#now()
    if (outcome.kind === 'mend' || outcome.kind === 'lost')
      return { event: { type: outcome.kind, problem }, more }
    if (outcome.kind === 'pause') return { event: { type: 'retry', at: now, problem, counts: false }, more }
    const at = now + backoff(row.attempts - 1, outcome.afterMs, () => this.#random())
    return { event: { type: 'retry', at, problem, counts: true }, more }
  }

  /** Tells the backend that a notice, which it has or may have, is withdrawn. */
  async #tell(row: NoticeRow, { connector, access }: OpenConnection): Promise<Failure> {
    const { outbox } = this.parts
    const reason = row.withdrawal?.reason ?? ''
    try {
      await connector.withdraw(row.id, reason, access, AbortSignal.timeout(LEASE - 10_000))
    } catch (error) {
      const problem = toProblem(error)
      const afterMs = waitOf(error)
      const at = this.#now() + backoff(row.attempts, afterMs, () => this.#random())
      await outbox.step(
        row,
        { type: 'tellLater', at, problem },
        facts(row, { problem: problem.code }),
        this.#now(),
      )
      return { problem, afterMs }
    }
    await outbox.step(row, { type: 'told' }, facts(row), this.#now())
    return null
  }

  async #parcel(row: NoticeRow): Promise<Parcel | null> {
    const { outbox } = this.parts
    const body = await outbox.body(row.id)
    if (body === undefined) return null
    const { id, bodyDigest, evidence } = row
    const ledger = await outbox.head()
    if (!evidence) return { id, body, bodyDigest, evidence: null, ledger }
    const kept = await outbox.evidence(evidence.sha256)
    const { key } = evidence
    if (!kept || key === null) return null
    const read = () => unbox(key, kept.boxed)
    return { id, body, bodyDigest, evidence: { ...evidence, read }, ledger }
  }

  /** The notices in a state whose time has come. */
  async #ripe(state: State, now: number): Promise<NoticeRow[]> {
    return (await this.parts.outbox.due(state, NEVER - 1)).filter((row) => dueAt(row, now) <= now)
  }

  /** When there is something to do next, by the notices' times and their connections' gates. */
  async #nextDue(): Promise<number | null> {
    const { outbox } = this.parts
    if ((await this.parts.paused()) || (await outbox.readOnly())) return null
    const now = this.#now()
    const times: number[] = []
    const waiting: NoticeRow[] = []
    for (const row of await outbox.due('held')) times.push(dueAt(row, now))
    for (const row of await outbox.due('sending')) times.push(row.leaseUntil ?? 0)
    for (const state of WAITING) waiting.push(...(await outbox.due(state, NEVER - 1)))
    for (const [id, rows] of groupBy(waiting, (row) => row.connectionId)) {
      const gate = await this.#gate(id)
      const first = rows.reduce((least, row) => Math.min(least, dueAt(row, now)), Number.POSITIVE_INFINITY)
      times.push(typeof gate === 'number' ? Math.max(gate, first) : first)
    }
    const next = Math.min(...times)
    return Number.isFinite(next) ? next : null
  }
}

/** States in which a notice waits for its connection. */
const WAITING: readonly State[] = ['inReview', 'queued', 'withdrawn']

/** Nobody knows that the backend has not got it, and no person has said so. */
const mayBeThere = ({ attempts, imported, resend }: NoticeRow): boolean =>
  (attempts > 0 || imported === true) && !resend

/** Why the connection did not do its work, or null. */
type Failure = { problem: Problem; afterMs: number | null } | null

/** When it may be acted on; a time that was fixed before the clock was set back is over. */
function dueAt(row: NoticeRow, now: number): number {
  return row.updatedAt > now + CLOCK_SLACK ? now : row.dueAt
}

/** Deadlines first, then age. */
function urgency(a: NoticeRow, b: NoticeRow): number {
  return (a.deadlineAt ?? Infinity) - (b.deadlineAt ?? Infinity) || a.createdAt - b.createdAt
}

function facts(row: NoticeRow, more: Record<string, string | number> = {}) {
  return { reviewer: row.accountId, facts: { attempt: row.attempts, ...more } }
}

function reviewFacts(row: NoticeRow, more: Record<string, string | number> = {}) {
  return { reviewer: row.accountId, facts: { attempt: row.review?.attempts ?? 0, ...more } }
}

function groupBy<T>(list: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}

/** Web Locks, shared by all windows of the extension; without them nobody is known to be alone. */
const webLock: Lock = async (work) => {
  if (!globalThis.navigator?.locks) return work(false)
  await navigator.locks.request('flagpost-outbox', { ifAvailable: true }, async (lock) => {
    if (lock) await work(true)
  })
}
