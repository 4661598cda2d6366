import { browser } from '../browser'

/** Memory only, as the draft's key: on no disk unless the reviewer asks for the picture. */
const area = () => browser.storage.session
const PREFIX = 'window:'
/** What browsers let this memory hold is 10 MB in all; others have something in it too. Characters. */
const ROOM = 6_000_000

/**
 * Keeps the picture of the whole window (as a `data:` address) that was taken at a press, in case the reviewer asks for
 * it. There is room for a few: the newest stay.
 */
export async function keepWindow(draftId: string, url: string): Promise<void> {
  if (url.length > ROOM) return
  const known = Object.entries(await area().get(null)).filter(([name]) => name.startsWith(PREFIX))
  // Draft ids begin with their time.
  known.sort(([a], [b]) => (a < b ? 1 : -1))
  let used = url.length
  for (const [name, kept] of known) {
    used += String(kept).length
    if (used > ROOM) await area().remove(name)
  }
  await area().set({ [PREFIX + draftId]: url })
}

/** The picture; null once it is gone. */
export async function findWindow(draftId: string): Promise<string | null> {
  const found = (await area().get(PREFIX + draftId))[PREFIX + draftId]
  return typeof found === 'string' ? found : null
}

export const dropWindow = (draftId: string): Promise<void> => area().remove(PREFIX + draftId)
