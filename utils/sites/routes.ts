import type { ItemKind } from '../notice'
import type { FindRules, Route } from './site'

const expressions = new Map<string, RegExp>()

/** The named parts of a text that fits a regular expression (made by `define.ts`), else null. */
export function parts(source: string, text: string): Record<string, string> | null {
  let expression = expressions.get(source)
  if (!expression) {
    expression = new RegExp(source)
    expressions.set(source, expression)
  }
  const hit = expression.exec(text)
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

function partsOf(route: Route, url: URL, ours: boolean): Record<string, string> | null {
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
  const self = rules.origin === 'self'
  const origin = self ? new URL(page).origin : rules.origin
  if (url.username || url.password || !/^https?:$/.test(url.protocol)) return null
  if (self ? url.origin !== origin : url.port) return null
  const ours = self || onHosts(rules.hosts, url.hostname)
  const address = (template: string, values: Record<string, string>) => {
    const path = print(template, values)
    return path.startsWith('//') ? `https:${path}` : origin + path
  }
  for (const route of rules.routes) {
    const found = partsOf(route, url, ours)
    if (!found) continue
    return {
      kind: route.kind,
      permalink: address(route.canonical, found),
      holder: route.holder ? address(route.holder, found) : null,
      parts: found,
    }
  }
  return null
}
