import type { ItemKind } from '../notice'

/**
 * Where one field of an item can be read: the first alternative that gives a value wins. Data, not code: a site
 * pack can carry it, and the background hands it to the content script as JSON.
 */
export type Alternative = {
  /** CSS selector inside the item; only nodes whose nearest item ancestor is this item count. `:root` = the document. */
  at: string
  /** Where to read: an attribute, the rendered text (`readText`), a JSON path in the script's text. Default `text`. */
  from?: 'text' | `@${string}` | `json:${string}`
  /** A named, typed parser of `parsers.ts`; default: the string as it is. */
  parse?: string
  /** Argument of the parser. */
  with?: string
}

/** A permalink's grammar: path pattern with `{name}` parts, e.g. `/@{user}/{id}`; see `routes.ts`. */
export type Route = {
  kind: ItemKind
  path: string
  /** Query parameters that belong to the address (`v`, `comment_id`); all others are dropped. */
  query?: string[]
  /** The canonical form printed from the parts; default: the path itself. */
  canonical?: string
}

/** How one kind of item stands on the page. */
export type ItemRule = {
  kind: ItemKind
  /** Roots of the item. */
  root: string
  /** What matches `root` and is no item. */
  not?: string
  /** An item inside another one that has no action of its own (a quote): it is read, not decorated. */
  quoted?: string
  permalink: Alternative[]
  /** The platform's own action bar: the element that holds the action, and where to put it in. */
  bar: { at: string; climb?: string; put: 'append' | 'before' | 'after' }[]
}

/** What `flag.content` needs: finding, the permalink, the bar. Sent to it by the background. */
export type FindRules = {
  id: string
  version: number
  /** Canonical origin, `https://bsky.app`; `self`: the page's own origin (federated software). */
  origin: string
  /** Hosts whose links are this site's. Empty with origin `self`. */
  hosts: string[]
  routes: Route[]
  items: ItemRule[]
}

/** The fields of an item, each with its alternatives. Read by `capture` at the press. */
export type ReadRules = {
  platformId?: Alternative[]
  authorName?: Alternative[]
  authorHandle?: Alternative[]
  authorAddress?: Alternative[]
  time?: Alternative[]
  timeText?: Alternative[]
  text?: Alternative[]
  textMore?: string
  media?: (Alternative & { kind: 'image' | 'video' | 'audio' | 'file'; poster?: string; alt?: string })[]
  language?: Alternative[]
  quotes?: Alternative[]
  repostedBy?: Alternative[]
  sponsored?: string
  edited?: string
  audience?: Alternative[]
}

/** The declaration of one platform: everything that is known of its pages. */
export type Site = {
  find: FindRules
  /** By kind; `post` is the default of every kind that is not listed. */
  read: Partial<Record<ItemKind, ReadRules>>
  name: string
  /** Match patterns for the optional host permission and for script registration. */
  matches: string[]
  /** Hosts from which the item's media may be fetched. */
  media: string[]
  /** `Ground.platform` of its policies. */
  policies: string
  /** Tried on the platform's live or saved pages of today? Shown in options and README. */
  proof: 'proven' | 'unproven'
  /** ISO day of the newest page on which the selectors held. */
  held: string
}
