import { z } from 'zod'
import { sha256 } from '../ledger/entry'
import type { Ground, Pack, Titles } from './ground'
import { DEFAULTS, type Phrases } from './pack-file'
import { kindOf } from './rule-kinds'

/** No server's list is longer; what comes after is not read. */
const MAX_RULES = 100
const MAX_TEXT = 400

/** One rule of a server: its id there, its words, and its translations where the server has some. */
export const ServerRule = z.object({
  id: z.string().min(1).max(100),
  text: z.string().min(1).max(MAX_TEXT),
  translations: z.record(z.string(), z.string().max(MAX_TEXT)).default({}),
})
export type ServerRule = z.infer<typeof ServerRule>

/** The rules of one server as they were read there, the last time that they could be. `software`: id of the site that reads it. */
export const ServerRules = z.object({
  software: z.string().max(40),
  /** Milliseconds since 1970; 0: they never were. */
  readAt: z.number(),
  /** When it was last asked, whatever it answered. */
  askedAt: z.number().default(0),
  rules: z.array(ServerRule).max(MAX_RULES),
})
export type ServerRules = z.infer<typeof ServerRules>

/** Where a server tells its rules: the request, and the page on which people read them. */
export type RulesPlace = { url: string; init: RequestInit; page: string }

const json = { accept: 'application/json' }

/**
 * Where a server of this software tells its rules; null: it has no such place.
 * Mastodon and Pleroma: `GET /api/v1/instance/rules`; Misskey: `POST /api/meta`; Lemmy: `GET /api/v3/site`.
 */
export function rulesPlace(host: string, software: string): RulesPlace | null {
  const origin = `https://${host}`
  switch (software) {
    case 'mastodon':
    case 'pleroma':
      return { url: `${origin}/api/v1/instance/rules`, init: { headers: json }, page: `${origin}/about` }
    case 'misskey':
      return {
        url: `${origin}/api/meta`,
        init: {
          method: 'POST',
          headers: { ...json, 'content-type': 'application/json' },
          body: '{"detail":false}',
        },
        page: `${origin}/about`,
      }
    case 'lemmy':
      return { url: `${origin}/api/v3/site`, init: { headers: json }, page: `${origin}/` }
    default:
      return null
  }
}

/** Mastodon 4.4 and later also give each rule in other languages. */
const MastodonRules = z.array(
  z.object({
    id: z.union([z.string(), z.number()]).transform(String),
    text: z.string(),
    translations: z.record(z.string(), z.object({ text: z.string() })).optional(),
  }),
)
const MisskeyMeta = z.object({ serverRules: z.array(z.string()) })
const LemmySite = z.object({
  site_view: z.object({ site: z.object({ sidebar: z.string().nullish() }) }),
})

/**
 * The rules in a server's answer, in its order; null: the answer is none of this software's. A rule without words is
 * left out, one that is too long is cut.
 */
export function readServerRules(software: string, answer: unknown): ServerRule[] | null {
  const rules = rulesIn(software, answer)
  return (
    rules?.slice(0, MAX_RULES).flatMap(({ id, text, translations }) => {
      const said = plain(text)
      const others = Object.entries(translations ?? {}).map(([tag, text]) => [tag, plain(text)] as const)
      const known = others.filter(([tag, text]) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && text)
      return said ? [{ id: id.slice(0, 100), text: said, translations: Object.fromEntries(known) }] : []
    }) ?? null
  )
}

type Raw = { id: string; text: string; translations?: Record<string, string> }

function rulesIn(software: string, answer: unknown): Raw[] | null {
  if (software === 'misskey') {
    const meta = MisskeyMeta.safeParse(answer)
    return meta.success ? meta.data.serverRules.map((text, i) => ({ id: `${i + 1}`, text })) : null
  }
  if (software === 'lemmy') {
    const site = LemmySite.safeParse(answer)
    return site.success ? listedRules(site.data.site_view.site.sidebar ?? '') : null
  }
  const list = MastodonRules.safeParse(answer)
  if (!list.success) return null
  return list.data.map(({ id, text, translations = {} }) => ({
    id,
    text,
    translations: Object.fromEntries(Object.entries(translations).map(([tag, one]) => [tag, one.text])),
  }))
}

const HEADING = /^\s{0,3}(?:#{1,6}\s+(?<marked>.+)|(?:\*\*|__)(?<bold>.+?)(?:\*\*|__):?\s*$)/
const POINT = /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+(?<text>.+)/
const RULES = /\b(?:rules?|regeln|règles?|reglas|regras|regole)\b|правила|ережелер/i

/**
 * The points that stand in a Markdown text below a heading that speaks of rules: Lemmy's servers have no other place
 * for them. Numbered by their order.
 */
function listedRules(markdown: string): Raw[] {
  const rules: Raw[] = []
  let below = false
  for (const line of markdown.slice(0, 50_000).split('\n')) {
    const { marked, bold } = HEADING.exec(line)?.groups ?? {}
    const heading = marked ?? bold
    if (heading) below = RULES.test(heading)
    const text = below && !heading ? POINT.exec(line)?.groups?.text : null
    if (text) rules.push({ id: `${rules.length + 1}`, text })
  }
  return rules
}

/** Words without markup (Misskey allows HTML, Lemmy Markdown), in one line. */
function plain(text: string): string {
  const words = text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*_`~]{1,3}(\S(?:.*?\S)?)[*_`~]{1,3}/g, '$1')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return [...words].slice(0, MAX_TEXT).join('')
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The id of a server's pack; as `Pack.id` allows: `town.example` → `server-town-example`. */
export const serverPackId = (host: string): string => `server-${dashed(host)}`.slice(0, 60)

/** One dash for a dot, two for a dash: two hosts never share a name. */
const dashed = (host: string): string => host.toLowerCase().replaceAll('-', '--').replaceAll('.', '-')

/** Digits that change with a rule's words: an id is never used again for other words. */
const digitsOf = async (text: string): Promise<string> => (await sha256(text)).slice(0, 8)

/**
 * A server's rules as grounds that hold on that server alone. What a rule is about is known by its words where they
 * are those of usual rules; `usual` gives the shipped ground of that kind, whose classes and questions it takes. A
 * rule of no known kind asks the strictest questions, since nobody has looked whether it punishes expression.
 */
export async function serverPack(
  host: string,
  { software, readAt, rules }: Omit<ServerRules, 'askedAt'>,
  phrases: Phrases,
  usual: (id: string) => Ground | undefined,
): Promise<Pack> {
  const place = rulesPlace(host, software)
  const groundOf = async ({ id, text, translations }: ServerRule, i: number): Promise<Ground> => {
    const kind = kindOf(text)
    const like = kind === null ? undefined : usual(kind)
    const titles: Titles = Object.keys(translations).length ? translations : { und: text }
    return {
      ...(like ? classesOf(like) : unknownKind(phrases)),
      id: `server.${dashed(host)}.${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${await digitsOf(text)}`,
      kind: 'policy',
      platform: host,
      instrument: `Rules of ${host}`,
      provision: `${i + 1}`,
      title: text,
      titles,
      sourceUrl: place?.page ?? `https://${host}/`,
      ...(place ? { readIn: place.url } : {}),
      checkedOn: new Date(readAt).toISOString().slice(0, 10),
      confidence: 'S',
      map: { mastodon: 'violation', rule: id, ...(like?.map.ozone ? { ozone: like.map.ozone } : {}) },
    }
  }
  const grounds = await Promise.all(rules.map(groundOf))
  const title = { en: host }
  return { id: serverPackId(host), version: Math.max(1, Math.floor(readAt / 86_400_000)), title, grounds }
}

/** What a ground is about and asks, whoever wrote the rule. */
type Classes = Pick<
  Ground,
  | 'dsa'
  | 'elements'
  | 'defences'
  | 'speech'
  | 'test'
  | 'capture'
  | 'notifierIdentity'
  | 'secondReviewer'
  | 'scope'
  | 'retentionDays'
>

function classesOf(like: Ground): Classes {
  const { dsa, elements, defences, speech, capture, notifierIdentity, secondReviewer, scope, retentionDays } =
    like
  return {
    dsa,
    elements,
    defences,
    speech,
    capture,
    notifierIdentity,
    secondReviewer,
    scope,
    retentionDays,
    ...(like.test ? { test: like.test } : {}),
  }
}

function unknownKind(phrases: Phrases): Classes {
  const words = (ids: string[]) => ids.map((id) => phrases[id]).filter((one) => one !== undefined)
  return {
    ...DEFAULTS,
    dsa: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keywords: ['KEYWORD_OTHER'] },
    elements: words(['rule-words']),
    defences: words(['d-opinion', 'd-art', 'd-news', 'd-vague']),
    speech: 'high',
  }
}
