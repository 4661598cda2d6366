import type { ItemKind } from '../notice'

/**
 * Where one value can be read. An ordered list of alternatives stands for each field: the first that gives a
 * value wins. Data, not code: the background hands it to the content script as JSON, a signed pack can carry it.
 */
export type Alternative = {
  /** CSS selector inside the item; only nodes whose nearest item is this item count. Empty: the item's root. */
  at: string
  /**
   * Where to read: the rendered text (default), an attribute, or the address of the page. `json:WHERE>PATH` reads
   * JSON in the node: in the object whose keys equal WHERE (`code={id}`, from the permalink's parts) the PATH.
   */
  from?: 'text' | 'address' | `@${string}` | `json:${string}`
  /** The value is an address of this site: what counts is this part of it, by the routes. */
  part?: string
  /** The value must fit this pattern (the grammar of `grammar.ts`); what counts is its part `value`. */
  match?: string
  /** A named, typed parser of `parsers.ts`; default: the string as it is. */
  parse?: string
  /** Argument of the parser. */
  with?: string
  /** Text fields: all nodes that match, one after the other, not only the first. */
  each?: true
  /** Look in nested items of this kind (the comments of a post) instead of in the item's own nodes. */
  within?: ItemKind
  /**
   * Look round the item instead of in it: in its nearest ancestor that matches this, if no other item lies there
   * (the line above a status that says who boosted it).
   */
  around?: string
  /** Look in the whole document; only believed where this names this very item (its address, or that `part` of it). */
  doc?: { same: string; from: `@${string}`; part?: string }
  /** The node's link must name the item's author (by `authorHandle`). */
  ofAuthor?: true
}

/** A permalink: a link in the item, the page's own address, or an address made of parts read in the item. */
export type PermalinkRule = Alternative & {
  /** Path made of `parts`; it has to fit a route like any link. */
  make?: string
  parts?: Record<string, Alternative>
  /** The link's parts must equal what is read here (an address that belongs to another item is refused). */
  agree?: Record<string, Alternative>
  /** What has no public address gets a reference of its own (`whatsapp:{id}`), printed from `parts`. */
  reference?: string
  /** The link names something inside the item (its comment): take the address of what holds that. */
  holder?: true
}

/** One shape of an address; `define.ts` makes it from the pattern in the site's declaration. */
export type Route = {
  kind: ItemKind
  /** Regular expression with a named group a part, over the path (with `host`: `//host/path`). */
  fits: string
  host: boolean
  /** Parameters that must be there, with their regular expressions. */
  query?: [string, string][]
  /** The canonical form, printed from the parts (`https://…/{user}/{id}`; with origin `self` only the path). */
  canonical: string
  /** Address of the item that holds this one (the post of a comment), printed from the parts. */
  holder?: string
  /** Parts that must not be one of these words (`/i/…` is no user). */
  except?: Record<string, string[]>
}

/** How one kind of item stands on the page. */
export type ItemRule = {
  kind: ItemKind
  /** Kinds that its link may turn out to be (a reel in the feed), its own among them. */
  kinds: ItemKind[]
  /** Roots of the item. */
  root: string
  /**
   * A link whose address the page fills in only when it is pointed at or has the focus: it gets the focus for a
   * moment at the press.
   */
  wake?: string
  /** A root counts only if it owns a node that matches. */
  needs?: string
  /** It lies inside another item and has no action of its own (a quote): it is read, not decorated. */
  quoted?: true
  /**
   * Quotes without a root of their own: each item has one `mark`; a second one starts a quoted item that reaches
   * up as far as it holds no `fence` that stands before the mark, and no `stop` at all.
   */
  split?: { mark: string; fence: string; stop: string }
  permalink: PermalinkRule[]
  /**
   * The platform's own action bar: the element that holds the action; with `climb`, the nearest ancestor of `at`
   * that also holds `climb`; with `cell`, that part of it. `put`: where in it the action stands.
   */
  bar: { at: string; climb?: string; cell?: string; put: 'prepend' | 'append' }[]
}

/** What `flag.content` needs: finding, the permalink, the bar. Sent to it by the background. */
export type FindRules = {
  id: string
  version: number
  /** Canonical origin, `https://bsky.app`; `self`: the page's own origin (federated software). */
  origin: string
  /** Hosts whose links are this site's (`*.` in front: and all below). Empty with origin `self`. */
  hosts: string[]
  /** The page is this software only if this is in it. */
  sign?: string
  /** Whatever lies in one of these is not there at all (decoys). */
  ignore: string
  /** Matches every root of an item, and roots that turn out to hold none. */
  union: string
  routes: Route[]
  /** Kinds that this platform links from their own item alone (elsewhere only a link round a time stands for one). */
  sure?: ItemKind[]
  /** Attributes from which permalinks are read. */
  watch: string[]
  items: ItemRule[]
}

export type MediaRule = {
  kind: 'image' | 'video' | 'audio' | 'file'
  /** The element that counts as one medium. */
  at: string
  /** Where in it (default: itself) the address stands. */
  in?: string
  from: `@${string}`
  parse?: string
  with?: string
  poster?: `@${string}`
  alt?: `@${string}`
}

/** The fields of an item, each with its alternatives. Read at the press, never before. */
export type ReadRules = {
  /** Page rules: the document is believed only where this names the item of the page's address. */
  same?: { at: string; from: `@${string}`; part?: string }
  platformId?: Alternative[]
  authorName?: Alternative[]
  authorHandle?: Alternative[]
  /** The author's page, made of `{handle}`. */
  profile?: string
  time?: Alternative[]
  timeText?: Alternative[]
  text?: Alternative[]
  /** Stands in the text and opens the rest of it. */
  textMore?: string
  /** Parts of the text that are no text of the author. */
  textSkip?: string
  /** Parts that a reader cannot see and that are text all the same (the `https://` of a shortened link). */
  textKeep?: string
  media?: MediaRule[]
  language?: Alternative[]
  repostedBy?: Alternative[]
  /** Address of the item that this one hands on, where it is named and does not lie inside. */
  quotes?: PermalinkRule[]
  /** A node of the item that is there only on paid or edited items. */
  sponsored?: string
  edited?: string
  /** `public` or `limited`. */
  audience?: Alternative[]
}

/** The declaration of one platform: everything that is known of its pages. */
export type Site = {
  find: FindRules
  /**
   * By kind; `post` is the default of every kind that is not listed. `page` reads the item that the page's own
   * address names, where the page shows none (server pages with data): only from `doc` and JSON.
   */
  read: Partial<Record<ItemKind, ReadRules>>
  name: string
  /** Match patterns for the optional host permission and for script registration. */
  matches: string[]
  /** Hosts from which the item's media may be fetched (`*.` in front: and all below). */
  media: string[]
  /** `Ground.platform` of its policies. */
  policies: string
  /**
   * Parts of the page's own frame, none of what its users write: `in` is there only for somebody who is logged in,
   * `out` only for nobody. Only what was seen on a saved page; where neither is there, nobody knows.
   */
  session?: { in?: string; out?: string }
  /** Tried on the platform's live or saved pages of today? Shown in options and README. */
  proof: 'proven' | 'unproven'
  /** ISO day of the newest page on which the selectors held. */
  held: string
}
