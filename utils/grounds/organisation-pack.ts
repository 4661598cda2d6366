import { ProblemError } from '../problem'
import { inconsistencies } from './consistency'
import type { Pack } from './ground'
import { type Phrases, parsePack } from './pack-file'
import type { Taxonomy } from './taxonomy'

/**
 * A pack that an organisation wrote, checked as a whole: every field, what has to fit together in a ground, and
 * that its ids are its own (`org.<pack>.…`), so that it can stand in for nobody else's ground.
 * @throws ProblemError `packWrong` with the first thing that does not fit, `packForeignId`.
 */
export function parseOrganisationPack(
  json: unknown,
  { phrases, taxonomy }: { phrases: Phrases; taxonomy: Taxonomy },
): Pack {
  const pack = parsePack(json, phrases)
  const ids = new Set<string>()
  for (const ground of pack.grounds) {
    const { id } = ground
    if (!id.startsWith(`org.${pack.id}.`)) {
      throw new ProblemError({ code: 'packForeignId', params: { id, pack: pack.id } })
    }
    const [wrong] = [...(ids.has(id) ? ['it is there twice'] : []), ...inconsistencies(ground, taxonomy)]
    if (wrong) throw new ProblemError({ code: 'packWrong', params: { detail: `${id}: ${wrong}` } })
    ids.add(id)
  }
  return pack
}
