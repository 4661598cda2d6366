import { emptyItem } from '../empty-item'
import { MAX_TEXT } from '../limits'
import type { Item, ItemKind, Media } from '../notice'
import { all, attribute, closest, contains, documentOf, matches, rootOf } from './dom'
import { type Excerpt, excerptOf } from './excerpt'
import type { Finder, Found } from './find'
import { itemsIn, nodesRound } from './items'
import { readJson } from './json'
import { type Context, line, parserOf, webAddress } from './parsers'
import { readText } from './readText'
import { type Link, parseLink, print } from './routes'
import type { Alternative, MediaRule, ReadRules, Site } from './site'

const MAX_MEDIA = 100
/** Pieces of one text. */
const MAX_PARTS = 200
/** Nodes that are looked at for all the texts of one item; a post has some hundreds. */
const MOST_NODES = 5000

/**
 * Reads one item as it stands now. A field that no alternative gives for certain is null and named in `missing`.
 * `given`: the item stands in an excerpt already. `used` gets a note of which alternative gave each field.
 */
export function readFields(
  finder: Finder,
  { rule, quoted, ...whole }: Found,
  rules: Site['read'],
  page: string,
  given?: Excerpt['original'],
  used: string[] = [],
): Item {
  const { root, original } = given ? { root: whole.root, original: given } : excerptOf(whole.root)
  const found = { root, rule, quoted }
  const links = rule.permalink.map(
    (one) => () => finder.link({ ...found, rule: { ...rule, permalink: [one] } }, page),
  )
  const link = firstOf(links, 'permalink', used)
  const kind = link?.kind ?? rule.kind
  return createReader(finder, found, link, page, readRules(rules, kind), original, used).item(kind)
}

/** The first value that is there; notes in `used` which place gave it, or that none did. */
function firstOf<T>(list: readonly (() => T | null)[], field: string, used: string[]): T | null {
  for (const [place, value] of list.entries()) {
    const got = value()
    if (got === null) continue
    used.push(`${field}.${place}`)
    return got
  }
  if (list.length > 0) used.push(`${field}.none`)
  return null
}

/** The item that the page's own address names, from what the document says of it; null where nobody knows how. */
export function readPageItem(finder: Finder, rules: Site['read'], doc: Document, page: string): Item | null {
  const link = parseLink(finder.rules, page, page)
  if (!link || !rules.page) return null
  const rule = { kind: link.kind, kinds: [link.kind], root: 'html', permalink: [], bar: [] }
  return createReader(finder, { root: rootOf(doc), rule, quoted: false }, link, page, rules.page).item(
    link.kind,
  )
}

/**
 * A value as it can be trusted: without the characters of no width with which some texts begin; null where the page
 * was decoded wrongly (replacement characters in a row, also decoded once more), for nobody wrote that.
 */
function certain(value: string): string | null {
  return /\ufffd\ufffd|(?:ï¿½|пїЅ){2}/.test(value)
    ? null
    : value.replace(/^[\s\u200b\u2060\ufeff]+/, '') || null
}

/** A part of a path in its own letters; as it is where it is malformed. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Of nodes in the document's order those that lie in no other. */
function outermost(list: Element[]): Element[] {
  const outer: Element[] = []
  for (const node of list) {
    const last = outer.at(-1)
    if (!last || !contains(last, node)) outer.push(node)
  }
  return outer
}

function readRules(rules: Site['read'], kind: ItemKind): ReadRules {
  return rules[kind] ?? rules.post ?? {}
}

/** Fills `read` and `missing`: a post without words but with pictures misses no text. */
export function judge(item: Item): Item {
  const known: Record<string, boolean> = {
    permalink: item.permalink !== null,
    author: item.author.name !== null || item.author.handle !== null,
    time: item.time !== null,
    text: item.text !== null || item.media.length > 0,
  }
  const missing = Object.keys(known).filter((field) => !known[field])
  const sure = known.permalink || known.author || item.text !== null
  return { ...item, missing, read: missing.length === 0 ? 'full' : sure ? 'partial' : 'none' }
}

/** `original`: the node on the page for a node of the excerpt that stands for the item. */
function createReader(
  finder: Finder,
  found: Found,
  link: Link | null,
  page: string,
  rules: ReadRules,
  original?: Excerpt['original'],
  used: string[] = [],
) {
  const shown = original ?? ((node: Element) => node)
  const doc = documentOf(shown(found.root))
  const context: Context = { rules: finder.rules, page }
  const budget = { nodes: MOST_NODES }
  let roots: Set<Element> | null = null
  const foreign = (node: Element) => {
    roots ??= new Set(itemsIn(finder, found).map(({ root }) => shown(root)))
    return roots.has(node) || finder.hidden(node)
  }

  function value(one: Alternative, node: Element): string | null {
    const from = one.from ?? 'text'
    let got: string | null
    if (from === 'text') got = words(node)
    else if (from === 'address') got = page
    else if (from[0] === '@') got = attribute(node, from.slice(1))
    else {
      const [where = '', path = ''] = from.slice('json:'.length).split('>')
      got = link && readJson(node, where, path, link.parts)
    }
    if (got !== null) got = finder.narrow(one, got, page)
    if (got !== null && one.parse) got = parserOf(one.parse)?.(got, one.with ?? '', context) ?? null
    return got && certain(got)
  }

  /** One line; what goes on beyond any line is not known. */
  function words(node: Element): string | null {
    const { text, cut } = readText(shown(node), { limit: 2000, foreign, budget })
    return cut ? null : line(text)
  }

  /** Nodes that an alternative may be read from; of the whole document only if the document names this very item. */
  function nodes(one: Alternative, handle: string | null): Element[] {
    if (one.doc) return named(one.doc.same, one.doc.from, one.doc.part) ? all(doc, one.at) : []
    if (rules.same && !one.from?.startsWith('json:')) return one.at ? pageNodes(one.at) : [found.root]
    // Round a huge item nobody looks.
    if (one.around) return original ? [] : nodesRound(finder, found, one.around, one.at)
    const nodes = one.from?.startsWith('json:') ? all(doc, one.at) : finder.nodes(found, one)
    return one.ofAuthor ? nodes.filter((node) => handle !== null && namesAuthor(node, handle)) : nodes
  }

  /** Does the document name this very item, by its address or one part of it? */
  function named(at: string, from: string, part: string | undefined): boolean {
    return all(doc, at).some((node) => {
      const value = attribute(node, from.slice(1))
      if (!link || !value) return false
      return part
        ? value === link.parts[part]
        : parseLink(finder.rules, value, page)?.permalink === link.permalink
    })
  }

  /** Nodes of a document that says of itself that it is this item. */
  function pageNodes(selector: string): Element[] {
    const { same } = rules
    return same && named(same.at, same.from, same.part) ? all(doc, selector) : []
  }

  /** Does the link round a node lead to the author? */
  function namesAuthor(node: Element, handle: string): boolean {
    const href = attribute(closest(node, 'a[href]') ?? node, 'href')
    const url = href ? webAddress(href, page) : null
    return !!url && url.pathname.split('/').some((part) => decoded(part).replace(/^@/, '') === handle)
  }

  function first(field: keyof ReadRules, handle: string | null = null): string | null {
    const list = (rules[field] ?? []) as Alternative[]
    return firstOf(
      list.map((one) => () => firstIn(one, handle)),
      field,
      used,
    )
  }

  function firstIn(one: Alternative, handle: string | null): string | null {
    for (const node of nodes(one, handle)) {
      const got = value(one, node)
      if (got !== null) return got
    }
    return null
  }

  type Text = { text: string | null; truncated: boolean }

  function text(): Text {
    const list = rules.text ?? []
    const got = firstOf<Text>(
      list.map((one) => () => textIn(one)),
      'text',
      used,
    )
    return got ?? { text: null, truncated: false }
  }

  function textIn(one: Alternative): Text | null {
    const list = nodes(one, null)
    if (list.length === 0) return null
    if (one.from && one.from !== 'text') {
      const got = list.map((node) => value(one, node)).find(Boolean)
      return got ? { text: got.slice(0, MAX_TEXT), truncated: got.length > MAX_TEXT } : null
    }
    const outer = one.each ? outermost(list).slice(0, MAX_PARTS) : list.slice(0, 1)
    const parts = outer.map((node) =>
      readText(shown(node), { limit: MAX_TEXT, skip: rules.textSkip, keep: rules.textKeep, foreign, budget }),
    )
    const whole = parts
      .map((part) => part.text)
      .filter(Boolean)
      .join('\n')
    if (certain(whole) === null) return null
    const more = !!rules.textMore && finder.owned(found, rules.textMore).length > 0
    const lost = !!original && !!one.each
    return {
      text: whole.slice(0, MAX_TEXT),
      truncated: more || lost || whole.length > MAX_TEXT || parts.some(({ cut }) => cut),
    }
  }

  function media(): Media[] {
    const list: Media[] = []
    const seen = new Set<string>()
    for (const rule of rules.media ?? []) {
      for (const node of rules.same ? pageNodes(rule.at) : finder.owned(found, rule.at)) {
        const medium = readMedium(rule, node)
        const key = medium.url ?? medium.poster
        if (list.length >= MAX_MEDIA || (key && seen.has(key))) continue
        if (key) seen.add(key)
        list.push(medium)
      }
    }
    return list
  }

  function readMedium(rule: MediaRule, node: Element): Media {
    const holder = rule.in ? (all(node, rule.in)[0] ?? node) : node
    const read = (from: string | undefined) => (from ? attribute(holder, from.slice(1)) : null)
    const address = (raw: string | null) => (raw && webAddress(raw, page)?.href.slice(0, 4000)) || null
    const raw = read(rule.from)
    const parsed = raw && rule.parse ? (parserOf(rule.parse)?.(raw, rule.with ?? '', context) ?? null) : raw
    return {
      kind: rule.kind,
      url: address(parsed),
      poster: address(read(rule.poster)),
      alt: (read(rule.alt) || altIn(node))?.slice(0, 5000) || null,
    }
  }

  const altIn = (node: Element) => attribute(all(node, '[alt]')[0] ?? node, 'alt')

  /** Address of an item that lies in this one and is quoted or reshared. */
  function quotes(): string | null {
    for (const inner of itemsIn(finder, found)) {
      const quoted = inner.quoted ? finder.link(inner, page) : null
      if (quoted) return quoted.permalink
    }
    const rule = { ...found.rule, permalink: rules.quotes ?? [] }
    const hit = finder.link({ ...found, rule }, page)
    return hit && hit.permalink !== link?.permalink ? hit.permalink : null
  }

  function authorAddress(handle: string | null): string | null {
    if (!handle || !rules.profile) return null
    const base = finder.rules.origin === 'self' ? page : finder.rules.origin
    if (!webAddress(base, page)) return null
    const local = handle.endsWith(`@${new URL(base).hostname}`)
      ? handle.slice(0, handle.lastIndexOf('@'))
      : handle
    return webAddress(print(rules.profile, { handle: local }), base)?.href ?? null
  }

  function item(kind: ItemKind): Item {
    const handle = first('authorHandle')?.slice(0, 300) ?? null
    const time = first('time')
    const audience = first('audience')
    return judge({
      ...emptyItem(finder.rules.id, kind, link?.permalink ?? null),
      platformId: first('platformId')?.slice(0, 200) ?? null,
      author: {
        name: first('authorName', handle)?.slice(0, 500) ?? null,
        handle,
        address: authorAddress(handle),
      },
      time,
      timeText: time ? null : (first('timeText')?.slice(0, 200) ?? null),
      ...text(),
      media: media(),
      language: first('language')?.slice(0, 35) ?? null,
      quotes: quotes(),
      repostedBy: first('repostedBy')?.slice(0, 500) ?? null,
      sponsored: has(rules.sponsored),
      edited: has(rules.edited),
      audience: audience === 'public' || audience === 'limited' ? audience : null,
    })
  }

  const has = (selector: string | undefined) =>
    !!selector && (matches(found.root, selector) || finder.owned(found, selector).length > 0)

  return { item }
}
