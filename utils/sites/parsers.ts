import { classOf } from './grammar'
import { parts } from './routes'
import type { FindRules } from './site'

/** What a parser may look at besides the value: the site's rules and the address of the page. */
export type Context = { rules: FindRules; page: string }

/** Takes what stands on the page and the declaration's argument; gives the field's value, or null: not certain. */
export type Parser = (value: string, argument: string, context: Context) => string | null

/** Instants outside these years are no times of posts. */
const FIRST = Date.UTC(1990, 0)
const LAST = Date.UTC(2100, 0)

function instant(ms: number): string | null {
  return ms >= FIRST && ms < LAST ? new Date(ms).toISOString() : null
}

/**
 * ISO 8601 with a zone (`Z`, `+02:00`, `+0000`), any number of decimals; without a zone nobody knows the instant.
 * Read by hand: browsers differ in what else `Date.parse` takes.
 */
function iso(value: string): string | null {
  const hit =
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(?:(Z)|([+-])(\d\d):?(\d\d)?)$/.exec(
      value.trim(),
    )
  if (!hit) return null
  const [
    ,
    year,
    month,
    day,
    hour,
    minute,
    second = '0',
    part = '',
    ,
    sign,
    zoneHour = '0',
    zoneMinute = '0',
  ] = hit
  const ms = Date.UTC(
    +(year ?? 0),
    +(month ?? 0) - 1,
    +(day ?? 0),
    +(hour ?? 0),
    +(minute ?? 0),
    +second,
    +part.padEnd(3, '0').slice(0, 3),
  )
  const date = new Date(ms)
  if (date.getUTCMonth() !== +(month ?? 0) - 1 || +(hour ?? 0) > 23 || +(minute ?? 0) > 59 || +second > 60)
    return null
  const zone = (+zoneHour * 60 + +zoneMinute) * 60_000
  return instant(sign === '-' ? ms + zone : ms - zone)
}

/** White space as one space; the marks with which some pages wrap a name for its direction are not part of it. */
export function line(value: string): string | null {
  const text = value.replace(/\s+/g, ' ').trim()
  return (
    text.replace(
      /^[\u202a-\u202c\u2066-\u2069\u200e\u200f\s]+|[\u202a-\u202c\u2066-\u2069\u200e\u200f\s]+$/g,
      '',
    ) || null
  )
}

/** Addresses in the page's terms; only http(s), never with a user name. */
export function webAddress(value: string, page: string): URL | null {
  if (!value.trim() || !URL.canParse(value, page)) return null
  const url = new URL(value, page)
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : null
}

/** Parameters that name the visit and not the page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|msclkid|yclid|igsh|igshid|mibextid|mc_cid|mc_eid|_hsenc|_hsmi)$/

/** An address of any page as it is, without what names the visit: user name, tracking, place on the page. */
export function pageAddress(href: string, base: string): string | null {
  const url = webAddress(href, base)
  if (!url) return null
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  if (!/^#[!/]/.test(url.hash)) url.hash = ''
  return url.href.slice(0, 2000)
}

/** The largest source of a `srcset`. */
function largest(value: string, page: string): string | null {
  let best: { size: number; url: string } | null = null
  for (const candidate of value.split(/,\s+/)) {
    const [address = '', size = '1x'] = candidate.trim().split(/\s+/)
    const url = webAddress(address, page)?.href
    const amount = Number.parseFloat(size) || 0
    if (url && (!best || amount > best.size)) best = { size: amount, url }
  }
  return best?.url ?? null
}

/** Text in base64 (also the address-safe kind), or null. */
function unbase64(value: string): string | null {
  try {
    return atob(value.replace(/-/g, '+').replace(/_/g, '/'))
  } catch {
    return null
  }
}

const ACCOUNT = classOf('{value:acct}')

export const PARSERS = {
  /** One line of text: names, words for a time. */
  line,
  /** An account's handle without the at sign in front. */
  handle: (value) => parts(ACCOUNT, line(value)?.replace(/^@/, '') ?? '')?.value ?? null,
  /** ISO 8601 with a zone → instant in UTC. */
  iso,
  /** Seconds since 1970 → instant. */
  seconds: (value) => (/^\d{9,10}(?:\.\d+)?$/.test(value) ? instant(Number(value) * 1000) : null),
  /** Milliseconds since 1970 → instant. */
  milliseconds: (value) => (/^\d{12,13}$/.test(value) ? instant(Number(value)) : null),
  /** A web address, absolute. */
  address: (value, _, { page }) => webAddress(value, page)?.href ?? null,
  /** Replaces `FROM>TO` in an address (a thumbnail's path by the picture's). */
  swap: (value, argument, { page }) => {
    const [from = '', to = ''] = argument.split('>')
    return webAddress(value, page)?.href.replace(from, to) ?? null
  },
  /** Sets the parameter `NAME=VALUE` of an address (`name=orig`). */
  query: (value, argument, { page }) => {
    const url = webAddress(value, page)
    const [name = '', wanted = ''] = argument.split('=')
    url?.searchParams.set(name, wanted)
    return url?.href ?? null
  },
  srcset: (value, _, { page }) => largest(value, page),
  /** The address in a style's `url(…)`. */
  style: (value, _, { page }) => {
    const hit = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/.exec(value)
    return (hit && webAddress(hit[1] ?? hit[2] ?? hit[3] ?? '', page)?.href) ?? null
  },
  /** Base64 in the parameter NAME of an address, taken apart by a pattern: `NAME=PATTERN`. */
  base64: (value, argument, { page }) => {
    const cut = argument.indexOf('=')
    const packed = webAddress(value, page)?.searchParams.get(argument.slice(0, cut))
    return (packed && parts(classOf(argument.slice(cut + 1)), unbase64(packed) ?? '')?.value) || null
  },
  /** The value itself if it is one of the argument's words (`a|b`). */
  oneOf: (value, argument) => (argument.split('|').includes(value) ? value : null),
  /** The argument, whatever stands there: a node that is a mark. */
  mark: (_, argument) => argument,
} satisfies Record<string, Parser>

export type ParserName = keyof typeof PARSERS

/** The named parser; a name that this version does not know reads nothing. */
export function parserOf(name: string): Parser | null {
  return Object.hasOwn(PARSERS, name) ? PARSERS[name as ParserName] : null
}
