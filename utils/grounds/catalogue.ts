import type { Ground, Pack } from './ground'
import { NO_TAXONOMY, type Taxonomy } from './taxonomy'

/** All grounds that a reviewer can choose from: the shipped packs and the organisation's own. */
export type Catalogue = {
  get(id: string): Ground | undefined
  all(): Ground[]
  /** The common taxonomy that each ground maps to. */
  taxonomy: Taxonomy
  packs(): { id: string; version: number; title: Pack['title']; grounds: number }[]
}

/** One catalogue of several packs. An id that comes twice is the first pack's: no later pack can change it. */
export function buildCatalogue(packs: readonly Pack[], taxonomy: Taxonomy = NO_TAXONOMY): Catalogue {
  const byId = new Map<string, Ground>()
  for (const ground of packs.flatMap((pack) => pack.grounds)) {
    if (!byId.has(ground.id)) byId.set(ground.id, ground)
  }
  const all = [...byId.values()]
  return {
    get: (id) => byId.get(id),
    all: () => all,
    taxonomy,
    packs: () =>
      packs.map(({ id, version, title, grounds }) => ({ id, version, title, grounds: grounds.length })),
  }
}
