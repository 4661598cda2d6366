import type { Key } from '../../i18n/catalogue'
import { size } from '../../i18n/formats'
import type { Translate } from '../../i18n/translator'
import type { Line } from './report'

/** One line of a report in words: its title, what was found, each fault. */
export type LineWords = { title: string; found: string; faults: string[] }

export function wordsOfLine({ check, state, params, faults }: Line, t: Translate<Key>): LineWords {
  const figures = { ...params, ...(typeof params.bytes === 'number' && { size: size(params.bytes, t) }) }
  const pinned = params.pinned === 1 ? 'Pinned' : ''
  return {
    title: t(`verify.${check}`),
    found: state === 'fails' ? '' : t(`verify.${check}.${state}${pinned}` as Key, figures),
    faults: faults.map(({ code, params }) => t(`verify.fault.${code}`, params)),
  }
}
