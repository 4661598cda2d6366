import { all } from '../../utils/sites/dom'
import { type EveryItem, readEvery } from '../../utils/sites/every'
import { createFinder } from '../../utils/sites/find'
import { readItem } from '../../utils/sites/read'
import type { Site } from '../../utils/sites/site'

/** Runs in a page or in a document of a test: hostile pages made of a site's own hooks, and what goes wrong on them. */

const HOSTILE = [
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:https://evil.example/1',
  'https://user:pw@bsky.app/profile/a/post/b',
  'https://evil.example/@a/1',
  '//evil.example\\@x.com/a/status/1',
  'https://%E0%A4%A/',
  '/profile/%E0%A4%A/post/%',
  '9007199254740993',
  '999999999999999999999999999999999999',
  '-1_99999999999999999999',
  '\u202eevil\u2066',
  '\ud800',
  '\u0000',
  '{"a":',
  'x'.repeat(5000),
  '',
]
/** Properties that a form with such fields hides. */
const CLOBBERED = [
  'closest',
  'parentElement',
  'querySelectorAll',
  'attributes',
  'matches',
  'nodeType',
  'getAttribute',
]
const TAGS =
  'div div div a a span article section time img li ul form input header footer button video source p h1 template svg bdi picture'.split(
    ' ',
  )

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What a site goes by: classes, elements, attributes with the values that it asks for. */
function hooksOf({ find, read }: Pick<Site, 'find' | 'read'>) {
  const text = JSON.stringify([find.items, find.sign, read]).replace(/\\"/g, '"')
  const of = (shape: RegExp) => [...new Set([...text.matchAll(shape)].map((hit) => hit[1] ?? ''))]
  return {
    classes: of(/\.([A-Za-z][\w-]+)/g),
    tags: of(/(?<![\w.#-])([a-z]+(?:-[a-z0-9]+)+)(?=[\s.:[>"#,])/g),
    attributes: [...text.matchAll(/\[([\w-]+)(?:[\^$*~|]?="([^"]*)")?/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
    links: find.routes.map(({ canonical }) => canonical),
  }
}

/** Puts a page of the site into the body, hurt at random: values of attributes, text, nodes of its own hooks. */
export function build(doc: Document, site: Pick<Site, 'find' | 'read'>, html: string, seed: number): void {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const hooks = hooksOf(site)
  const filled = () => {
    const path = pick(hooks.links).replace(/\{\w+\}/g, () =>
      pick(['ada', '12345', '9007199254740993', 'a.b', '%E0%A4%A']),
    )
    const bare = path.replace(/^https?:\/\/[^/]+/, '')
    return pick([
      path,
      path,
      bare,
      `https://${site.find.hosts[0] ?? 'a.example'}.evil.example${bare}`,
      `https://evil.example${bare}`,
    ])
  }
  const value = (asked: string) =>
    pick([asked, asked, `${asked}12345`, `${asked}${pick(HOSTILE)}`, pick(HOSTILE), filled()])
  doc.body.innerHTML = html
  for (const node of doc.body.querySelectorAll('*')) {
    for (const name of Element.prototype.getAttributeNames.call(node))
      if (next() < 0.08)
        Element.prototype.setAttribute.call(
          node,
          name,
          value(Element.prototype.getAttribute.call(node, name) ?? ''),
        )
    if (next() < 0.05) Element.prototype.append.call(node, doc.createTextNode(pick(HOSTILE)))
  }
  const nodes: Element[] = [doc.body, ...doc.body.querySelectorAll('*')]
  const size = 3 + Math.floor(next() * 15)
  for (let made = 0; made < size; made++) {
    const node = doc.createElement(next() < 0.15 && hooks.tags.length ? pick(hooks.tags) : pick(TAGS))
    for (let given = 0; given < 3; given++) {
      const [name, asked] = hooks.attributes.length ? pick(hooks.attributes) : ['title', '']
      if (next() < 0.6) node.setAttribute(name ?? 'title', value(asked ?? ''))
    }
    if (next() < 0.7 && hooks.classes.length) node.className = `${pick(hooks.classes)} ${pick(hooks.classes)}`
    if (node.localName === 'a' || next() < 0.1)
      node.setAttribute('href', next() < 0.7 ? filled() : pick(HOSTILE))
    if (node.localName === 'time')
      node.setAttribute('datetime', pick(['2026-11-20T08:15:00Z', '+999999-01-01T00:00:00Z', 'x']))
    if (node.localName === 'input') node.setAttribute('name', pick(CLOBBERED))
    if (next() < 0.4) node.append(doc.createTextNode(pick([...HOSTILE, 'Words'])))
    const parent = pick(nodes)
    if (next() < 0.05 && parent.localName === 'div' && !parent.shadowRoot && parent !== doc.body)
      parent.attachShadow({ mode: 'open' }).append(node)
    else Element.prototype.append.call(parent, node)
    nodes.push(node)
  }
}

/** Does an address that was read lie on the site's own hosts (or, of software on any host, on the page's)? */
function strays(address: string | null, { find }: Pick<Site, 'find'>, page: string): boolean {
  if (address === null || address.startsWith(`${find.id}:`)) return false
  if (!URL.canParse(address)) return true
  const url = new URL(address)
  const hosts = find.origin === 'self' ? [new URL(page).hostname] : find.hosts
  const ours = hosts.some((host) =>
    host.startsWith('*.') ? `.${url.hostname}`.endsWith(host.slice(1)) : host === url.hostname,
  )
  return (
    !ours ||
    url.protocol !== (find.origin === 'self' ? new URL(page).protocol : 'https:') ||
    !!url.username ||
    (find.origin !== 'self' && !!url.port)
  )
}

export function faultsOf(items: EveryItem[], site: Pick<Site, 'find'>, page: string): string[] {
  return items.flatMap(({ item }) => [
    ...[item.permalink, item.author.address, item.quotes].flatMap((one) =>
      strays(one, site, page) ? [`address ${one}`] : [],
    ),
    ...item.media.flatMap(({ url, poster }) =>
      [url, poster].flatMap((one) => (one === null || /^https?:\/\//.test(one) ? [] : [`medium ${one}`])),
    ),
  ])
}

/** What went wrong over many seeds, each fault with the seed that shows it again; how much there was to go wrong. */
export type Fuzzed = { wrong: string[]; items: number; links: number }

export function fuzz(
  doc: Document,
  site: Pick<Site, 'find' | 'read'>,
  html: string,
  from: number,
  count: number,
  limit: number,
): Fuzzed {
  const page = doc.defaultView?.location.href ?? doc.URL
  const wrong: string[] = []
  let found = 0
  let links = 0
  for (let seed = from; seed < from + count; seed++) {
    const ask = { every: true as const, find: { ...site.find }, read: site.read }
    // Whether the page is this software at all is not the question here.
    delete ask.find.sign
    try {
      build(doc, site, html, seed)
      let took = Number.POSITIVE_INFINITY
      let items: EveryItem[] = []
      for (let tries = 0; tries === 0 || (tries < 3 && took > limit); tries++) {
        const start = performance.now()
        items = readEvery(ask, doc)
        took = performance.now() - start
      }
      found += items.length
      links += items.filter(({ item }) => item.permalink !== null).length
      if (took > limit) wrong.push(`${site.find.id} seed ${seed}: ${Math.round(took)} ms`)
      wrong.push(...faultsOf(items, site, page).map((fault) => `${site.find.id} seed ${seed}: ${fault}`))
    } catch (error) {
      wrong.push(`${site.find.id} seed ${seed}: ${error}`)
    }
  }
  return { wrong, items: found, links }
}

/** Of what the many nodes of a heavy item are: plain ones, the site's own hooks, or one in the other. */
export type Kind = 'plain' | 'hooks' | 'deep'

/**
 * The longest that reading one item, as a press does it, takes (ms) when `count` nodes stand in it beside
 * its own, and a hundred shadow roots one in the other.
 */
export function heavy(site: Pick<Site, 'find' | 'read'>, html: string, count: number, kind: Kind): number {
  document.body.innerHTML = html
  const first = createFinder(site.find)
  const root = all(document, first.union).find((node) => first.ruleOf(node))
  if (!root) return 0
  const next = random(count)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const { attributes, classes, tags } = hooksOf(site)
  let depth: Element | ShadowRoot = root
  let into: Element = root
  for (let made = 0; made < count; made++) {
    if (made % 1000 === 0) {
      const host = document.createElement('div')
      depth.append(host)
      depth = host.attachShadow({ mode: 'open' })
    }
    const node = document.createElement(
      kind === 'hooks' ? pick([...tags, 'a', 'time', 'span', 'div']) : 'span',
    )
    if (kind === 'hooks') {
      const [name, value] = attributes.length ? pick(attributes) : ['title', 'x']
      node.setAttribute(name ?? 'title', value ?? '')
      if (classes.length) node.className = pick(classes)
    }
    node.append('Words ')
    into.append(node)
    // Deeper a browser's own layout gives up.
    if (kind === 'deep') into = made % 400 === 0 ? root : node
  }
  root.getBoundingClientRect()
  let best = Number.POSITIVE_INFINITY
  const find = { ...site.find }
  delete find.sign
  for (let tries = 0; tries < 6; tries++) {
    globalThis.flagpostPressed = { nonce: 'x', root }
    const start = performance.now()
    readItem({ nonce: 'x', target: { by: 'action' }, find, read: site.read }, document)
    best = Math.min(best, performance.now() - start)
  }
  document.body.replaceChildren()
  return best
}

Object.assign(globalThis, { flagpostHostile: { fuzz, heavy } })
