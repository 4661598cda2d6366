import { browser } from './browser'
import { settings } from './settings'
import { SITES, siteFor } from './sites'
import type { Site } from './sites/site'

/** Built by WXT from `entrypoints/flag.content.ts` and `entrypoints/capture.ts`. */
export const FLAG_SCRIPT = '/content-scripts/flag.js'
export const CAPTURE_SCRIPT = '/capture.js'

export type EnabledSite = { site: Site; matches: string[] }

/** Each site with its match patterns, the reviewer's own servers among them. */
export async function siteMatches(): Promise<EnabledSite[]> {
  const { mastodonHosts } = await settings.get()
  return SITES.map((site) => ({
    site,
    matches: [
      ...site.matches,
      ...(site.find.origin === 'self' ? mastodonHosts.map((host) => `https://${host}/*`) : []),
    ],
  }))
}

/** The site of a page, the reviewer's own servers among them; null: any other page. */
export async function siteOf(address: string): Promise<Site | null> {
  const shipped = siteFor(address)
  if (shipped || !URL.canParse(address)) return shipped
  const { mastodonHosts } = await settings.get()
  return mastodonHosts.includes(new URL(address).host)
    ? (SITES.find((site) => site.find.origin === 'self') ?? null)
    : null
}

/** The site of a page if it is switched on and permitted there. */
export async function enabledSite(address: string): Promise<Site | null> {
  const site = await siteOf(address)
  if (!site || !URL.canParse(address)) return null
  const { disabledSites } = await settings.get()
  const granted = await isGranted([`${new URL(address).origin.replace(/:\d+$/, '')}/*`])
  return granted && !disabledSites.includes(site.find.id) ? site : null
}

/** May we run on these addresses? (The reviewer can take a permission back at any time.) */
export async function isGranted(matches: string[]): Promise<boolean> {
  return matches.length > 0 && (await browser.permissions.contains({ origins: matches }))
}

/** Sites that are switched on and whose permission was granted. */
export async function enabledSites(): Promise<EnabledSite[]> {
  const { disabledSites } = await settings.get()
  const all = await siteMatches()
  const granted = await Promise.all(all.map(({ matches }) => isGranted(matches)))
  return all.filter(({ site }, i) => granted[i] && !disabledSites.includes(site.find.id))
}

/**
 * Registers the flag script for exactly the enabled sites, puts it into their open tabs, and takes it out of tabs
 * of sites that are no longer enabled. Safe to call at any time, any number of times. `updated`: after an install or
 * update, when the scripts in open tabs are those of the version before.
 */
export async function syncScripts(updated = false): Promise<void> {
  const enabled = await enabledSites()
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

/** Says something to the flag script of every tab that has one. */
export async function tellTabs(order: unknown): Promise<void> {
  const tabs = await browser.tabs.query({})
  await Promise.allSettled(tabs.map((tab) => browser.tabs.sendMessage(tab.id ?? -1, order)))
}

function sameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((entry) => b.includes(entry))
}
