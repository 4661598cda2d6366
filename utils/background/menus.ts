import type { Menus, Tabs } from 'webextension-polyfill'
import { browser } from '../browser'
import type { Place } from '../drafting/capture'
import type { Target } from '../sites/target'

const CONTEXTS = ['page', 'link', 'image', 'video', 'selection'] as const
type Context = (typeof CONTEXTS)[number]
const COMMAND = 'report'
/** Menu entry and command that let the reviewer point at a part of the page. */
const PICK = 'pick'
const PAGES = ['https://*/*', 'http://*/*', 'file:///*']

/** Puts the menu's entries in place; its labels come from the browser's own language files. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll()
  for (const context of CONTEXTS) {
    browser.contextMenus.create({
      id: context,
      title: browser.i18n.getMessage(`menu_${context}`),
      contexts: [context],
      documentUrlPatterns: PAGES,
    })
  }
  browser.contextMenus.create({
    id: PICK,
    title: browser.i18n.getMessage('menu_pick'),
    contexts: ['page', 'action'],
    documentUrlPatterns: PAGES,
  })
}

/** What a menu entry was opened on. */
export function targetOf(id: Context, info: Pick<Menus.OnClickData, 'linkUrl' | 'srcUrl'>): Target {
  if (id === 'link' && info.linkUrl) return { by: 'link', href: info.linkUrl }
  if ((id === 'image' || id === 'video') && info.srcUrl) return { by: 'media', src: info.srcUrl }
  return id === 'selection' ? { by: 'selection' } : { by: 'page' }
}

/** Where a tab's page stands; null for a tab that shows none. */
export function placeOf(tab: Tabs.Tab | undefined, frameId = 0): Place | null {
  if (tab?.id === undefined || tab.url === undefined) return null
  return { tabId: tab.id, frameId, windowId: tab.windowId ?? -1, address: tab.url }
}

/** Listens for menu and keyboard command; to be called while the background starts. */
export function onCalled(report: (place: Place, target: Target) => void, pick: (place: Place) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const id = CONTEXTS.find((context) => context === info.menuItemId)
    const place = placeOf(tab, info.frameId ?? 0)
    if (id && place) report(place, targetOf(id, info))
    else if (place && info.menuItemId === PICK) pick(place)
  })
  browser.commands.onCommand.addListener((name, tab) => {
    const place = placeOf(tab)
    if (place && name === COMMAND) report(place, { by: 'page' })
    if (place && name === PICK) pick(place)
  })
}
