import { browser } from '../browser'
import { listConnections } from '../connectors/connections'
import { translator, uiLocale } from '../i18n'
import { markOf } from '../mark'
import { needsReviewer } from '../outbox/health'
import type { NoticeRow } from '../outbox/row'
import { NEEDS_REVIEWER } from '../outbox/state'
import { itemState, type Outbox } from '../outbox/store'
import { reviewsWaiting } from '../reviews-waiting'
import { itemsOfPages, tellTabs } from '../scripts'
import { settings } from '../settings'

const CHANNEL = 'flagpost'
/** Changes come in bursts while the queue drains; the badge follows at this pace, milliseconds. */
const PACE = 100

/**
 * Tells everyone who shows it that the outbox has changed: our pages (they read again), the badge, and the item's
 * own action on the page.
 */
export function announcer(outbox: () => Outbox): (row?: NoticeRow) => void {
  const channel = new BroadcastChannel(CHANNEL)
  let waiting = false
  const badge = () => {
    waiting = false
    void showBadge(outbox())
  }
  const tell = async (row?: NoticeRow) => {
    channel.postMessage({ type: 'outbox' })
    if (!row) return
    const { permalink } = row.summary
    const locale = await uiLocale()
    const marks = { [permalink]: markOf(itemState(row), translator(locale), locale) }
    const knows = await itemsOfPages()
    await tellTabs({ type: 'marks', marks }, (page) => knows(page, permalink))
  }
  return (row) => {
    // Whoever made the change is answered first.
    setTimeout(() => void tell(row).catch(() => {}))
    if (waiting) return
    waiting = true
    setTimeout(badge, PACE)
  }
}

/** Has our pages read again what changed outside the outbox: the vault was locked or opened. */
export function tellPages(): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage({ type: 'outbox' })
  channel.close()
}

/** The badge: how many things need the reviewer, in figures; with pause and broken connections in its title. */
export async function showBadge(outbox: Outbox): Promise<void> {
  const [counts, connections, { paused }, reviews, locale] = await Promise.all([
    outbox.counts(),
    listConnections(),
    settings.get(),
    reviewsWaiting.get(),
    uiLocale(),
  ])
  const needs = NEEDS_REVIEWER.reduce((sum, state) => sum + counts[state], 0)
  const broken = connections.filter(needsReviewer).length
  const count = needs + broken + reviews
  const t = translator(locale)
  const title = count > 0 ? t('badge.needs', { count }) : paused ? t('badge.paused') : t('badge.quiet')
  await browser.action.setBadgeBackgroundColor({ color: count > 0 ? '#b3261e' : '#555b63' })
  await browser.action.setBadgeText({ text: count > 0 ? String(count) : paused ? '⏸' : '' })
  await browser.action.setTitle({ title })
}
