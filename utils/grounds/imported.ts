import { z } from 'zod'
import { browser } from '../browser'
import { ProblemError } from '../problem'
import { Pack } from './ground'
import { parseOrganisationPack } from './organisation-pack'
import { loadShipped } from './shipped'
import { fingerprint, openSigned } from './signed'

/** A pack of an organisation, with the key that signed it. */
const Imported = z.object({ pack: Pack, key: z.string().max(100), importedAt: z.number() })
export type Imported = z.infer<typeof Imported>

const KEY = 'groundPacks'

/** What was imported, oldest first. An entry that does not fit any more is left out, the others stay. */
export async function listImported(): Promise<Imported[]> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY]
  if (!Array.isArray(stored)) return []
  return stored.flatMap((one) => {
    const parsed = Imported.safeParse(one)
    return parsed.success ? [parsed.data] : []
  })
}

/** The packs alone, as the catalogue takes them. */
export async function importedPacks(): Promise<Pack[]> {
  return (await listImported()).map(({ pack }) => pack)
}

/**
 * Reads a signed pack without keeping it: what it holds, who signed it, and whether that key signed an earlier
 * version of it. The person compares the fingerprint with the organisation's before `importPack`.
 * @throws ProblemError `packSignature`, `packWrong`, `packsNeedNewerBrowser`.
 */
export async function previewPack(text: string): Promise<Imported & { fingerprint: string; known: boolean }> {
  const { json, key } = await openSigned(text)
  const pack = parseOrganisationPack(json, await loadShipped())
  const known = (await listImported()).some((one) => one.pack.id === pack.id && one.key === key)
  return { pack, key, importedAt: Date.now(), fingerprint: await fingerprint(key), known }
}

/**
 * Keeps a signed pack. The first import of an id pins its key; later versions have to be signed by the same one
 * and must be newer, so that nobody can slip in another's or an old one.
 * @throws ProblemError as `previewPack`; `packOtherKey`, `packOld`.
 */
export async function importPack(text: string): Promise<Imported> {
  const { fingerprint: _, known: __, ...imported } = await previewPack(text)
  const others = await listImported()
  const before = others.find(({ pack }) => pack.id === imported.pack.id)
  if (before && before.key !== imported.key) {
    throw new ProblemError({ code: 'packOtherKey', params: { pack: imported.pack.id } })
  }
  if (before && before.pack.version >= imported.pack.version) {
    throw new ProblemError({ code: 'packOld', params: { version: before.pack.version } })
  }
  await browser.storage.local.set({ [KEY]: [...others.filter((one) => one !== before), imported] })
  return imported
}

/** Takes an organisation's pack away. Notices keep their copies of its grounds. */
export async function removePack(id: string): Promise<void> {
  await browser.storage.local.set({ [KEY]: (await listImported()).filter(({ pack }) => pack.id !== id) })
}
