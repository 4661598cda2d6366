import type { ItemKind } from '../notice'
import type { FindRules, Route } from './site'

/** The named parts of a text that fits a regular expression (made by `define.ts`), else null. */
export function parts(source: string, text: string): Record<string, string> | null {
  const hit = new RegExp(source).exec(text)
  return hit && { ...hit.groups }
}

/** A template with its parts filled in. */
export const print = (template: string, values: Record<string, string>) =>
  template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')

/** An address of the site that was understood. */
export type Link = {
  kind: ItemKind
  /** Canonical, absolute. */
  permalink: string
  /** Canonical address of what holds it, or null. */
  holder: string | null
  parts: Record<string, string>
}

/** Is this host one of the list? `*.x` stands for x and everything below it. */
export const onHosts = (hosts: string[], host: string) =>
  hosts.some((one) => (one.startsWith('*.') ? `.${host}`.endsWith(one.slice(1)) : one === host))

function partsOf(
  route: Pick<Route, 'host' | 'fits' | 'query' | 'except'>,
  url: URL,
  ours: boolean,
): Record<string, string> | null {
  const found =
    route.host || ours ? parts(route.fits, (route.host ? `//${url.hostname}` : '') + url.pathname) : null
  for (const [name, fits] of route.query ?? []) {
    const more = found && parts(fits, url.searchParams.get(name) ?? '')
    if (!more) return null
    Object.assign(found, more)
  }
  for (const name in route.except) if (found && route.except[name]?.includes(found[name] ?? '')) return null
  return found
}

/**
 * What an address means on this site: its kind, parts and canonical form; null if it is not an item's address of
 * this site (other host, user name in it, unknown shape). `page` is the address of the page it stands on.
 */
export function parseLink(rules: FindRules, href: string, page: string): Link | null {
  if (!URL.canParse(href, page)) return null
  const url = new URL(href, page)
  const self = rules.origin === 'self' ? new URL(page).origin : null
  if (url.username || url.password || !/^https?:$/.test(url.protocol)) return null
  if (self ? url.origin !== self : url.port) return null
  const ours = self !== null || onHosts(rules.hosts, url.hostname)
  for (const { kind, canonical, holder, ...route } of rules.routes) {
    const found = partsOf(route, url, ours)
    if (!found) continue
    const address = (template: string) => (self ?? '') + print(template, found)
    return { kind, permalink: address(canonical), holder: holder ? address(holder) : null, parts: found }
  }
  return null
}
