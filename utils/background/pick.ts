import type { Place } from '../drafting/capture'
import { pickerWords, uiLocale } from '../i18n'
import { askScript, injectFlag, PICKER_SCRIPT } from '../scripts'

/**
 * Lets the reviewer point at any element of a tab's page; what is picked comes back as `page.picked`. The flag script
 * comes first: it holds the form's frame. Rejects where the browser lets no extension in.
 */
export async function startPick({ tabId }: Place): Promise<void> {
  const words = pickerWords(await uiLocale())
  const put = (given: typeof words) => {
    globalThis.flagpostPicker = given
  }
  await injectFlag(tabId)
  await askScript({ tabId, frameId: 0 }, PICKER_SCRIPT, put, [words])
}
