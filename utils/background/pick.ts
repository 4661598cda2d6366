import { browser } from '../browser'
import type { Place } from '../drafting/capture'
import { pickerWords, uiLocale } from '../i18n'
import { injectFlag, PICKER_SCRIPT } from '../scripts'

/**
 * Lets the reviewer point at any element of a tab's page; what is picked comes back as `page.picked`. The flag script
 * comes first: it holds the form's frame. Rejects where the browser lets no extension in.
 */
export async function startPick({ tabId }: Place): Promise<void> {
  const target = { tabId, frameIds: [0] }
  const words = pickerWords(await uiLocale())
  const put = (given: typeof words) => {
    globalThis.flagpostPicker = given
  }
  await injectFlag(tabId)
  await browser.scripting.executeScript({ target, func: put as () => void, args: [words] })
  await browser.scripting.executeScript({ target, files: [PICKER_SCRIPT] })
}
