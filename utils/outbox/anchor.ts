import { z } from 'zod'
import { browser } from '../browser'
import { LedgerHead } from '../notice'
import type { Problem } from '../problem'
import type { Outbox } from './store'

/** Kept outside of the database, so that a database that was lost or put back shows. */
export const ANCHOR = 'ledgerAnchor'
const LOSS = 'ledgerLoss'
const Loss = z.object({ had: z.number().int(), has: z.number().int(), at: z.number() })
/** Changes come in bursts; the anchor follows at this pace, milliseconds. */
const PACE = 1_000

let waiting = false

/** After a change: remembers how far the ledger has come. */
export function keepAnchor(outbox: Outbox): void {
  if (waiting) return
  waiting = true
  setTimeout(() => {
    waiting = false
    void writeAnchor(outbox).catch(() => {})
  }, PACE)
}

export async function writeAnchor(outbox: Outbox): Promise<void> {
  const [head, before] = await Promise.all([outbox.head(), readAnchor()])
  if (head && head.seq > (before?.seq ?? 0)) await browser.storage.local.set({ [ANCHOR]: head })
}

async function readAnchor(): Promise<LedgerHead | null> {
  const parsed = LedgerHead.safeParse((await browser.storage.local.get(ANCHOR))[ANCHOR])
  return parsed.success ? parsed.data : null
}

/**
 * Looks at the start whether the ledger still has the entry that it ended in: a browser that deleted the database, or
 * an old one put back, would otherwise look like a quiet day. What is missing is said until it is acknowledged.
 */
export async function findLoss(outbox: Outbox, now = Date.now()): Promise<void> {
  const anchor = await readAnchor()
  if (!anchor) return
  const there = await outbox.entry(anchor.seq)
  if (there?.hash === anchor.hash) return
  const has = (await outbox.head())?.seq ?? 0
  await browser.storage.local.set({ [LOSS]: { had: anchor.seq, has, at: now } })
  // From here on it counts from what is there.
  await browser.storage.local.remove(ANCHOR)
  await writeAnchor(outbox)
}

/** What was lost, for the pages; null: nothing, or it was acknowledged. */
export async function lossProblem(): Promise<Problem | null> {
  const parsed = Loss.safeParse((await browser.storage.local.get(LOSS))[LOSS])
  if (!parsed.success) return null
  const { had, has } = parsed.data
  return { code: 'storageLost', params: { had, has } }
}

export const acknowledgeLoss = (): Promise<void> => browser.storage.local.remove(LOSS)
