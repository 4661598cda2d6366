import type { ItemKind } from '../notice'
import type { FindRules, Route } from './site'

/**
 * The grammar of addresses. A pattern is literal text with parts `{name:type}` (type `word` where none is given);
 * a path may end in `/*` (anything may follow) and have a query of required parameters (`?v={v:code}`); one that
 * starts with `//` names its host too. An address is parsed into its parts and printed anew: what is not in the
 * pattern is gone by construction.
 */
const TYPES: Record<string, string> = {
  num: '[0-9]{1,25}',
  int: '-?[0-9]{1,25}',
  word: '[A-Za-z0-9_.-]{1,100}',
  code: '[A-Za-z0-9_-]{1,120}',
  label: '[a-z0-9-]{1,63}',
  acct: '[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}(?:@[A-Za-z0-9.-]{1,253})?',
  who: '(?:did:[a-z]{1,20}:)?[A-Za-z0-9._-]{1,253}',
  slug: "(?:[A-Za-z0-9_.~!'()*,;:@+$&=-]|%[0-9A-Fa-f]{2}){1,300}",
  any: '[^]{1,300}',
}

type Pattern = (text: string) => Record<string, string> | null
const patterns = new Map<string, Pattern>()

/** A compiled pattern: gives the parts of a text that fits it as a whole, else null. */
export function pattern(source: string): Pattern {
  let made = patterns.get(source)
  if (!made) {
    const names: string[] = []
    const open = source.endsWith('/*')
    const body = (open ? source.slice(0, -2) : source)
      .split(/(\{\w+(?::\w+)?\})/)
      .map((bit) => {
        const part = /^\{(\w+)(?::(\w+))?\}$/.exec(bit)
        if (!part) return bit.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
        names.push(part[1] as string)
        return `(${TYPES[part[2] ?? 'word'] ?? '[^]{0}'})`
      })
      .join('')
    const whole = new RegExp(`^${body}${open ? '(?:/.*)?' : '/?'}$`)
    made = (text) => {
      const hit = whole.exec(text)
      return hit && Object.fromEntries(names.map((name, i) => [name, hit[i + 1] as string]))
    }
    patterns.set(source, made)
  }
  return made
}

/** A template with its parts filled in. */
export const print = (template: string, parts: Record<string, string>) =>
  template.replace(/\{(\w+)(?::\w+)?\}/g, (_, name) => parts[name] ?? '')

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
  const [place, query] = route.path.split('?') as [string, string?]
  const named = place.startsWith('//')
  if (!named && !ours) return null
  const parts = pattern(place)(named ? `//${url.hostname}${url.pathname}` : url.pathname)
  if (!parts) return null
  for (const pair of query?.split('&') ?? []) {
    const cut = pair.indexOf('=')
    const value = url.searchParams.get(pair.slice(0, cut))
    const more = value && pattern(pair.slice(cut + 1))(value)
    if (!more) return null
    Object.assign(parts, more)
  }
  for (const name in route.except) if (route.except[name]?.includes(parts[name] ?? '')) return null
  return parts
}

/**
 * What an address means on this site: its kind, parts and canonical form; null if it is not an item's address of
 * this site (other host, user name in it, unknown shape). `page` is the address of the page it stands on.
 */
export function parseLink(rules: FindRules, href: string, page: string): Link | null {
  let url: URL
  let origin = rules.origin
  try {
    url = new URL(href, page)
    if (origin === 'self') origin = new URL(page).origin
  } catch {
    return null
  }
  if (url.username || url.password || !/^https?:$/.test(url.protocol)) return null
  const self = rules.origin === 'self'
  if (self ? url.origin !== origin : url.port) return null
  const ours = self || onHosts(rules.hosts, url.hostname)
  for (const route of rules.routes) {
    const parts = partsOf(route, url, ours)
    if (!parts) continue
    const address = (template: string) => {
      const path = print(template.replace(/\/\*(?=\?|$)/, ''), parts)
      return path.startsWith('//') ? `https:${path}` : origin + path
    }
    return {
      kind: route.kind,
      permalink: address(route.canonical ?? route.path),
      holder: route.holder ? address(route.holder) : null,
      parts,
    }
  }
  return null
}
