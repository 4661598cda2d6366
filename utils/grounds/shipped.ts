import type { Pack } from './ground'
import { expandPack, type PackFile, type Phrases } from './pack-file'
import phrases from './packs/phrases.json?raw'

/** As text: a service worker that starts for something else does not parse them. */
const FILES: Record<string, string> = import.meta.glob('./packs/*/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The packs that come with the extension. They are checked by `npm run grounds:check`, not again here. */
export function shippedPacks(): Pack[] {
  return Object.values(FILES).map((text) => expandPack(JSON.parse(text) as PackFile, shippedPhrases()))
}

/** The phrases that every pack may use. */
export function shippedPhrases(): Phrases {
  return JSON.parse(phrases)
}
