import { listConnections, noteConnection, openConnection, PRACTICE_ID } from '../connectors/connections'
import { Drafting } from '../drafting/drafting'
import { dropKey } from '../drafting/keys'
import { dropWindow } from '../drafting/window-shot'
import { findLoss, keepAnchor } from '../outbox/anchor'
import { Feed } from '../outbox/feed'
import { openOutbox } from '../outbox/open'
import { reconcile } from '../outbox/reconcile'
import { sweep } from '../outbox/retention'
import { hasLeft } from '../outbox/row'
import { Worker } from '../outbox/worker'
import { settings } from '../settings'
import { announcer } from './announce'
import { judge } from './judge'
import { lighten } from './lighten'
import { Foreseen } from './prepare'
import { Presses } from './press'
import { refreshAccounts } from './refresh'
import { readReviews } from './reviews'
import { createSealing } from './sealing'
import { wakeAt } from './wake'

/** At most this often a page may make us ask the backend, milliseconds. */
const POLL_PACE = 5_000

export type Service = ReturnType<typeof createService>

/** The parts of the background, put together. Nothing is opened or asked before the first use. */
export function createService() {
  const announce = announcer(() => outbox)
  const outbox = openOutbox((row) => {
    announce(row)
    keepAnchor(outbox)
    if (row && (row.state === 'sending' || (row.state === 'inReview' && hasLeft(row)))) {
      void dropKey(row.draftId)
      void dropWindow(row.draftId)
    }
  })
  const paused = async () => (await settings.get()).paused
  const worker = new Worker({
    outbox,
    open: openConnection,
    note: noteConnection,
    judge: (row, body) => judge(outbox, row, body),
    lighten,
    paused,
    wakeAt: (due) => wakeAt(due, drain),
  })
  // Practice always too: one can practise beside a real connection.
  const connections = async () => [
    ...new Set([...(await listConnections()).map(({ id }) => id), PRACTICE_ID]),
  ]
  const feed = new Feed({
    outbox,
    open: openConnection,
    note: noteConnection,
    approved: () => drain(),
    connections,
  })
  const drafting: Drafting = new Drafting({
    outbox,
    ...createSealing({ take: (nonce) => presses.shot(nonce) }),
  })
  const presses = new Presses(outbox, drafting)
  const foreseen = new Foreseen(outbox)
  let polled = 0

  /** Sends what is due. */
  function drain(): void {
    void worker.drain().catch((error: unknown) => console.error('outbox', error))
  }

  /** Looks for decisions, now and then for new rules; `soon`: only if nobody has looked just now. */
  function poll(soon = false): void {
    if (soon && Date.now() - polled < POLL_PACE) return
    polled = Date.now()
    void feed
      .poll()
      .then(() => refreshAccounts(outbox))
      .then(() => readReviews())
      .catch((error: unknown) => console.error('feed', error))
  }

  /** Looks whether the storage still holds what it held. */
  function lookForLoss(): void {
    void findLoss(outbox).catch((error: unknown) => console.error('storage', error))
  }

  /** Deletes the content whose time is over; looks whether the backends still have what they took. */
  function clean(): void {
    void sweep(outbox).catch((error: unknown) => console.error('retention', error))
    void reconcile({ outbox, open: openConnection, connections }).catch((error: unknown) =>
      console.error('reconcile', error),
    )
  }

  return { clean, outbox, worker, feed, drafting, presses, foreseen, drain, poll, lookForLoss }
}
