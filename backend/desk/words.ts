import type { Context } from 'hono'
import { createContext, useContext } from 'hono/jsx'
import { edited } from '../../utils/i18n/areas/edited'
import { place } from '../../utils/i18n/areas/place'
import { states } from '../../utils/i18n/areas/states'
import { makeTranslator, type Translate } from '../../utils/i18n/translator'
import { en } from './words/en'
import { kk } from './words/kk'
import { ru } from './words/ru'

/** Outcomes, kinds, places and edits have the same words here as in the extension. */
type SharedKey =
  | Extract<keyof typeof states.en, `outcome.${string}` | `kind.${string}`>
  | keyof typeof place.en
  | keyof typeof edited.en
export type DeskKey = Exclude<keyof typeof en, `media_${string}`> | 'media' | SharedKey
export type DeskText = { t: Translate<DeskKey>; locale: string }

const WORDS = {
  en: { ...states.en, ...place.en, ...edited.en, ...en },
  ru: { ...states.ru, ...place.ru, ...edited.ru, ...ru },
  kk: { ...states.kk, ...place.kk, ...edited.kk, ...kk },
}

const TEXTS = Object.fromEntries(
  Object.entries(WORDS).map(([locale, words]) => [
    locale,
    { t: makeTranslator<DeskKey>(words, locale), locale },
  ]),
) as Record<string, DeskText>

const ENGLISH = TEXTS.en as DeskText
const TextContext = createContext<DeskText>(ENGLISH)
export const TextProvider = TextContext.Provider

/** The words of the page that is being made. */
export const useText = (): DeskText => useContext(TextContext)

/** The first language that the browser asks for and the desk speaks (`Accept-Language`, in its order), else English. */
export function textFor(c: Context): DeskText {
  const asked = (c.req.header('accept-language') ?? '').toLowerCase().split(',')
  const known = asked.map((one) => TEXTS[one.trim().split(/[-;]/)[0] ?? '']).find(Boolean)
  return known ?? ENGLISH
}
