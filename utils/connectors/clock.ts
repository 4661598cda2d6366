import { browser } from '../browser'
import { Clock } from '../evidence/record'

const nameOf = (address: string) => `clock:${new URL(address).origin}`

/**
 * Takes an answer's `Date` (RFC 9110, 6.6.1: whole seconds) as the backend's time in the middle of the exchange. Kept
 * for the browser's session; nobody waits for that, and nothing is lost without it.
 */
export function heardTime(url: string, date: string | null, sentAt: number, now = Date.now()): void {
  const at = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(at)) return
  const clock: Clock = {
    aheadMs: Math.round(at + 500 - (sentAt + now) / 2),
    heardAt: new Date(now).toISOString(),
  }
  void Promise.resolve(browser.storage?.session?.set({ [nameOf(url)]: clock })).catch(() => {})
}

/** What was last heard of the clock at an address; null: nothing in this session. */
export async function clockOf(address: string): Promise<Clock | null> {
  if (!URL.canParse(address)) return null
  const name = nameOf(address)
  const parsed = Clock.safeParse((await browser.storage.session.get(name))[name])
  return parsed.success ? parsed.data : null
}
