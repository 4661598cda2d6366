import { browser } from '../browser'
import type { Captured } from '../evidence/captured'
import { CapturedSchema } from '../evidence/captured'
import { ProblemError } from '../problem'
import { CAPTURE_SCRIPT } from '../scripts'
import type { CaptureAsk } from '../sites/target'

/** The tab and frame in which an item was met. */
export type Place = { tabId: number; frameId: number; windowId: number; address: string }

/**
 * Reads and serialises the item that was pointed at, in the page, on demand.
 * @throws ProblemError `pageClosed` when the page is gone or may not be read, `captureUnreadable` when it answered
 * something else.
 */
export async function captureItem(place: Place, ask: CaptureAsk): Promise<Captured> {
  const target = { tabId: place.tabId, frameIds: [place.frameId] }
  const result = await (async () => {
    const setAsk = (given: CaptureAsk) => {
      globalThis.flagpostAsk = given
    }
    // At once: a page that never ends loading would else never be read.
    const now = { target, injectImmediately: true }
    await browser.scripting.executeScript({ ...now, func: setAsk as () => void, args: [ask] })
    const [answer] = await browser.scripting.executeScript({ ...now, files: [CAPTURE_SCRIPT] })
    return answer?.result
  })().catch(() => {
    throw new ProblemError({ code: 'pageClosed' })
  })
  const parsed = CapturedSchema.safeParse(result)
  if (!parsed.success) throw new ProblemError({ code: 'captureUnreadable' })
  return { ...parsed.data, chosen: ask.target.by }
}
