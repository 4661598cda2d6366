import { z } from 'zod'
import { Instant, ItemKind } from '../notice'
import { ProblemError } from '../problem'
import { defineSite, type SiteDeclaration } from './define'
import { SITES } from './index'
import { parserOf } from './parsers'
import { onHosts } from './routes'
import { isSelector } from './selector'
import type { Site } from './site'

/**
 * A site pack: newer rules for sites that the extension ships, as data. Its grammar is closed: selectors, attributes,
 * patterns of addresses, names of parsers that are built in. No code, and no host but the shipped site's own.
 */
const Selector = z.string().max(4000).refine(isSelector, 'no selector')
const SelectorOrNone = z.union([z.literal(''), Selector])
const Attribute = z.string().regex(/^@[a-z][a-z0-9-]{0,60}$/)
const From = z.union([
  z.enum(['text', 'address']),
  Attribute,
  z.string().regex(/^json:[\w@.,={}:/-]{0,200}>[\w.@-]{1,200}$/),
])
const Name = z.string().regex(/^[a-zA-Z]\w{0,40}$/)
const Pattern = z.string().max(400)

const Alternative = z.strictObject({
  at: SelectorOrNone,
  from: From.optional(),
  part: Name.optional(),
  match: Pattern.optional(),
  parse: z
    .string()
    .refine((name) => parserOf(name) !== null, 'no such parser')
    .optional(),
  with: z.string().max(200).optional(),
  each: z.literal(true).optional(),
  within: ItemKind.optional(),
  around: Selector.optional(),
  doc: z.strictObject({ same: Selector, from: Attribute, part: Name.optional() }).optional(),
  ofAuthor: z.literal(true).optional(),
})
const Parts = z.record(Name, Alternative)
const Permalink = Alternative.extend({
  make: Pattern.optional(),
  parts: Parts.optional(),
  agree: Parts.optional(),
  reference: Pattern.optional(),
  holder: z.literal(true).optional(),
}).strict()
const Route = z.strictObject({
  kind: ItemKind,
  path: Pattern,
  canonical: Pattern.optional(),
  holder: Pattern.optional(),
  except: z.record(Name, z.array(z.string().max(100)).max(200)).optional(),
})
const Rule = z.strictObject({
  kind: ItemKind,
  also: z.array(ItemKind).max(5).optional(),
  root: Selector,
  not: Selector.optional(),
  wake: Selector.optional(),
  needs: Selector.optional(),
  quoted: z.literal(true).optional(),
  split: z.strictObject({ mark: Selector, fence: Selector, stop: Selector }).optional(),
  permalink: z.array(Permalink).max(20),
  bar: z
    .array(
      z.strictObject({
        at: SelectorOrNone,
        climb: Selector.optional(),
        cell: Selector.optional(),
        put: z.enum(['prepend', 'append']),
      }),
    )
    .max(20),
})
const Media = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'file']),
  at: Selector,
  in: Selector.optional(),
  from: Attribute,
  parse: Alternative.shape.parse,
  with: z.string().max(200).optional(),
  poster: Attribute.optional(),
  alt: Attribute.optional(),
})
const Fields = z.array(Alternative).max(30).optional()
const Read = z.strictObject({
  same: z.strictObject({ at: Selector, from: Attribute, part: Name.optional() }).optional(),
  platformId: Fields,
  authorName: Fields,
  authorHandle: Fields,
  profile: Pattern.optional(),
  time: Fields,
  timeText: Fields,
  text: Fields,
  textMore: Selector.optional(),
  textSkip: Selector.optional(),
  textKeep: Selector.optional(),
  media: z.array(Media).max(60).optional(),
  language: Fields,
  repostedBy: Fields,
  quotes: z.array(Permalink).max(10).optional(),
  sponsored: Selector.optional(),
  edited: Selector.optional(),
  audience: Fields,
})
const Rules = z.strictObject({
  id: z.string().max(40),
  /** Of these rules; they count only where they are newer than the shipped ones. */
  version: z.number().int().min(1).max(1_000_000),
  sign: Selector.optional(),
  ignore: Selector.optional(),
  sure: z.array(ItemKind).max(10).optional(),
  routes: z.array(Route).min(1).max(100),
  items: z.array(Rule).max(30),
  read: z.partialRecord(ItemKind, Read),
})
const SitePackSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/),
  version: z.number().int().min(1).max(1_000_000_000),
  issuedAt: Instant,
  expiresAt: Instant,
  /** The oldest extension that knows everything that the pack uses. */
  minExtension: z.string().regex(/^\d{1,5}(?:\.\d{1,5}){0,3}$/),
  sites: z.array(Rules).min(1).max(60),
})
export type SitePack = z.infer<typeof SitePackSchema>

const wrong = (detail: string) => new ProblemError({ code: 'sitePackWrong', params: { detail } })

/**
 * A pack's JSON as rules that can run: each shipped site that it names, with the pack's rules in place of its own.
 * @throws ProblemError `sitePackWrong` with the place that does not fit.
 */
export function parseSitePack(json: unknown): { pack: SitePack; sites: Site[] } {
  const parsed = SitePackSchema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw wrong(`${issue?.path.join('.')}: ${issue?.message}`.slice(0, 200))
  }
  const pack = parsed.data
  return { pack, sites: pack.sites.map(siteOf) }
}

function siteOf({ id, version, routes, items, sign, ignore, sure, read }: SitePack['sites'][number]): Site {
  const shipped = SITES.find(({ find }) => find.id === id)
  if (!shipped) throw wrong(`${id}: no such site`)
  const { origin, hosts } = shipped.find
  for (const { path, canonical, holder } of routes) {
    for (const template of [path, canonical, holder]) {
      if (template === undefined) continue
      if (!template.startsWith('/')) throw wrong(`${id}: ${template}`)
      const host = /^\/\/([^/?]*)/.exec(template)?.[1]
      if (host !== undefined && !onHosts(hosts, host.replace(/\{\w+(?::\w+)?\}/g, 'x')))
        throw wrong(`${id}: ${host}`)
    }
  }
  const find = { id, version, origin, hosts, routes, items, sign, ignore, sure }
  const declaration = { ...shipped, find: JSON.parse(JSON.stringify(find)), read } as SiteDeclaration
  try {
    return defineSite(declaration)
  } catch (error) {
    throw wrong(`${id}: ${(error as Error).message}`.slice(0, 200))
  }
}

/** Is version `a` (dotted numbers) at least `b`? */
export function atLeast(a: string, b: string): boolean {
  const [one, other] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]]
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}
