import type { Item } from '../notice'

/** Stands for what was taken away: as long for a short name as for a long one. */
export const COVER = '█████'
/** Only letters make a name; figures alone would be taken out of every date. */
const NAME = /\p{L}[\s\S]*\p{L}/u

/** The names in what was covered, the longest first; a handle also without its sign. */
export function namesIn(texts: readonly string[]): string[] {
  const names = new Set<string>()
  for (const text of texts.map((one) => one.replace(/\s+/g, ' ').trim())) {
    const bare = text.replace(/^@/, '')
    if (NAME.test(text) && text.length <= 200) names.add(text)
    if (bare !== text && bare.length > 2 && NAME.test(bare)) names.add(bare)
  }
  return [...names].sort((a, b) => b.length - a.length)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** A text without these names, wherever they stand as whole words. */
export function withoutNames(text: string, names: readonly string[]): string {
  if (names.length === 0) return text
  const any = names.map((name) => escaped(name).replaceAll(' ', '\\s+')).join('|')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'), COVER)
}

/** An address, or none where it holds one of the names. */
export function nameless(url: string, names: readonly string[]): string {
  const plain = (() => {
    try {
      return decodeURIComponent(url)
    } catch {
      return url
    }
  })()
  return withoutNames(plain, names) === plain ? url : ''
}

/** The item without covered names. Its author and address stay: the notice is about them. */
export function redactItem(item: Item, names: readonly string[]): Item {
  if (names.length === 0) return item
  const hide = (text: string | null) => text && withoutNames(text, names)
  return {
    ...item,
    text: hide(item.text),
    repostedBy: hide(item.repostedBy),
    quotes: item.quotes && nameless(item.quotes, names) ? item.quotes : null,
    media: item.media.map((one) => ({
      ...one,
      url: one.url && (nameless(one.url, names) || null),
      alt: one.alt && withoutNames(one.alt, names),
    })),
  }
}
