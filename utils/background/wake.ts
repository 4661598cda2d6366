import { browser } from '../browser'
import { mayPoll } from '../outbox/thrift'

/** The browser ends an idle background after 30 s, so a timer alone is good for no longer; an alarm wakes it. */
const TIMER_HOLDS = 25_000
const OUTBOX = 'outbox'
const FEED = 'feed'
const RETENTION = 'retention'
/** How often decisions are looked for while nobody asks, minutes. */
const FEED_EVERY = 1

let timer: ReturnType<typeof setTimeout> | undefined

/** Runs the outbox's worker at `due` (milliseconds since 1970), whether the background lives until then or not. */
export function wakeAt(due: number | null, drain: () => void): void {
  clearTimeout(timer)
  if (due === null) {
    void browser.alarms.clear(OUTBOX)
    return
  }
  const wait = Math.max(0, due - Date.now())
  if (wait <= TIMER_HOLDS) timer = setTimeout(drain, wait)
  // One second later than the timer: it is there for the case that the timer died.
  void browser.alarms.create(OUTBOX, { when: Date.now() + wait + 1000 })
}

/** Listens for alarms; to be called while the background starts. */
export function onAlarms(drain: () => void, poll: () => void, sweep: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === OUTBOX) drain()
    if (name === FEED && mayPoll()) poll()
    if (name === RETENTION) sweep()
  })
}

/** Looks once in six hours for content whose time is over; a browser that was closed meanwhile soon after its start. */
export async function keepSweeping(): Promise<void> {
  if (await browser.alarms.get(RETENTION)) return
  await browser.alarms.create(RETENTION, { delayInMinutes: 1, periodInMinutes: 360 })
}

/** Looks for decisions now and then, also after the browser was started anew. */
export async function keepPolling(): Promise<void> {
  if (await browser.alarms.get(FEED)) return
  await browser.alarms.create(FEED, { periodInMinutes: FEED_EVERY })
}
