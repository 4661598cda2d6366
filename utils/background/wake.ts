import { browser } from '../browser'

/** The browser ends an idle background after 30 s, so a timer alone is good for no longer; an alarm wakes it. */
const TIMER_HOLDS = 25_000
const OUTBOX = 'outbox'
const FEED = 'feed'
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
export function onAlarms(drain: () => void, poll: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === OUTBOX) drain()
    if (name === FEED) poll()
  })
}

/** Looks for decisions now and then, also after the browser was started anew. */
export async function keepPolling(): Promise<void> {
  if (await browser.alarms.get(FEED)) return
  await browser.alarms.create(FEED, { periodInMinutes: FEED_EVERY })
}
