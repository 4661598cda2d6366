import { browser } from '../../browser'
import type { Place } from '../../drafting/capture'
import { pageWords, uiLocale } from '../../i18n'
import { ProblemError } from '../../problem'
import { enabledSite } from '../../scripts'
import { settings } from '../../settings'
import { placeOf } from '../menus'
import { openWindow, tell } from '../press'
import type { From, Handlers } from '../router'
import type { Service } from '../service'

/** The web page's frame in which the sender stands. */
export function placeFrom({ tabId, windowId, url }: From, frameId: number): Place | null {
  return tabId === null ? null : { tabId, frameId, windowId, address: url }
}

/** Messages of the flag script, and of the popup about the page that is open. */
export function pageHandlers({
  outbox,
  presses,
  poll,
}: Service): Pick<Handlers, 'site.hello' | 'page.press' | 'page.states' | 'page.report'> {
  return {
    async 'site.hello'(_ask, from) {
      const [site, locale] = await Promise.all([enabledSite(from.url), uiLocale()])
      return site && { find: site.find, words: pageWords(locale), locale }
    },

    async 'page.press'({ nonce, permalink }, from) {
      const place = placeFrom(from, from.frameId)
      if (!place) throw new ProblemError({ code: 'pageClosed' })
      const { ownWindow } = await settings.get()
      void presses.press(nonce, place, { by: 'action' }, permalink).catch(() => {})
      if (ownWindow) {
        await tell(place.tabId, { type: 'frame.close', nonce })
        await openWindow(nonce)
      }
      // The answer lets the form be seen: the page's picture was taken without it.
      await presses.seen(nonce)
      return null
    },

    'page.states': async ({ permalinks }) => {
      poll(true)
      return outbox.states(permalinks)
    },

    async 'page.report'({ tabId }) {
      const place = placeOf(await browser.tabs.get(tabId))
      if (!place) throw new ProblemError({ code: 'pageForbidden' })
      await presses.pressFrom(place, { by: 'page' }, (await settings.get()).ownWindow)
      return null
    },
  }
}
