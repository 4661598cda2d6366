import { z } from 'zod'
import { backoff } from './backoff'
import type { Outbox } from './store'

const Kept = z.object({
  failures: z.number().int().min(0),
  until: z.number(),
  at: z.number(),
  asked: z.number().default(0),
})

/**
 * One circuit breaker a connection, kept on the disk: after a failure nothing of that connection is tried until its
 * time has come, and then one notice alone, as a probe. However long the queue is, a backend that is down is asked
 * as often as if it held one notice.
 */
export class Breaker {
  constructor(
    private readonly outbox: Outbox,
    private readonly random: () => number,
  ) {}

  /** When the connection may be tried next, milliseconds since 1970; 0: at once. */
  async until(connectionId: string, now: number): Promise<number> {
    const { until, at } = await this.#kept(connectionId)
    // Written in the future: the clock was set back since.
    return at > now ? 0 : until
  }

  /** Until when the backend itself has asked to be left alone (`Retry-After`); 0: it has not. */
  async asked(connectionId: string, now: number): Promise<number> {
    const { asked, at } = await this.#kept(connectionId)
    return at > now ? 0 : asked
  }

  async failed(connectionId: string, askedMs: number | null, now: number): Promise<void> {
    const { failures } = await this.#kept(connectionId)
    const until = now + backoff(failures, askedMs, this.random)
    const asked = askedMs === null ? await this.asked(connectionId, now) : until
    await this.outbox.putMeta(name(connectionId), {
      failures: failures + 1,
      until: Math.max(until, asked),
      at: now,
      asked,
    })
  }

  /** A good answer. One that was under way while the backend asked to wait does not end that wait. */
  async well(connectionId: string, now: number): Promise<void> {
    if ((await this.asked(connectionId, now)) <= now) await this.close(connectionId)
  }

  /** As if nothing had failed: the reviewer wants it tried now. */
  async close(connectionId: string): Promise<void> {
    if ((await this.#kept(connectionId)).failures > 0) await this.outbox.putMeta(name(connectionId), NONE)
  }

  async #kept(connectionId: string): Promise<z.infer<typeof Kept>> {
    const parsed = Kept.safeParse(await this.outbox.getMeta(name(connectionId)))
    return parsed.success ? parsed.data : NONE
  }
}

const NONE = { failures: 0, until: 0, at: 0, asked: 0 }
const name = (connectionId: string) => `breaker:${connectionId}`
