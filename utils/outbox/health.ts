import { isPause } from '../connectors/pause'
import type { Connection } from '../messages'
import type { Queue } from './queue'

/** What one line says of everything: how the way to the backend is, how many wait, when the last decision came. */
export type Health = {
  tone: 'good' | 'quiet' | 'warn' | 'bad'
  /** `unknown`: the background has not answered yet. */
  way: 'unknown' | 'offline' | 'paused' | 'locked' | 'practice' | 'connected' | 'trouble'
  /** The connection that `way` speaks of. */
  connection: Connection | null
  waiting: number
  /** Notices of colleagues that wait for this person's word. */
  reviews: number
  decidedAt: number | null
}

/** The connection waits for the reviewer: nothing of it is tried before. */
export function needsReviewer({ problem }: Connection): boolean {
  return isPause(problem)
}

/** @param connections null while they are not known. */
export function healthOf(
  { counts, decidedAt }: Pick<Queue, 'counts' | 'decidedAt'>,
  connections: readonly Connection[] | null,
  {
    paused,
    online,
    reviews = 0,
    locked = false,
  }: { paused: boolean; online: boolean; reviews?: number; locked?: boolean },
): Health {
  const waiting = counts.held + counts.queued + counts.sending
  const troubled = connections?.find(needsReviewer) ?? connections?.find(({ problem }) => problem !== null)
  const connection = troubled ?? connections?.[0] ?? null
  const way = (): [Health['way'], Health['tone']] => {
    if (troubled && needsReviewer(troubled)) return ['trouble', 'bad']
    if (locked) return ['locked', 'warn']
    if (paused) return ['paused', 'warn']
    if (!online) return ['offline', 'warn']
    if (troubled) return ['trouble', 'warn']
    if (!connection) return ['unknown', 'quiet']
    return connection.kind === 'practice' ? ['practice', 'quiet'] : ['connected', 'good']
  }
  const [name, tone] = way()
  return { tone, way: name, connection, waiting, reviews, decidedAt }
}
