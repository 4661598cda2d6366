import { buildCatalogue, type Catalogue } from '../grounds/catalogue'
import type { Ground } from '../grounds/ground'
import { importedPacks } from '../grounds/imported'
import { serverPacks } from '../grounds/server-rules-kept'
import { loadShipped } from '../grounds/shipped'
import { ProblemError } from '../problem'

let loading: Promise<Catalogue> | null = null

/** The catalogue of grounds, loaded at its first use and kept while the background lives. */
export function catalogue(): Promise<Catalogue> {
  loading ??= load().catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

/** The shipped packs, then those that were imported, then the rules of the reviewer's servers. */
async function load(): Promise<Catalogue> {
  const [shipped, imported] = await Promise.all([loadShipped(), importedPacks()])
  return buildCatalogue([...shipped.packs, ...imported, ...(await serverPacks(shipped))], shipped.taxonomy)
}

/** After packs were imported or removed. */
export function forgetCatalogue(): void {
  loading = null
}

/** Those grounds of a form that the catalogue has. */
export async function knownGrounds(uses: readonly { groundId: string }[]): Promise<Ground[]> {
  if (uses.length === 0) return []
  const { get } = await catalogue()
  return uses.flatMap(({ groundId }) => get(groundId) ?? [])
}

/**
 * The grounds of a form, in its order.
 * @throws ProblemError `groundGone` for the first that the catalogue does not have (any more).
 */
export async function groundsOf(uses: readonly { groundId: string }[]): Promise<Ground[]> {
  const { get } = await catalogue()
  return uses.map(({ groundId }, i) => {
    const ground = get(groundId)
    if (!ground)
      throw new ProblemError({ code: 'groundGone', field: `grounds.${i}`, params: { ground: groundId } })
    return ground
  })
}
