import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Connection } from '../../utils/messages'
import { Breaker } from '../../utils/outbox/breaker'
import type { NoticeRow } from '../../utils/outbox/row'
import type { Outbox } from '../../utils/outbox/store'
import type { Command } from './keys'

/** What every part of the queue's pages needs to know. */
export type QueueWorld = {
  outbox: Outbox
  /** Counts the readings of the queue; whatever is read beside it is read anew with it. */
  version: number
  connections: Connection[] | null
  paused: boolean
  online: boolean
  /** The secrets are under a passphrase that was not given yet. */
  locked: boolean
  now: number
  /** Tells the person what came of a press, on the page and to a screen reader. */
  say: (words: string) => void
  request: KeyRequest | null
}

/** A key was pressed for a line: whoever can do it takes it, once, and soon. */
export type KeyRequest = { id: string; command: Command; at: number; taken: boolean }
/** Later than this a press is stale (milliseconds). */
const STALE = 2000

export const isFor = (request: KeyRequest | null, id: string): request is KeyRequest =>
  request !== null && !request.taken && request.id === id && Date.now() - request.at < STALE

export const QueueContext = createContext<QueueWorld>({
  outbox: null as never,
  version: 0,
  connections: null,
  paused: false,
  online: true,
  locked: false,
  now: 0,
  say: () => {},
  request: null,
})
export const useWorld = () => useContext(QueueContext)

const PRACTICE = 'practice'

/** A notice's connection: null when it is gone, undefined while nobody knows. */
export function connectionOf(
  connections: readonly Connection[] | null,
  id: string,
): Connection | null | undefined {
  const found = connections?.find((connection) => connection.id === id)
  // The practice desk is always there, and only listed while nothing else is.
  return found ?? (connections === null || id === PRACTICE ? undefined : null)
}

/** What lies beside a notice: may it still be taken back as a draft, and when its connection is tried again. */
export function useBeside(row: NoticeRow): { undoable: boolean; closedUntil: number } {
  const { outbox, version } = useWorld()
  const [beside, set] = useState({ undoable: false, closedUntil: 0 })
  useEffect(() => {
    let over = false
    void Promise.all([
      outbox.draft(row.draftId),
      new Breaker(outbox, Math.random).until(row.connectionId, Date.now()),
    ]).then(([draft, closedUntil]) => {
      if (!over) set({ undoable: draft?.committed === row.id, closedUntil })
    })
    return () => {
      over = true
    }
  }, [outbox, row.id, row.draftId, row.connectionId, version])
  return beside
}
