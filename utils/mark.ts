import type { Key } from './i18n/catalogue'
import { figuresOf } from './i18n/figures'
import { exact } from './i18n/formats'
import type { Translate } from './i18n/translator'
import type { ItemState } from './outbox/row'
import type { State } from './outbox/state'

/** What the action on an item shows: its name (the tooltip too), the word beside the flag, and is the flag filled? */
export type Mark = { name: string; text: string; filled: boolean }

/** A notice in one of these is on its way: its age says more than a word. */
const ON_ITS_WAY: readonly State[] = ['held', 'queued', 'sending', 'delivered']

/**
 * What this reviewer has done with an item, for its action: a word or an age, and all of it in the name. Made by the
 * background, so that pages carry no words and no logic of ours.
 */
export function markOf({ state, at, outcome }: ItemState, t: Translate<Key>, locale: string): Mark {
  const word = t(outcome ? `outcome.${outcome}` : `state.${state}`)
  return {
    name: `${t('page.reported')} · ${exact(at, locale)} · ${word}`,
    text: ON_ITS_WAY.includes(state) ? since(at, locale) : word,
    filled: state !== 'draft',
  }
}

/** How long ago as short as it goes ("2h", "2 ч"). `at`: milliseconds since 1970. */
export function since(at: number, locale: string): string {
  const minutes = Math.max(0, Date.now() - at) / 60_000
  const [value, unit] =
    minutes < 60 ? [minutes, 'minute'] : minutes < 1440 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day']
  const style = { style: 'unit', unit, unitDisplay: 'narrow' } as const
  return new Intl.NumberFormat(figuresOf(locale), style).format(Math.floor(value))
}
