import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Key, Locale } from '../utils/i18n/catalogue'
import type { Translate } from '../utils/i18n/translator'

export type Text = { t: Translate<Key>; locale: Locale }

export const TextContext = createContext<Text>({ t: (key) => key, locale: 'en' })

/** The translator and the language of the page. */
export const useText = (): Text => useContext(TextContext)
