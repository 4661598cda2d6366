import type { Words } from '../../utils/i18n/translator'

/** The options page's parts, in their order; each is an address (`options.html#sites`) and a prefix of its words. */
export const SECTIONS = [
  'connections',
  'sites',
  'grounds',
  'privacy',
  'storage',
  'keys',
  'language',
  'practice',
  'about',
] as const
export type SectionId = (typeof SECTIONS)[number]

/** The part that an address's hash names; the first for any other. */
export function sectionOf(hash: string): SectionId {
  return SECTIONS.find((id) => `#${id}` === hash) ?? SECTIONS[0]
}

/** Lower case, without accents: how people type in a search box. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * The parts whose words have all words of the query, in the interface's own language. `words`: the areas `options` and `storage`;
 * `more`: what else a part shows (names of sites, of connections).
 */
export function searchSections(
  query: string,
  words: Words,
  more: Partial<Record<SectionId, string>> = {},
): SectionId[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  return SECTIONS.filter((id) => {
    const own = Object.entries(words).flatMap(([key, text]) =>
      key.startsWith(`options.${id}.`) ? [text] : [],
    )
    const hay = plain([...own, more[id] ?? ''].join(' '))
    return wanted.every((word) => hay.includes(word))
  })
}
