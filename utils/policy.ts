import { z } from 'zod'
import { browser } from './browser'
import { hostOf } from './host'
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

/** Where the policy that the browser told last lies: after its start, Chromium takes some seconds until it tells one. */
const SEEN = 'policySeen'

/** One that does not fit is none: half of a policy would be another one. */
const parse = (given: unknown): Policy => Policy.safeParse(given).data ?? {}

/** Has the browser told the policy since this document or worker began? From then on it answers at once. */
let told = false

/** Asks the browser, and keeps what it says for its next start. */
async function askPolicy(): Promise<Policy> {
  const policy = parse(await browser.storage.managed.get(null).catch(() => ({})))
  told = true
  const { [SEEN]: kept } = await browser.storage.local.get(SEEN)
  if (JSON.stringify(kept) !== JSON.stringify(policy)) await browser.storage.local.set({ [SEEN]: policy })
  return policy
}

/** What is kept; where nothing is, as soon as somebody has kept something. */
async function keptPolicy(): Promise<Policy> {
  let listener: (changes: Record<string, { newValue?: unknown }>) => void = () => {}
  const kept = new Promise<unknown>((found) => {
    listener = ({ [SEEN]: change }) => change?.newValue !== undefined && found(change.newValue)
    browser.storage.local.onChanged.addListener(listener)
    void browser.storage.local.get(SEEN).then(({ [SEEN]: there }) => there !== undefined && found(there))
  })
  return parse(await kept.finally(() => browser.storage.local.onChanged.removeListener(listener)))
}

/**
 * The administrator's policy. Right after the browser's start the one it told last; a machine on which it has never
 * told any waits for it, so that nothing runs against a policy.
 */
export function readPolicy(): Promise<Policy> {
  return told ? askPolicy() : Promise.race([askPolicy(), keptPolicy()])
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
  const host = hostOf(address) ?? ''
  return now.ownWindowSites.some((one) => one === site || one === host || host.endsWith(`.${one}`))
}

/** Do pages that are open have to begin anew, by what changed in the settings? */
export function actsOtherwise(now: Settings, before: Settings): boolean {
  const shape = ({ quiet, ownWindow, ownWindowSites }: Settings) => [quiet, ownWindow, ownWindowSites].join()
  return shape(now) !== shape(before)
}

/** Calls back when the policy is another one than was last read; returns its remover. */
export function watchPolicy(changed: () => void): () => void {
  const listener = (changes: Record<string, { oldValue?: unknown }>, area: string) => {
    if (area === 'managed') void askPolicy()
    // Before the first one was kept, everyone waited for it.
    if (area === 'local' && changes[SEEN]?.oldValue != null) changed()
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
