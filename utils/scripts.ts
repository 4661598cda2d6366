import { browser } from './browser'
import { inTurn } from './in-turn'
import { inForce } from './policy'
import { settings } from './settings'
import { siteFor } from './sites'
import { sitesNow } from './sites/hotfix'
import type { Site } from './sites/site'

/** Built by WXT from the entrypoints of these names. */
export const FLAG_SCRIPT = '/content-scripts/flag.js'
export const CAPTURE_SCRIPT = '/capture.js'
export const FIXTURE_SCRIPT = '/fixture.js'
export const PICKER_SCRIPT = '/picker.js'
export const LOOKOUT_SCRIPT = '/lookout.js'

export type EnabledSite = { site: Site; matches: string[] }

/** Where a server of the reviewer's own stands. */
export const serverMatch = (host: string): string => `https://${host}/*`

/** Each site with its match patterns, the reviewer's own servers among them. */
export async function siteMatches(): Promise<EnabledSite[]> {
  const { servers } = await settings.get()
  const added = (id: string) => Object.keys(servers).filter((host) => servers[host] === id)
  return (await sitesNow()).map((site) => ({
    site,
    matches: [...site.matches, ...added(site.find.id).map(serverMatch)],
  }))
}

/** Finds the sites of pages, the reviewer's own servers among them; null: any other page. */
async function siteLookup(): Promise<(address: string) => Site | null> {
  const [{ servers }, sites] = await Promise.all([settings.get(), sitesNow()])
  return (address) => {
    if (!URL.canParse(address)) return null
    const { host } = new URL(address)
    const id = siteFor(address)?.find.id ?? (Object.hasOwn(servers, host) ? servers[host] : undefined)
    return sites.find(({ find }) => find.id === id) ?? null
  }
}

/** The site of a page, the reviewer's own servers among them; null: any other page. */
export async function siteOf(address: string): Promise<Site | null> {
  return (await siteLookup())(address)
}

/** The site of a page if it is switched on and permitted there. */
export async function enabledSite(address: string): Promise<Site | null> {
  const site = await siteOf(address)
  if (!site || !URL.canParse(address)) return null
  const { disabledSites } = await settings.get()
  const granted = await isGranted([`${new URL(address).origin.replace(/:\d+$/, '')}/*`])
  return granted && !disabledSites.includes(site.find.id) ? site : null
}

/**
 * Which items a page may know of: those of its own site; with software that anybody runs, those of its own server.
 * None on any other page.
 */
export async function itemsOfPages(): Promise<(page: string, permalink: string) => boolean> {
  const lookUp = await siteLookup()
  return (page, permalink) => {
    const site = lookUp(page)
    if (!site) return false
    const { id, origin } = site.find
    if (permalink.startsWith(`${id}:`)) return true
    if (!URL.canParse(permalink)) return false
    return origin === 'self'
      ? new URL(permalink).hostname === new URL(page).hostname
      : siteFor(permalink) === site
  }
}

/** May we run on these addresses? (The reviewer can take a permission back at any time.) */
export async function isGranted(matches: string[]): Promise<boolean> {
  return matches.length > 0 && (await browser.permissions.contains({ origins: matches }))
}

/** Those of these addresses on which we may run: each can be taken back alone. */
export async function grantedOf(matches: string[]): Promise<string[]> {
  const granted = await Promise.all(matches.map((match) => isGranted([match])))
  return matches.filter((_, i) => granted[i])
}

/** Sites that are switched on, with those of their addresses whose permission was granted. */
export async function enabledSites(): Promise<EnabledSite[]> {
  const { disabledSites } = await settings.get()
  const on = (await siteMatches()).filter(({ site }) => !disabledSites.includes(site.find.id))
  const granted = await Promise.all(
    on.map(async ({ site, matches }) => ({ site, matches: await grantedOf(matches) })),
  )
  return granted.filter(({ matches }) => matches.length > 0)
}

/**
 * Registers the flag script for exactly the enabled sites, puts it into their open tabs, and takes it out of tabs
 * of sites that are no longer enabled. Safe to call at any time, any number of times. `updated`: after an install or
 * update, when the scripts in open tabs are those of the version before.
 */
export function syncScripts(updated = false): Promise<void> {
  // One after the other: two at once (a permission's event, and the page that asked for it) would register twice.
  return oneByOne(() => sync(updated))
}

/** As `syncScripts`; what stands in open tabs begins anew: by settings that changed what it does there. */
export async function restartScripts(): Promise<void> {
  await tellTabs({ type: 'stop' })
  await syncScripts(true)
}

const oneByOne = inTurn()

async function sync(updated: boolean): Promise<void> {
  // In quiet mode nothing is registered: the frame's script is put in when the reviewer calls.
  const enabled = (await inForce()).quiet ? [] : await enabledSites()
  const wanted = new Map(enabled.map(({ site, matches }) => [`flag-${site.find.id}`, matches]))
  const registered = await browser.scripting.getRegisteredContentScripts()
  const stale = registered.filter(({ id, matches }) => !sameList(wanted.get(id), matches)).map(({ id }) => id)
  if (stale.length) await browser.scripting.unregisterContentScripts({ ids: stale })
  const kept = new Set(registered.map(({ id }) => id).filter((id) => !stale.includes(id)))
  const fresh = [...wanted].filter(([id]) => !kept.has(id))
  if (fresh.length) {
    await browser.scripting.registerContentScripts(
      fresh.map(([id, matches]) => ({
        id,
        matches,
        js: [FLAG_SCRIPT],
        runAt: 'document_idle' as const,
        persistAcrossSessions: true,
      })),
    )
  }
  if (stale.length) await tellTabs({ type: 'stop' })
  await injectIntoTabs((updated || stale.length ? [...wanted] : fresh).flatMap(([, matches]) => matches))
}

/** Puts the flag script into open tabs: after an install or update, and when a site was switched on. */
export async function injectIntoTabs(matches: string[]): Promise<void> {
  if (matches.length === 0) return
  const tabs = await browser.tabs.query({ url: matches })
  await Promise.allSettled(tabs.map((tab) => injectFlag(tab.id ?? -1)))
}

/** Puts the flag script into one tab's top frame. Rejects where the browser forbids it. */
export async function injectFlag(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [FLAG_SCRIPT] })
}

/**
 * Runs one of our scripts in a frame of a page, after `put` has handed it what it is asked there; `put` runs in the
 * page alone, and may use nothing but its arguments. `atOnce`: in a page that is still loading, too. Gives the script's
 * answer; rejects where the browser lets none in.
 */
export async function askScript<T extends unknown[]>(
  frame: { tabId: number; frameId: number },
  file: string,
  put: (...given: T) => void,
  given: T,
  atOnce = false,
): Promise<unknown> {
  const where = { target: { tabId: frame.tabId, frameIds: [frame.frameId] }, injectImmediately: atOnce }
  await browser.scripting.executeScript({ ...where, func: put as () => void, args: given })
  const [answer] = await browser.scripting.executeScript({ ...where, files: [file] })
  return answer?.result
}

/** Says something to the flag script of every tab that has one; `concerns`: only where it is of that page's concern. */
export async function tellTabs(
  order: unknown,
  concerns: (address: string) => boolean = () => true,
): Promise<void> {
  const tabs = await browser.tabs.query({})
  await Promise.allSettled(
    tabs.map(async ({ id, url }) => {
      if (id !== undefined && concerns(url ?? '')) await browser.tabs.sendMessage(id, order)
    }),
  )
}

function sameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((entry) => b.includes(entry))
}
