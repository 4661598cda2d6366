import type { ItemKind } from '../notice'
import { classOf } from './grammar'
import type { ItemRule, PermalinkRule, ReadRules, Route, Site } from './site'

/** A route as a site file declares it: patterns in the grammar of `grammar.ts`. */
export type RouteDeclaration = Omit<Route, 'fits' | 'host' | 'query' | 'canonical'> & {
  /** `/@{user:acct}/{id:num}/*`, `/watch?v={v:code}`, `//youtu.be/{v:code}`. */
  path: string
  /** The canonical form, printed from the parts. Default: the path itself. */
  canonical?: string
}

/** An item as a site file declares it. `not`: what matches `root` and is no item; `also`: other kinds that it may be. */
export type ItemDeclaration = Omit<ItemRule, 'kinds'> & { not?: string; also?: ItemKind[] }

export type SiteDeclaration = Omit<Site, 'find'> & {
  find: Omit<Site['find'], 'routes' | 'items' | 'watch' | 'union' | 'ignore'> & {
    routes: RouteDeclaration[]
    items: ItemDeclaration[]
    ignore?: string
  }
}

/** Matches nothing. */
const NOTHING = ':not(*)'

/**
 * A declaration made ready for the interpreter: patterns become regular expressions once, here, so that the script
 * in the page carries no grammar.
 */
export function defineSite(declaration: SiteDeclaration): Site {
  const { find, read } = declaration
  const items = find.items.map(item)
  return {
    ...declaration,
    find: {
      ...find,
      routes: find.routes.map((one) => route(one, find.origin)),
      items,
      union: items.map(({ root }) => root).join() || NOTHING,
      ignore: find.ignore ?? NOTHING,
      watch: watched(items),
    },
    read: Object.fromEntries(Object.entries(read).map(([kind, rules]) => [kind, fields(rules)])),
  }
}

function route({ path, ...rest }: RouteDeclaration, origin: string): Route {
  const [place = '', query] = path.split('?')
  return {
    ...rest,
    host: place.startsWith('//'),
    fits: classOf(place),
    canonical: absolute(rest.canonical ?? path, origin),
    ...(rest.holder ? { holder: absolute(rest.holder, origin) } : {}),
    ...(query ? { query: query.split('&').map(parameter) } : {}),
  }
}

function parameter(pair: string): [string, string] {
  const cut = pair.indexOf('=')
  return [pair.slice(0, cut), classOf(pair.slice(cut + 1))]
}

/** A template that can be printed, `{name}` without types, without the open end; with its origin where it has one. */
function absolute(template: string, origin: string): string {
  const bare = template.replace(/\{(\w+):\w+\}/g, '{$1}').replace(/\/\*(?=\?|$)/, '')
  if (bare.startsWith('//')) return `https:${bare}`
  return origin === 'self' ? bare : origin + bare
}

/** Attributes from which permalinks are read: a list that is used again changes them in place. */
function watched(items: ItemRule[]): string[] {
  const rules = items.flatMap(({ permalink }) =>
    permalink.flatMap((one) => [one, ...Object.values({ ...one.parts, ...one.agree })]),
  )
  return [...new Set(['href', ...rules.flatMap(({ from }) => (from?.[0] === '@' ? [from.slice(1)] : []))])]
}

function item({ not, also = [], ...rule }: ItemDeclaration): ItemRule {
  return {
    ...rule,
    kinds: [rule.kind, ...also],
    root: not ? `:is(${rule.root}):not(${not})` : rule.root,
    permalink: rule.permalink.map(alternative),
  }
}

function fields(rules: ReadRules): ReadRules {
  return each(rules as Record<string, unknown>, (value) =>
    Array.isArray(value) ? value.map(alternative) : value,
  ) as ReadRules
}

function alternative<T extends PermalinkRule>(one: T): T {
  return {
    ...one,
    ...(one.match ? { match: classOf(one.match) } : {}),
    ...(one.parts ? { parts: each(one.parts, alternative) } : {}),
    ...(one.agree ? { agree: each(one.agree, alternative) } : {}),
  }
}

function each<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
