import { render } from 'preact'
import type { Key } from '../../utils/i18n/catalogue'
import { makeTranslator } from '../../utils/i18n/translator'
import { ask } from '../ask'
import { TextContext } from '../text'
import { Compose } from './compose'
import './compose.css'

/** The one sentence that can't be asked for: without the background there are no words. */
const UNREACHABLE = 'Flagpost cannot be reached. Close this and press Report again.'

/**
 * Opens the form of one press. Words and draft are asked for at once; the ground box is there, with the focus in it,
 * as soon as there are words.
 */
export async function openCompose(nonce: string): Promise<void> {
  const opening = ask('draft.open', { nonce })
  opening.catch(() => {})
  try {
    const { locale, words } = await ask('form.hello', {})
    const t = makeTranslator<Key>(words, locale)
    document.documentElement.lang = locale
    render(
      <TextContext.Provider value={{ t, locale }}>
        <Compose nonce={nonce} opening={opening} framed={window.top !== window} />
      </TextContext.Provider>,
      document.body,
    )
  } catch {
    document.body.textContent = UNREACHABLE
  }
}
