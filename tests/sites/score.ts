import type { Item } from '../../utils/notice'
import { brief, type Expected, type Page } from './saved'

/** How one page was read. `wrong`, `extra`, `absent` and `unread` name what they count, for the message of a test. */
export type Score = {
  expected: number
  found: number
  fields: number
  right: number
  wrong: string[]
  extra: string[]
  absent: string[]
  unread: string[]
}

const instant = (time: string | null) => (time ? new Date(time).toISOString() : null)
/** Slugs are the platform's decoration: a permalink is the same without its last slash. */
const plain = (permalink: string | null) => permalink?.replace(/\/$/, '') ?? null

/** Each field: as expected (right), empty where something was expected (unread), or anything else (wrong). */
function compare(item: Item, one: Expected, score: Score): void {
  const pairs: [field: string, got: unknown, wanted: unknown][] = [
    ['kind', item.kind, one.kind],
    ['permalink', plain(item.permalink), plain(one.permalink)],
    ['name', item.author.name, one.author.name],
    ['handle', item.author.handle, one.author.handle],
    ['time', item.time, instant(one.time)],
    ['text', brief(item.text), brief(one.text) || null],
    ['media', item.media.length, one.mediaCount],
  ]
  for (const [field, got, wanted] of pairs) {
    if (wanted === null && got === null) continue
    score.fields++
    if (got === wanted) score.right++
    else if (got === null || (field === 'media' && got === 0))
      score.unread.push(`${one.permalink} ${field}: ${wanted}`)
    else if (wanted !== null) score.wrong.push(`${one.permalink} ${field}: ${got} for ${wanted}`)
  }
}

/** Compares what was read with what a careful reader finds; items are matched by permalink, then in order. */
export function score(items: Item[], page: Page): Score {
  const result: Score = {
    expected: page.items.length,
    found: 0,
    fields: 0,
    right: 0,
    wrong: [],
    extra: [],
    absent: [],
    unread: [],
  }
  const left = [...items]
  for (const one of page.items) {
    const at = left.findIndex((item) => plain(item.permalink) === plain(one.permalink))
    if (at < 0) {
      result.absent.push(String(one.permalink))
      continue
    }
    result.found++
    compare(left.splice(at, 1)[0] as Item, one, result)
  }
  result.extra = left.map((item) => `${item.kind} ${item.permalink} ${brief(item.text)}`)
  return result
}
