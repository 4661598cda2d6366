import { type Imported, importPack, listImported, previewPack, removePack } from '../../grounds/imported'
import { fingerprint } from '../../grounds/signed'
import { uiLocale } from '../../i18n'
import type { PackInfo } from '../../messages'
import { catalogue, forgetCatalogue } from '../catalogue'
import type { Handlers } from '../router'

type PackMessages = 'grounds.packs' | 'grounds.preview' | 'grounds.import' | 'grounds.remove'

/** How many grounds' names a preview shows. */
const SAMPLE = 5

const named = (titles: Record<string, string>, locale: string): string =>
  titles[locale] ?? titles.en ?? Object.values(titles)[0] ?? ''

async function signedBy({ key, importedAt }: Imported): Promise<NonNullable<PackInfo['signed']>> {
  return { fingerprint: await fingerprint(key), importedAt }
}

/** Messages about packs of grounds: the shipped ones, and those that an organisation signs for its own people. */
export function groundsHandlers(): Pick<Handlers, PackMessages> {
  return {
    async 'grounds.packs'() {
      const [{ packs }, imported, locale] = await Promise.all([catalogue(), listImported(), uiLocale()])
      return Promise.all(
        packs().map(async ({ id, version, title, grounds }) => {
          const own = imported.find(({ pack }) => pack.id === id && pack.version === version)
          return {
            id,
            version,
            grounds,
            title: named(title, locale),
            signed: own ? await signedBy(own) : null,
          }
        }),
      )
    },

    async 'grounds.preview'({ text }) {
      const [{ pack, fingerprint: by, known, importedAt }, locale] = await Promise.all([
        previewPack(text),
        uiLocale(),
      ])
      return {
        id: pack.id,
        version: pack.version,
        title: named(pack.title, locale),
        grounds: pack.grounds.length,
        signed: { fingerprint: by, importedAt },
        known,
        sample: pack.grounds.slice(0, SAMPLE).map((ground) => ground.titles[locale] ?? ground.title),
      }
    },

    async 'grounds.import'({ text }) {
      await importPack(text)
      forgetCatalogue()
      return null
    },

    async 'grounds.remove'({ packId }) {
      await removePack(packId)
      forgetCatalogue()
      return null
    },
  }
}
