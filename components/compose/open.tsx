import { render } from 'preact'
import type { Key } from '../../utils/i18n/catalogue'
import { makeTranslator, type Translate } from '../../utils/i18n/translator'
import { api, ask } from '../ask'
import { type Text, TextContext } from '../text'
import { Compose } from './compose'
import './compose.css'

/**
 * Opens the form of one press. The ground box is there at once, with the focus in it, and takes what is typed; words
 * and draft are asked for meanwhile, both at the same time.
 */
export async function openCompose(nonce: string): Promise<void> {
  const opening = ask('draft.open', { nonce })
  opening.catch(() => {})
  const show = (text: Text) =>
    render(
      <TextContext.Provider value={text}>
        <Compose nonce={nonce} opening={opening} framed={window.top !== window} />
      </TextContext.Provider>,
      document.body,
    )
  show({ t: fromBrowser, locale: 'en' })
  try {
    const { locale, words } = await ask('form.hello', {})
    document.documentElement.lang = locale
    show({ t: makeTranslator<Key>(words, locale), locale })
  } catch {
    document.body.textContent = api.i18n.getMessage('formUnreachable')
  }
}

/** Before the words have come: the box has its name from the browser's own language files, all else is silent. */
const fromBrowser: Translate<Key> = (key) =>
  key === 'compose.search' ? api.i18n.getMessage('formSearch') : ''
