import { browser } from '../browser'
import type { Pack } from './ground'
import { expandPack, type PackFile, type Phrases } from './pack-file'
import type { Taxonomy } from './taxonomy'

/** What comes with the extension: `grounds.json`, which the build makes of `packs/` (wxt.config.ts). */
export type Shipped = { packs: Pack[]; phrases: Phrases; taxonomy: Taxonomy }

/**
 * Reads the shipped packs. As a file, because a Chromium service worker can import nothing later, and one that
 * starts for something else shall not carry them. They are checked by `npm run grounds:check`, not again here.
 */
export async function loadShipped(): Promise<Shipped> {
  const answer = await fetch(browser.runtime.getURL('grounds.json'))
  const file = (await answer.json()) as { packs: PackFile[]; phrases: Phrases; taxonomy: Taxonomy }
  return { ...file, packs: file.packs.map((pack) => expandPack(pack, file.phrases)) }
}
