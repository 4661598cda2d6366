import { browser } from '../browser'
import type { BoxKey } from '../evidence/box'

/** Memory only: gone with the browser, never on the disk, never in a page. */
const area = () => browser.storage.session
const name = (draftId: string) => `draft-key:${draftId}`

/** Keeps the key of a draft's box until the browser ends. */
export async function keepKey(draftId: string, key: BoxKey): Promise<void> {
  await area().set({ [name(draftId)]: key })
}

/** The key of a draft's box; undefined after a restart of the browser. */
export async function findKey(draftId: string): Promise<BoxKey | undefined> {
  const found = (await area().get(name(draftId)))[name(draftId)]
  return typeof found === 'string' ? found : undefined
}

/** From now on nobody can open the draft's box, unless the key was written into the draft. */
export async function dropKey(draftId: string): Promise<void> {
  await area().remove(name(draftId))
}
