import type { Access, Connector, Outcome, Parcel } from '../connectors/connector'
import { unbox } from '../evidence/box'
import type { Connection } from '../messages'
import type { Problem } from '../problem'
import { toProblem } from '../problem'
import { backoff } from './backoff'
import type { NoticeRow } from './row'
import type { Outbox } from './store'

/** Longer than one attempt can take: evidence in 25 s requests, then the notice. */
const LEASE = 120_000
/** How many notices of one connection are under way at once, once it has answered well. */
const PARALLEL = 3

export type OpenConnection = { connection: Connection; connector: Connector; access: Access }

export type WorkerParts = {
  outbox: Outbox
  open: (connectionId: string) => Promise<OpenConnection | null>
  note: (connectionId: string, problem: Problem | null) => Promise<void>
  paused: () => Promise<boolean>
  /** Wake me then: milliseconds since 1970, null when nothing waits. */
  wakeAt: (due: number | null) => void
  now?: () => number
  random?: () => number
}

/**
 * The outbox's worker: takes what is due, sends it, writes down what came of it. One send is a transaction (lease,
 * attempt), the HTTP exchange, and a transaction (receipt, state, ledger line). It may die at any point: what was
 * being sent goes out again under the same key when its lease is over.
 */
export class Worker {
  #running: Promise<void> | null = null
  #again = false

  constructor(private readonly parts: WorkerParts) {}

  #now(): number {
    return (this.parts.now ?? Date.now)()
  }

  /** Sends what is due. Calls during a run make it look again; only one window of the browser drains at a time. */
  drain(): Promise<void> {
    this.#again = true
    this.#running ??= this.#loop().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #loop(): Promise<void> {
    while (this.#again) {
      this.#again = false
      await exclusively('flagpost-outbox', () => this.#round())
    }
    this.parts.wakeAt(await this.#nextDue())
  }

  async #round(): Promise<void> {
    const { outbox } = this.parts
    if (await this.parts.paused()) return
    const now = this.#now()
    for (const row of await outbox.due('sending')) {
      // A lease further ahead than one can be comes from a clock that was set back: it is over, too.
      const left = (row.leaseUntil ?? 0) - now
      if (left <= 0 || left > LEASE) await outbox.step(row, { type: 'leaseExpired' }, facts(row), now)
    }
    for (const row of await outbox.due('held', now)) await outbox.step(row, { type: 'due' }, facts(row), now)
    const queued = await outbox.due('queued', now)
    const byConnection = groupBy(queued, (row) => row.connectionId)
    await Promise.all(Array.from(byConnection, ([id, rows]) => this.#serve(id, rows.sort(urgency))))
  }

  /** One connection's notices: the first is the probe; while the backend fails, the others stay where they are. */
  async #serve(connectionId: string, rows: NoticeRow[]): Promise<void> {
    const opened = await this.parts.open(connectionId)
    if (!opened || isPause(opened.connection.problem)) return
    const [probe, ...rest] = rows
    if (!probe || !(await this.#send(probe, opened))) return
    const lanes = Array.from({ length: Math.min(PARALLEL, rest.length) }, async () => {
      for (let row = rest.shift(); row; row = rest.shift()) {
        if (!(await this.#send(row, opened))) rest.length = 0
      }
    })
    await Promise.all(lanes)
  }

  /** True when the connection is well enough for the next notice. */
  async #send(seen: NoticeRow, { connector, access }: OpenConnection): Promise<boolean> {
    const { outbox, note } = this.parts
    const row = await outbox.step(
      seen,
      { type: 'send', until: this.#now() + LEASE },
      facts(seen),
      this.#now(),
    )
    if (!row) return true
    const parcel = await this.#parcel(row)
    const outcome: Outcome = parcel
      ? await connector
          .deliver(parcel, access, AbortSignal.timeout(LEASE - 10_000))
          .catch((error): Outcome => ({ kind: 'retry', problem: toProblem(error), afterMs: null }))
      : { kind: 'mend', problem: { code: 'evidenceGone' } }
    await this.#settle(row, outcome)
    const failed = outcome.kind === 'retry' || outcome.kind === 'pause'
    await note(row.connectionId, failed ? outcome.problem : null)
    return !failed
  }

  async #settle(row: NoticeRow, outcome: Outcome): Promise<void> {
    const { outbox, random = Math.random } = this.parts
    const now = this.#now()
    if (outcome.kind === 'receipt') {
      const { id, body } = outcome.receipt
      await outbox.step(
        row,
        { type: 'receipt', receipt: outcome.receipt },
        facts(row, { receipt: id, body }),
        now,
      )
      return
    }
    const { problem } = outcome
    const why = facts(row, { problem: problem.code })
    if (outcome.kind === 'mend') await outbox.step(row, { type: 'mend', problem }, why, now)
    else if (outcome.kind === 'lost') await outbox.step(row, { type: 'lost', problem }, why, now)
    else if (outcome.kind === 'pause')
      await outbox.step(row, { type: 'retry', at: now, problem, counts: false }, why, now)
    else {
      const at = now + backoff(row.attempts - 1, outcome.afterMs, random)
      await outbox.step(row, { type: 'retry', at, problem, counts: true }, why, now)
    }
  }

  async #parcel(row: NoticeRow): Promise<Parcel | null> {
    const { outbox } = this.parts
    const body = await outbox.body(row.id)
    if (body === undefined) return null
    const { id, bodyDigest, evidence } = row
    if (!evidence) return { id, body, bodyDigest, evidence: null }
    const kept = await outbox.evidence(evidence.sha256)
    const { key } = evidence
    if (!kept || key === null) return null
    return { id, body, bodyDigest, evidence: { ...evidence, read: () => unbox(key, kept.boxed) } }
  }

  async #nextDue(): Promise<number | null> {
    const { outbox } = this.parts
    const [held, queued, sending] = await Promise.all([
      outbox.due('held'),
      outbox.due('queued'),
      outbox.due('sending'),
    ])
    const waiting = [...held, ...queued].filter((row) => !isPause(row.problem))
    const times = waiting.map((row) => row.dueAt).concat(sending.map((row) => row.leaseUntil ?? 0))
    return times.length ? Math.min(...times) : null
  }
}

/** The connection waits for the reviewer; nothing of it is tried before that. */
function isPause(problem: Problem | null): boolean {
  return problem?.code === 'signInAgain' || problem?.code === 'apiGone'
}

/** Deadlines first, then age. */
function urgency(a: NoticeRow, b: NoticeRow): number {
  return (a.deadlineAt ?? Infinity) - (b.deadlineAt ?? Infinity) || a.createdAt - b.createdAt
}

function facts(row: NoticeRow, more: Record<string, string | number> = {}) {
  return { reviewer: row.accountId, facts: { attempt: row.attempts, ...more } }
}

function groupBy<T>(list: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}

/** Runs `work` unless another window holds the lock; then that one does it. */
async function exclusively(name: string, work: () => Promise<void>): Promise<void> {
  if (!globalThis.navigator?.locks) return work()
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work()
  })
}
