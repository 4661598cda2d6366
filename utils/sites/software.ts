import { z } from 'zod'
import { request } from '../connectors/http'

/** Software of the fediverse by the name that its servers give (NodeInfo `software.name`) → id of the site that reads it. */
const NAMES: Record<string, string> = {
  mastodon: 'mastodon',
  'glitch-soc': 'mastodon',
  hometown: 'mastodon',
  ecko: 'mastodon',
  fedibird: 'mastodon',
  kmyblue: 'mastodon',
  pleroma: 'pleroma',
  akkoma: 'pleroma',
  misskey: 'misskey',
  sharkey: 'misskey',
  firefish: 'misskey',
  calckey: 'misskey',
  cherrypick: 'misskey',
  iceshrimp: 'misskey',
  foundkey: 'misskey',
  catodon: 'misskey',
  magnetar: 'misskey',
  lemmy: 'lemmy',
}

/** Marks in a page's source by which software is known that keeps silent; the order is that of trust. */
const MARKS: [mark: RegExp, id: string][] = [
  [/<div[^>]+id=["']mastodon["']|id=["']initial-state["']/, 'mastodon'],
  [
    /id=["'](?:misskey|sharkey|firefish|calckey|cherrypick|iceshrimp|foundkey)_app["']|name=["']application-name["'] content=["']Misskey["']/,
    'misskey',
  ],
  [/id=["']initial-results["']/, 'pleroma'],
  [/class=["'][^"']*\blemmy-site\b/, 'lemmy'],
]

/** NodeInfo: where the document is (RFC 8615, `/.well-known/nodeinfo`), and what it says. */
const Links = z.object({
  links: z.array(z.object({ rel: z.string().max(200), href: z.string().max(500) })).max(50),
})
const NodeInfo = z.object({ software: z.object({ name: z.string().max(100) }) })
const SCHEMA = 'http://nodeinfo.diaspora.software/ns/schema/'

/** The site that reads software of this name, or null. */
export const siteOfSoftware = (name: string): string | null => {
  const known = name.trim().toLowerCase()
  return Object.hasOwn(NAMES, known) ? (NAMES[known] ?? null) : null
}

/** The site that reads a page with this source, by its software's marks, or null. */
export const siteOfSource = (html: string): string | null =>
  MARKS.find(([mark]) => mark.test(html))?.[1] ?? null

/**
 * Which software a server of the fediverse runs, as the id of the site that reads it: by what it says of itself
 * (NodeInfo), else by its front page. Null: none that is known, or no answer. Only the server itself is asked.
 */
export async function softwareOf(host: string, signal: AbortSignal): Promise<string | null> {
  const origin = `https://${host}`
  const listed = Links.safeParse((await request(`${origin}/.well-known/nodeinfo`, {}, signal))?.json)
  const links = listed.success ? listed.data.links : []
  for (const { rel, href } of links) {
    if (!rel.startsWith(SCHEMA) || !URL.canParse(href, origin)) continue
    const url = new URL(href, origin)
    if (url.origin !== origin || url.username) continue
    const told = NodeInfo.safeParse((await request(url.href, {}, signal))?.json)
    if (told.success) return siteOfSoftware(told.data.software.name)
  }
  const page = await request(`${origin}/`, { headers: { accept: 'text/html' } }, signal)
  return page?.text ? siteOfSource(page.text) : null
}
