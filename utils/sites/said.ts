import { all, attribute } from './dom'
import { textOf } from './domRead'
import { line, PARSERS, pageAddress } from './parsers'

/** What a page says of the one thing that it is about. */
export type Said = { author: string | null; time: string | null; text: string | null }

/** Kinds of schema.org that are somebody's words. */
const POSTINGS =
  /^(?:SocialMediaPosting|DiscussionForumPosting|BlogPosting|Article|NewsArticle|Comment|VideoObject|ImageObject|QAPage|Question)$/
const MAX_JSON = 500_000
const MAX_OBJECTS = 2000

type Json = Record<string, unknown>
const text = (value: unknown): string | null => (typeof value === 'string' ? line(value) : null)
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)

/**
 * What the document says of the page at this address: JSON-LD whose address is the page's own, else Open Graph under
 * the same condition. Null where it says nothing, or speaks of another address.
 */
export function saidOf(doc: Document, page: string): Said | null {
  const own = pageAddress(page, page)
  const isOwn = (value: unknown) => typeof value === 'string' && pageAddress(value, page) === own
  for (const script of all(doc, 'script[type="application/ld+json"]').slice(0, 20)) {
    const posting = postings(textOf(script)).find((one) =>
      [
        one.url,
        one['@id'],
        one.mainEntityOfPage,
        (first(one.mainEntityOfPage) as Json | undefined)?.['@id'],
      ].some(isOwn),
    )
    if (!posting) continue
    const author = first(posting.author)
    const time = text(posting.datePublished ?? posting.uploadDate)
    return {
      author: text(author) ?? text((author as Json | undefined)?.name),
      time: time && PARSERS.iso(time),
      text: text(posting.articleBody) ?? text(posting.text) ?? text(posting.headline) ?? text(posting.name),
    }
  }
  const meta = (name: string) =>
    attribute(all(doc, `meta[property="${name}"]`)[0] ?? doc.createElement('i'), 'content')
  if (!isOwn(meta('og:url'))) return null
  const time = meta('article:published_time')
  return { author: null, time: time && PARSERS.iso(time), text: line(meta('og:title') ?? '') }
}

/** Every posting in a JSON-LD text, however deep; none where it is no JSON. */
function postings(source: string): Json[] {
  if (source.length > MAX_JSON) return []
  let whole: unknown
  try {
    whole = JSON.parse(source)
  } catch {
    return []
  }
  const found: Json[] = []
  const stack = [whole]
  for (let seen = 0; stack.length && seen < MAX_OBJECTS; seen++) {
    const value = stack.pop()
    if (!value || typeof value !== 'object') continue
    const type = first((value as Json)['@type'])
    if (typeof type === 'string' && POSTINGS.test(type)) found.push(value as Json)
    stack.push(...Object.values(value))
  }
  return found
}
