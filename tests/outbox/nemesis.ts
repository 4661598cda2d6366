import '../support/outside-browser'
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'
import { crs } from '../../utils/connectors/crs'
import { PRACTICE_ACCOUNT } from '../../utils/connectors/practice'
import { sha256 } from '../../utils/ledger/entry'
import type { Connection } from '../../utils/messages'
import { Feed } from '../../utils/outbox/feed'
import { Outbox } from '../../utils/outbox/store'
import { Worker } from '../../utils/outbox/worker'
import type { Problem } from '../../utils/problem'
import { sampleDecision } from '../support/samples'

export type Random = () => number

/** A small generator with a seed (mulberry32), so that every run can be run again. */
export function seeded(seed: number): Random {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const keyPair = generateKeyPair('ES256')
const never = new Promise<never>(() => {})
const ADDRESS = 'https://crs.example'

/** Ways in which one exchange with the backend can go wrong. */
export const FAULTS = [
  'none',
  'cutBefore',
  'cutAfter',
  'html',
  'shape',
  '401',
  '403',
  '404',
  '408',
  '409',
  '413',
  '422',
  '425',
  '429',
  '500',
  '503',
  'wrongReceipt',
] as const
export type Fault = (typeof FAULTS)[number]

/** A backend that keeps what it was sent, by key; the checker believes it alone. */
export class Backend {
  readonly log: { key: string; body: string }[] = []
  readonly withdrawn = new Set<string>()
  readonly changes: unknown[] = []
  /** Requests for review, and what became of them. */
  readonly reviews = new Map<string, { body: string; approved: boolean | null }>()
  /** Notices that came to the desk without the approval that they need: there must be none. */
  readonly unapproved: string[] = []
  fault: () => Fault = () => 'none'
  signedOut = false

  constructor(private readonly keys: { sign: CryptoKey }) {}

  /** Stands in for `fetch`. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const path = url.slice(ADDRESS.length)
    const fault = this.fault()
    if (fault === 'cutBefore') throw new TypeError('network')
    if (this.signedOut || fault === '401') return this.#problem(401)
    const early = {
      '403': [403],
      '404': [404],
      '408': [408],
      '409': [409, '1'],
      '413': [413],
      '422': [422],
      '425': [425],
      '429': [429, '3'],
      '500': [500],
      '503': [503, '2'],
    } as const
    if (fault in early) {
      const [status, after] = early[fault as keyof typeof early] as readonly [number, string?]
      return this.#problem(status, after)
    }
    if (fault === 'html') return new Response('<h1>Welcome to the airport</h1>', { status: 200 })
    const answer = await this.#serve(path, init, fault === 'wrongReceipt')
    if (fault === 'cutAfter') throw new TypeError('network')
    return fault === 'shape' ? Response.json({ ok: true }, { status: 201 }) : answer
  }

  async #serve(path: string, init: RequestInit, wrong: boolean): Promise<Response> {
    const taken = /^\/v1\/notices\/([^/]+)\/withdraw$/.exec(path)
    if (taken?.[1]) {
      // Kept for a notice that has not arrived (yet), too: its request may still be on its way.
      this.withdrawn.add(taken[1])
      return Response.json({})
    }
    if (path.startsWith('/v1/changes')) {
      const after = Number(new URL(path, ADDRESS).searchParams.get('after') ?? 0)
      return Response.json({
        changes: this.changes.slice(after),
        cursor: String(this.changes.length),
        more: false,
      })
    }
    const key = String(new Headers(init.headers).get('idempotency-key'))
    const body = String(init.body)
    if (path === '/v1/reviews') {
      const known = this.reviews.get(key)
      if (known && known.body !== body) throw new Error(`other bytes for review under ${key}`)
      if (!known) this.reviews.set(key, { body, approved: null })
      return Response.json({ id: key }, { status: known ? 200 : 201 })
    }
    if (JSON.parse(body).sensitive && this.reviews.get(key)?.approved !== true) this.unapproved.push(key)
    if (!this.log.some((one) => one.key === key)) this.log.push({ key, body })
    const digest = wrong ? 'f'.repeat(64) : await sha256(body)
    const claims = { iss: 'crs', sub: key, jti: `b-${key}`, iat: 1_790_000_000, body: digest, evidence: [] }
    const receipt = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'ES256' })
      .sign(this.keys.sign)
    return Response.json({ receipt }, { status: 201 })
  }

  decide(noticeId: string): void {
    const decision = sampleDecision({ id: `d-${noticeId}` })
    this.changes.push({ noticeId, at: decision.decidedAt, type: 'decision', decision })
  }

  /** The second reviewer's word on what is still open. */
  settle(noticeId: string, approved: boolean): void {
    const review = this.reviews.get(noticeId)
    if (!review || review.approved !== null || this.withdrawn.has(noticeId)) return
    review.approved = approved
    const at = sampleDecision().decidedAt
    this.changes.push({ noticeId, at, type: approved ? 'approved' : 'returned', by: 'a2', note: 'Because.' })
  }

  #problem(status: number, after?: string): Response {
    return Response.json({ status, title: 'No' }, { status, headers: after ? { 'retry-after': after } : {} })
  }
}

export async function newBackend(): Promise<{ backend: Backend; keys: JWK[] }> {
  const { privateKey, publicKey } = await keyPair
  return { backend: new Backend({ sign: privateKey as CryptoKey }), keys: [await exportJWK(publicKey)] }
}

/** Where the nemesis strikes around one call of the storage. */
export type Strike = 'none' | 'killBefore' | 'killAfter' | 'quota'

export type World = {
  now: number
  random: Random
  keys: JWK[]
  strike: () => Strike
  /** Problem of the one connection, as the extension keeps it. */
  problem: Problem | null
  woken: number | null
  paused: boolean
  /** The life that drains; like a Web Lock, it ends with its holder. */
  holder?: Life | null
}

/**
 * One life of the background: it can be ended between any two steps, and after that nothing of it goes on. The next
 * life finds what was committed, nothing else.
 */
export class Life {
  dead = false
  #ended = () => {}
  readonly #end = new Promise<void>((done) => {
    this.#ended = done
  })
  readonly outbox: Outbox
  readonly worker: Worker
  readonly feed: Feed

  constructor(private readonly world: World) {
    this.outbox = this.#mortal(new Outbox())
    const connection = (): Connection => ({
      id: 'c1',
      kind: 'crs',
      name: 'CRS',
      address: ADDRESS,
      account: PRACTICE_ACCOUNT,
      addedAt: 0,
      lastSeen: null,
      problem: world.problem,
    })
    const parts = {
      outbox: this.outbox,
      open: async () => ({
        connection: connection(),
        connector: this.#mortal(crs),
        access: { address: ADDRESS, token: 't', keys: world.keys },
      }),
      note: async (_: string, problem: Problem | null) => {
        if (!this.dead) world.problem = problem
      },
      judge: async () => null,
      paused: async () => world.paused,
      wakeAt: (due: number | null) => {
        if (!this.dead) world.woken = due
      },
      lock: (work: (alone: boolean) => Promise<void>) => this.#alone(work),
      connections: async () => ['c1'],
      now: () => world.now,
      random: world.random,
    }
    this.worker = new Worker(parts)
    this.feed = new Feed(parts)
  }

  async #alone(work: (alone: boolean) => Promise<void>): Promise<void> {
    const { world } = this
    if (world.holder) return
    world.holder = this
    try {
      await work(true)
    } finally {
      if (world.holder === this) world.holder = null
    }
  }

  /** Every call of it may be this life's last; after that no call ever answers. */
  #mortal<T extends object>(thing: T): T {
    return new Proxy(thing, {
      get: (target, name) => {
        const value = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => this.#call(() => value.apply(target, args))
      },
    })
  }

  async #call(work: () => unknown): Promise<unknown> {
    if (this.dead) return never
    const strike = this.world.strike()
    if (strike === 'quota') throw new DOMException('full', 'QuotaExceededError')
    if (strike === 'killBefore') return this.#die()
    const result = await work()
    return strike === 'killAfter' || this.dead ? this.#die() : result
  }

  #die(): Promise<never> {
    this.end()
    return never
  }

  /** Ends this life: whatever is under way stops where it is. */
  end(): void {
    this.dead = true
    if (this.world.holder === this) this.world.holder = null
    this.#ended()
  }

  /** Does something in this life, until it is done or the life ends. */
  async survives(work: () => Promise<unknown>): Promise<void> {
    const done = work().then(
      () => {},
      () => {},
    )
    await Promise.race([done, this.#end])
  }
}
