import { bluesky } from './bluesky'
import { discord } from './discord'
import { facebook } from './facebook'
import { instagram } from './instagram'
import { lemmy } from './lemmy'
import { linkedin } from './linkedin'
import { mastodon } from './mastodon'
import { misskey } from './misskey'
import { odnoklassniki } from './odnoklassniki'
import { pinterest } from './pinterest'
import { pleroma } from './pleroma'
import { reddit } from './reddit'
import { onHosts } from './routes'
import type { Site } from './site'
import { snapchat } from './snapchat'
import { telegram } from './telegram'
import { threads } from './threads'
import { tiktok } from './tiktok'
import { tumblr } from './tumblr'
import { twitch } from './twitch'
import { vk } from './vk'
import { whatsapp } from './whatsapp'
import { x } from './x'
import { youtube } from './youtube'

/** All platforms that the extension knows; one line each. */
export const SITES: readonly Site[] = [
  facebook,
  instagram,
  whatsapp,
  threads,
  x,
  youtube,
  tiktok,
  telegram,
  reddit,
  linkedin,
  vk,
  odnoklassniki,
  pinterest,
  tumblr,
  discord,
  twitch,
  snapchat,
  bluesky,
  mastodon,
  lemmy,
  misskey,
  pleroma,
]

/** The site with this id, or null. */
export function siteById(id: string): Site | null {
  return SITES.find((site) => site.find.id === id) ?? null
}

/**
 * The site that an address belongs to by its host, or null. Servers that the reviewer added by hand are known to
 * the settings, not here.
 */
export function siteFor(address: string): Site | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol)) return null
  return SITES.find((site) => onHosts(hostsOf(site), url.hostname)) ?? null
}

/** May this medium of an item be fetched, by its site's own list? (`self`: the page's host and all below it.) */
export function mayFetch(site: Site, page: string, medium: string): boolean {
  if (!URL.canParse(medium) || !URL.canParse(page)) return false
  const url = new URL(medium)
  const self = site.media.includes('self') ? [`*.${new URL(page).hostname}`] : []
  return url.protocol === 'https:' && !url.username && onHosts([...site.media, ...self], url.hostname)
}

/** Hosts by the rules, and by the match patterns where the software runs anywhere. */
function hostsOf(site: Site): string[] {
  return site.find.hosts.length ? site.find.hosts : site.matches.map((match) => match.split('/')[2] ?? '')
}
