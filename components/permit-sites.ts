import { browser } from '../utils/browser'
import type { SiteInfo } from '../utils/messages'
import { serverMatch } from '../utils/scripts'
import { settings } from '../utils/settings'
import { ask } from './ask'

/** The browser's one permission for every page: the only one under which a picture of the tab is to be had. */
export const ALL = ['<all_urls>']

/** Gives a permission back as far as it can be: what the manifest itself grants stays. */
const giveBack = (origins: string[]) => browser.permissions.remove({ origins }).catch(() => false)

/**
 * Asks the browser for a site's addresses and switches it on. To be called straight from the click: the browser
 * shows its question only then. False: the answer was no.
 */
export async function switchOn({ id, matches }: SiteInfo): Promise<boolean> {
  if (!(await browser.permissions.request({ origins: matches }))) return false
  const { disabledSites } = await settings.get()
  await settings.set({ disabledSites: disabledSites.filter((one) => one !== id) })
  await ask('site.sync', {})
  return true
}

/** Switches a site off, in open tabs too, and gives its permission back. */
export async function switchOff({ id, matches }: SiteInfo): Promise<void> {
  const { disabledSites } = await settings.get()
  await settings.set({ disabledSites: [...new Set([...disabledSites, id])] })
  await ask('site.sync', {})
  await giveBack(matches)
}

/**
 * Adds a server of the reviewer's by its host name, straight from the click. False: the answer was no.
 * @throws ProblemError `serverUnknown`: it runs nothing that is known; its permission is given back.
 */
export async function addServer(host: string): Promise<boolean> {
  if (!(await browser.permissions.request({ origins: [serverMatch(host)] }))) return false
  try {
    await ask('site.add', { host })
  } catch (error) {
    await giveBack([serverMatch(host)])
    throw error
  }
  return true
}

/** Takes a server away, in open tabs too. */
export async function removeServer(host: string): Promise<void> {
  const { [host]: _, ...servers } = (await settings.get()).servers
  await settings.set({ servers })
  await ask('site.sync', {})
  await giveBack([serverMatch(host)])
}

/**
 * Asks for every page, for pictures alone: sites that do not run now are marked as switched off first, so that the
 * wide permission switches none of them on. False: the answer was no.
 */
export async function permitPictures(sites: readonly SiteInfo[]): Promise<boolean> {
  const off = sites.filter(({ granted }) => !granted).map(({ id }) => id)
  // Not awaited: the browser's question has to come from the click itself.
  const marked = settings
    .get()
    .then(({ disabledSites }) => settings.set({ disabledSites: [...new Set([...disabledSites, ...off])] }))
  const permitted = await browser.permissions.request({ origins: ALL })
  await marked
  await ask('site.sync', {})
  return permitted
}

/** No pictures of the tab any more. */
export async function refusePictures(): Promise<void> {
  await giveBack(ALL)
  await ask('site.sync', {})
}
