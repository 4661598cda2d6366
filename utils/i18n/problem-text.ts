import type { Finding } from '../notice'
import type { Problem } from '../problem'
import type { Key } from './catalogue'
import type { Translate } from './translator'

/** A problem in the reviewer's words; a code that this version has no words for reads as an unforeseen failure. */
export function problemText(t: Translate<Key>, { code, params }: Problem): string {
  const key = `problem.${code}` as Key
  const text = t(key, params)
  return text === key ? t('problem.unexpected') : text
}

/** A backend's finding in the reviewer's words; in its own where this version has none for it. */
export function findingText(t: Translate<Key>, { code, params, detail }: Finding): string {
  const key = `problem.${code}` as Key
  const text = t(key, params)
  return text === key ? detail : text
}

/** What support asks for: the code, the field and the figures, on one line. */
export function problemDetails({ code, params = {}, field }: Problem): string {
  const figures = Object.entries(params).map(([name, value]) => `${name}=${value}`)
  return [code, ...(field ? [`field=${field}`] : []), ...figures].join(' · ')
}
