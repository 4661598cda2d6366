import type { Captured } from '../evidence/captured'
import { CapturedSchema } from '../evidence/captured'
import { inTime } from '../in-time'
import { ProblemError } from '../problem'
import { askScript, CAPTURE_SCRIPT } from '../scripts'
import type { CaptureAsk } from '../sites/target'

/** The tab and frame in which an item was met. */
export type Place = { tabId: number; frameId: number; windowId: number; address: string }

/** A page that does not let its own thread go for so long is not waited for, milliseconds. */
const PATIENCE = 8_000

/**
 * Reads and serialises the item that was pointed at, in the page, on demand.
 * @throws ProblemError `pageBusy` when the page lets no script run, `pageClosed` when the page is gone or may not be
 * read, `captureUnreadable` when it answered something else.
 */
export async function captureItem(place: Place, ask: CaptureAsk): Promise<Captured> {
  const put = (given: CaptureAsk) => {
    globalThis.flagpostAsk = given
  }
  // At once: a page that never ends loading would else never be read.
  const reading = askScript(place, CAPTURE_SCRIPT, put, [ask], true)
  const result = await inTime(reading, PATIENCE, 'pageBusy').catch((error: unknown) => {
    throw error instanceof ProblemError ? error : new ProblemError({ code: 'pageClosed' })
  })
  const parsed = CapturedSchema.safeParse(result)
  if (!parsed.success) throw new ProblemError({ code: 'captureUnreadable' })
  return { ...parsed.data, chosen: ask.target.by }
}
