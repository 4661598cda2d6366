import { browser } from '../../browser'
import type { Place } from '../../drafting/capture'
import { translator, uiLocale } from '../../i18n'
import { markOf } from '../../mark'
import { inForce, inOwnWindow } from '../../policy'
import { ProblemError } from '../../problem'
import { enabledSite, itemsOfPages, siteOf } from '../../scripts'
import { notePage } from '../../sites/health'
import { parseLink } from '../../sites/routes'
import { fixtureOf } from '../fixture'
import { lookOverLater } from '../lookout'
import { placeOf } from '../menus'
import { startPick } from '../pick'
import { openWindow, tell } from '../press'
import type { From, Handlers } from '../router'
import type { Service } from '../service'

/** The web page's frame in which the sender stands. */
export function placeFrom({ tabId, windowId, url }: From, frameId: number): Place | null {
  return tabId === null ? null : { tabId, frameId, windowId, address: url }
}

/** The page that a tab shows. @throws ProblemError `pageForbidden` where it is none that can be read. */
async function tabPlace(tabId: number): Promise<Place> {
  const place = placeOf(await browser.tabs.get(tabId))
  if (!place) throw new ProblemError({ code: 'pageForbidden' })
  return place
}

/** Does a press on this page open the form in a window of its own: by the reviewer's wish, for the site, by policy? */
export async function opensOwnWindow(address: string): Promise<boolean> {
  const [now, site] = await Promise.all([inForce(), siteOf(address)])
  return inOwnWindow(now, address, site?.find.id ?? null)
}

/** Messages of the flag script, and of the popup about the page that is open. */
export function pageHandlers({
  outbox,
  presses,
  poll,
}: Service): Pick<
  Handlers,
  | 'site.hello'
  | 'page.press'
  | 'page.looked'
  | 'page.link'
  | 'page.picked'
  | 'page.pick'
  | 'page.fixture'
  | 'page.marks'
  | 'page.report'
> {
  return {
    async 'site.hello'(_ask, from) {
      const [site, locale, now] = await Promise.all([enabledSite(from.url), uiLocale(), inForce()])
      if (!site || now.quiet) return null
      const own = inOwnWindow(now, from.url, site.find.id)
      const setup = { find: site.find, report: translator(locale)('page.report'), own }
      if (from.tabId !== null && from.frameId === 0) lookOverLater(from.tabId, from.url, setup)
      return setup
    },

    async 'page.looked'({ items, strays }, from) {
      const site = await enabledSite(from.url)
      if (site) await notePage(site.find, items, strays)
      return null
    },

    async 'page.link'({ href }, from) {
      const [site, place] = [await enabledSite(from.url), placeFrom(from, 0)]
      const link = site && parseLink(site.find, href, from.url)
      if (!link || !place) throw new ProblemError({ code: 'notAllowed' })
      const ownWindow = await opensOwnWindow(place.address)
      await presses.pressFrom(place, { by: 'link', href: link.permalink }, ownWindow)
      return null
    },

    async 'page.press'({ nonce, permalink }, from) {
      const place = placeFrom(from, from.frameId)
      if (!place) throw new ProblemError({ code: 'pageClosed' })
      const ownWindow = opensOwnWindow(place.address)
      void presses.press(nonce, place, { by: 'action' }, permalink).catch(() => {})
      if (await ownWindow) {
        await tell(place.tabId, { type: 'close', nonce })
        await openWindow(nonce)
      }
      // The answer lets the form be seen: the page's picture was taken without it.
      await presses.seen(nonce)
      return null
    },

    async 'page.picked'(_ask, from) {
      const place = placeFrom(from, 0)
      if (!place) throw new ProblemError({ code: 'pageClosed' })
      await presses.pressFrom(place, { by: 'picked' }, await opensOwnWindow(place.address))
      return null
    },

    async 'page.pick'({ tabId }) {
      const place = await tabPlace(tabId)
      await startPick(place).catch(() => {
        throw new ProblemError({ code: 'pageForbidden' })
      })
      return null
    },

    async 'page.fixture'({ tabId }) {
      return fixtureOf(await tabPlace(tabId))
    },

    async 'page.marks'({ permalinks }, { url }) {
      poll(true)
      const [knows, locale] = await Promise.all([itemsOfPages(), uiLocale()])
      const states = await outbox.states(permalinks.filter((permalink) => knows(url, permalink)))
      const t = translator(locale)
      return Object.fromEntries(
        Object.entries(states).map(([permalink, state]) => [permalink, markOf(state, t, locale)]),
      )
    },

    async 'page.report'({ tabId }) {
      const place = await tabPlace(tabId)
      await presses.pressFrom(place, { by: 'page' }, await opensOwnWindow(place.address))
      return null
    },
  }
}
