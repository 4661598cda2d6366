import { figuresOf } from './figures'

/** Words by key, in one language. Plural forms stand under `key_one`, `key_few`, `key_many`, `key_other`. */
export type Words = Record<string, string>
export type Params = Record<string, string | number>

/** Gives the text of a key, with its `{params}` filled in; `count` chooses the plural form. */
export type Translate<K extends string = string> = (key: K, params?: Params) => string

/**
 * The translator of one language. Figures are written as the language writes them; a key without words gives the
 * key, so that a gap shows instead of an empty control.
 */
export function makeTranslator<K extends string = string>(words: Words, locale: string): Translate<K> {
  const rules = new Intl.PluralRules(locale)
  const figures = new Intl.NumberFormat(figuresOf(locale))
  return (key, params = {}) => {
    const form = typeof params.count === 'number' ? `${key}_${rules.select(params.count)}` : key
    const text = words[form] ?? words[`${key}_other`] ?? words[key] ?? key
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name]
      return value === undefined ? whole : typeof value === 'number' ? figures.format(value) : value
    })
  }
}
