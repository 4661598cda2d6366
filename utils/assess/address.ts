import { siteById, siteFor } from '../sites'
import { parseLink } from '../sites/routes'
import type { Site } from '../sites/site'

/**
 * What an address stands for: one `item`; an `account` (profile, channel); a `list` (search, hashtag, feed); a whole
 * `site`; nothing on its platform that is known (`unknown`); no public web address (`notPlain`).
 */
export type Meaning = 'item' | 'account' | 'list' | 'site' | 'unknown' | 'notPlain'

export type Address = {
  meaning: Meaning
  /** The platform that it belongs to by its host, whatever the notice says; null: another web page. */
  site: Site | null
  /** As the platform itself would write it; null where nothing was understood. */
  canonical: string | null
  /** Who wrote the item, where the address names them: as `authorKey` writes it. */
  author: string | null
}

/** Where a path shows many items: `/hashtag/x`, `/search/top`, `/tags/x`, `/explore`. */
const LIST_PATH = /^\/(?:[^?#]{0,200}\/)?(?:search|hashtags?|tags?|explore|feed)(?:\/[^/]*)?\/?$/i
const LIST_QUERY = ['q', 'query', 'search', 'search_query', 'keyword', 'hashtag']
/** Parts of a permalink that name who wrote the item. */
const AUTHORS = ['user', 'who', 'blog', 'channel']

/** Reads an address by the grammar of the sites. */
export function readAddress(platform: string, permalink: string): Address {
  const named = platform === 'web' ? null : siteById(platform)
  const site = named ?? siteFor(permalink)
  const nothing = { site, canonical: null, author: null }
  if (named && isReference(named, permalink)) return { ...nothing, meaning: 'item', canonical: permalink }
  const url = URL.canParse(permalink) ? new URL(permalink) : null
  if (url?.protocol !== 'https:' || url.username || url.password || !url.hostname.includes('.'))
    return { ...nothing, meaning: 'notPlain' }
  if (!site) return { ...nothing, meaning: onTheWeb(url), canonical: permalink }
  const link = parseLink(site.find, permalink, permalink)
  if (!link) return { ...nothing, meaning: isList(url) ? 'list' : 'unknown' }
  const account = link.kind === 'profile' || link.kind === 'channel'
  // A comment's address names the author of the post that it stands under.
  const part = link.kind === 'comment' ? undefined : AUTHORS.find((name) => link.parts[name])
  const author = part ? authorKey(site, link.parts[part] ?? '', url.hostname) : null
  return { meaning: account ? 'account' : 'item', site, canonical: link.permalink, author }
}

/** One author on one platform, however the name is written: `@Ada` on m.example → `mastodon:ada@m.example`. */
export function authorKey(site: Site | null, handle: string, host: string): string {
  const name = handle.trim().toLowerCase().replace(/^@/, '')
  if (!site) return `web:${host}:${name}`
  return `${site.find.id}:${site.find.origin === 'self' && !name.includes('@') ? `${name}@${host}` : name}`
}

function onTheWeb(url: URL): Meaning {
  if (isList(url)) return 'list'
  return url.pathname === '/' && !url.search ? 'site' : 'item'
}

const isList = (url: URL) =>
  LIST_PATH.test(url.pathname) || LIST_QUERY.some((name) => url.searchParams.has(name))

/** A private message has no public address but a reference of its site's: `whatsapp:3EB0…`. */
function isReference({ find }: Site, permalink: string): boolean {
  const templates = find.items.flatMap((item) => item.permalink.flatMap((rule) => rule.reference ?? []))
  return templates.some((template) => {
    const fits = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[\\w@.-]{1,300}')
    return new RegExp(`^${fits}$`).test(permalink)
  })
}
