import { browser } from '../browser'
import { type Settings, settings } from '../settings'
import { type Key, LOCALES, type Locale, wordsOf } from './catalogue'
import { makeTranslator, type Translate } from './translator'

/**
 * The language that the reviewer set, or the browser's. (`browser.i18n` can't be switched, and desktop Chrome knows
 * no Kazakh interface: so the words are our own.)
 */
export async function uiLocale(): Promise<Locale> {
  return localeFor((await settings.get()).language)
}

/** The language of a setting; `system`: the browser's where we speak it, else English. */
export function localeFor(language: Settings['language']): Locale {
  if (language !== 'system') return language
  const [base = ''] = browser.i18n.getUILanguage().toLowerCase().split('-')
  return LOCALES.find((locale) => locale === base) ?? LOCALES[0]
}

/** The translator of one language, for every key. */
export const translator = (locale: Locale): Translate<Key> => makeTranslator(wordsOf(locale), locale)

/** What the picker says in the page. */
export const pickerWords = (locale: Locale) => ({ hint: wordsOf(locale, ['states'])['picker.hint'] ?? '' })
