import { z } from 'zod'
import { browser } from './browser'
import { type Settings, settings } from './settings'

/**
 * What an administrator fixes for all reviewers of a machine, by the browser's managed storage: Chromium's
 * `ExtensionSettings` policies, after `public/managed.json`; Firefox's `3rdparty` policies.
 */
export const Policy = z
  .object({
    quiet: z.boolean(),
    ownWindow: z.boolean(),
    /** Sites by their ids, other pages by their host names: there the form opens in a window of its own. */
    ownWindowSites: z.array(z.string().max(253)).max(500),
    lockMinutes: z.number().int().min(1).max(240),
  })
  .partial()
export type Policy = z.infer<typeof Policy>

/** The settings as they are in force; `fixed`: those that the reviewer cannot change. */
export type InForce = Settings & { fixed: readonly (keyof Policy)[] }

/** The administrator's policy; one that does not fit is none: half of a policy would be another one. */
export async function readPolicy(): Promise<Policy> {
  const given = await browser.storage.managed.get(null).catch(() => ({}))
  const parsed = Policy.safeParse(given)
  return parsed.success ? parsed.data : {}
}

/** The reviewer's settings with the administrator's over them; sites that the policy names come to the reviewer's own. */
export async function inForce(): Promise<InForce> {
  const [own, policy] = await Promise.all([settings.get(), readPolicy()])
  const ownWindowSites = [...new Set([...own.ownWindowSites, ...(policy.ownWindowSites ?? [])])]
  const fixed = (['quiet', 'ownWindow', 'lockMinutes'] as const).filter((name) => policy[name] !== undefined)
  return { ...own, ...policy, ownWindowSites, fixed }
}

/** Does the form open in a window of its own on this page? `site`: the page's site, if it has one. */
export function inOwnWindow(now: Settings, address: string, site: string | null): boolean {
  if (now.ownWindow) return true
  const host = URL.canParse(address) ? new URL(address).hostname : ''
  return now.ownWindowSites.some((one) => one === site || one === host || host.endsWith(`.${one}`))
}

/** Do pages that are open have to begin anew, by what changed in the settings? */
export function actsOtherwise(now: Settings, before: Settings): boolean {
  const shape = ({ quiet, ownWindow, ownWindowSites }: Settings) => [quiet, ownWindow, ownWindowSites].join()
  return shape(now) !== shape(before)
}

/** Calls back after each change of the policy; returns its remover. */
export function watchPolicy(changed: () => void): () => void {
  const listener = (_: unknown, area: string) => {
    if (area === 'managed') changed()
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
