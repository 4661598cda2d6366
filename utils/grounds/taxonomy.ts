import type { Titles } from './ground'

/** The DSA Transparency Database's categories and keywords with their titles (`packs/dsa.json`). */
export type Taxonomy = {
  version: number
  source: string
  other: Titles
  categories: Record<string, { title: Titles; keywords: Record<string, Titles> }>
}

export const NO_TAXONOMY: Taxonomy = { version: 2, source: '', other: {}, categories: {} }

/** The titles of a ground's class: its category and its keywords. What the taxonomy does not know is left out. */
export function classTitles(taxonomy: Taxonomy, dsa: { category: string; keywords: string[] }): Titles[] {
  const category = taxonomy.categories[dsa.category]
  if (!category) return []
  const keywords = dsa.keywords.map((keyword) => category.keywords[keyword])
  return [category.title, ...keywords.filter((titles) => titles !== undefined)]
}
