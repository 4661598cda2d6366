import type { EveryItem } from '../../utils/sites/every'
import { parseLink } from '../../utils/sites/routes'
import { brief, type Expected, type Page } from './saved'

export const FIELDS = [
  'kind',
  'permalink',
  'name',
  'handle',
  'time',
  'text',
  'media',
  'timeText',
  'quote',
  'sponsored',
  'edited',
  'truncated',
  'repostedBy',
  'platformId',
] as const
export type Field = (typeof FIELDS)[number]
type Tally = { right: number; wrong: number; none: number }

/** How one page was read. The lists name what they count, for the message of a test. */
export type Score = {
  expected: number
  found: number
  /** Items that the page's data lists and that are not on the screen: nobody can point at them. */
  unseen: number
  quoted: number
  fields: Record<Field, Tally>
  wrong: string[]
  extra: string[]
  absent: string[]
  unread: string[]
}

const noFields = () =>
  Object.fromEntries(FIELDS.map((field) => [field, { right: 0, wrong: 0, none: 0 }])) as Score['fields']

const instant = (time: unknown) => {
  const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN
  return Number.isNaN(ms) ? null : ms
}
const words = (text: unknown) => (typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() || null : null)
const bare = (handle: unknown) => (typeof handle === 'string' ? handle.replace(/^@/, '') || null : null)
/** The person's name or handle, whichever the expectation has. */
const person = (value: unknown): string[] =>
  typeof value === 'string'
    ? [words(value)?.replace(/^@/, '') ?? '']
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(person)
      : []

/** Counts of one field over many pages. */
export const sum = (list: Tally[]): Tally =>
  list.reduce(
    (all, { right, wrong, none }) => ({
      right: all.right + right,
      wrong: all.wrong + wrong,
      none: all.none + none,
    }),
    { right: 0, wrong: 0, none: 0 },
  )

/** [field, what was read, what is expected]; a field that the expectation does not name is not there. */
type Pair = [field: Field, got: unknown, wanted: unknown]

/** How this page's addresses are compared, and what people are called whose handle is known from it. */
type Terms = { canonical: (link: unknown) => string | null; names: (handle: string) => string[] }

/** Null says that the page does not have it; what is not said at all is not compared. */
const known = (field: Field, wanted: unknown, got: unknown, read: (value: unknown) => unknown): Pair[] =>
  wanted === undefined ? [] : [[field, got, read(wanted)]]

function pairsOf({ item }: EveryItem, one: Expected, { canonical, names }: Terms, quotes: boolean): Pair[] {
  const pairs: Pair[] = [
    ['kind', item.kind, one.kind ?? null],
    ['permalink', canonical(item.permalink), canonical(one.permalink)],
    ...known('name', one.author?.name, words(item.author.name), words),
    ...known('handle', one.author?.handle, item.author.handle, bare),
    ...known('time', one.time, instant(item.time), instant),
    ...known('text', one.text, brief(item.text), brief),
    ['media', item.media.length, one.mediaCount ?? null],
  ]
  const optional: Pair[] = [
    ['timeText', words(item.timeText), words(one.timeText)],
    ['quote', quotes || null, one.hasQuote || one.quotes ? true : null],
    ['edited', item.edited || null, one.edited || null],
    ['truncated', item.truncated || null, one.truncated || null],
    ['platformId', item.platformId, one.platformId ?? null],
  ]
  const sponsored: Pair = ['sponsored', item.sponsored || null, one.sponsored || null]
  const by = person(one.repostedBy)
  const reposter = item.repostedBy?.replace(/^@/, '') ?? null
  const same = reposter !== null && [reposter, ...names(reposter)].some((name) => by.includes(name))
  // A handle cannot be compared with a name that nobody else on the page has.
  const read = same ? by.join() : by.length && reposter && !/\s/.test(reposter) ? null : reposter
  const reposted: Pair[] = by.length || reposter ? [['repostedBy', read, by.join() || null]] : []
  return [...pairs, ...optional.filter(([, , wanted]) => wanted !== null), sponsored, ...reposted]
}

/** Each field: as expected (right), empty where something was expected (none), or anything else (wrong). */
function compare(pairs: Pair[], what: string, score: Score): void {
  for (const [field, got, wanted] of pairs) {
    if (wanted === null && (got === null || field === 'media' || field === 'kind')) continue
    if (got === wanted) score.fields[field].right++
    else if (got === null || (field === 'media' && got === 0)) {
      score.fields[field].none++
      score.unread.push(`${what} ${field}: ${wanted}`)
    } else {
      score.fields[field].wrong++
      score.wrong.push(`${what} ${field}: ${got} for ${wanted}`)
    }
  }
}

/**
 * Compares what was read with what a careful reader finds; items are matched by permalink, those without one by
 * their text. A quoted item counts where it is listed, and is never too much.
 */
export function score(read: EveryItem[], page: Page): Score {
  const { site, pageUrl } = page
  const canonical = (link: unknown) => {
    if (typeof link !== 'string') return null
    const known = site && parseLink(site.find, link, pageUrl)
    return (known?.permalink ?? link).replace(/\/$/, '')
  }
  const all = page.expected()
  const names = (handle: string) =>
    all.flatMap(({ author }) => (bare(author?.handle) === handle ? (words(author?.name) ?? []) : []))
  const terms = { canonical, names }
  const markup = page.html.toString('utf8').replace(/<script[\s\S]*?<\/script>/gi, '')
  const own = read.length === 1 ? canonical(read[0]?.item.permalink) : null
  // Nothing of it but data: its id stands in no markup.
  const seen = (link: string | null) => !link || markup.includes(link.split(/[/=]/).at(-1) ?? link)
  const wanted = all.filter(({ permalink }) => {
    const link = canonical(permalink)
    return own === null || link === own || seen(link)
  })
  const result: Score = {
    expected: wanted.length,
    found: 0,
    unseen: all.length - wanted.length,
    quoted: 0,
    fields: noFields(),
    wrong: [],
    extra: [],
    absent: [],
    unread: [],
  }
  const left = read
    .map((one, index) => ({ one, index }))
    .sort((a, b) => Number(a.one.quoted) - Number(b.one.quoted))
  for (const one of wanted) {
    const link = canonical(one.permalink)
    const at = left.findIndex(({ one: { item } }) =>
      link ? canonical(item.permalink) === link : !item.permalink && brief(item.text) === brief(one.text),
    )
    const hit = at < 0 ? null : left.splice(at, 1)[0]
    const what = `${one.permalink ?? brief(one.text)}`
    if (!hit) {
      result.absent.push(what)
      const lost = pairsOf(EMPTY, one, terms, false).filter(([, , wanted]) => wanted !== null)
      for (const [field] of lost) result.fields[field].none++
      continue
    }
    result.found++
    const quotes =
      hit.one.item.quotes !== null || read.some(({ quoted, within }) => quoted && within === hit.index)
    compare(pairsOf(hit.one, one, terms, quotes), what, result)
  }
  result.quoted = left.filter(({ one }) => one.quoted).length
  result.extra = left
    .filter(({ one }) => !one.quoted)
    .map(({ one: { item } }) => `${item.kind} ${item.permalink} ${brief(item.text)}`)
  return result
}

/** What was read of an item that was not found: nothing. */
const EMPTY = {
  item: { kind: null, author: { name: null, handle: null }, media: [], repostedBy: null, quotes: null },
  quoted: false,
  within: null,
} as unknown as EveryItem
