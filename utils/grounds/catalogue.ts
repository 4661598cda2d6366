import type { Ground, Pack } from './ground'
import { importedPacks } from './imported'
import { shippedPacks } from './shipped'

/** All grounds that a reviewer can choose from: the shipped packs and the organisation's own. */
export type Catalogue = {
  get(id: string): Ground | undefined
  all(): Ground[]
  packs(): { id: string; version: number; title: Pack['title']; grounds: number }[]
}

/** One catalogue of several packs. An id that comes twice is the first pack's: no later pack can change it. */
export function buildCatalogue(packs: readonly Pack[]): Catalogue {
  const byId = new Map<string, Ground>()
  for (const ground of packs.flatMap((pack) => pack.grounds)) {
    if (!byId.has(ground.id)) byId.set(ground.id, ground)
  }
  const all = [...byId.values()]
  return {
    get: (id) => byId.get(id),
    all: () => all,
    packs: () =>
      packs.map(({ id, version, title, grounds }) => ({ id, version, title, grounds: grounds.length })),
  }
}

/**
 * The catalogue of the extension: the shipped packs, then those that were imported. (No `import()`: service workers
 * may not.)
 */
export async function loadCatalogue(): Promise<Catalogue> {
  return buildCatalogue([...shippedPacks(), ...(await importedPacks())])
}
