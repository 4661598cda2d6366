import type { Key } from './catalogue'
import { figuresOf, kazakhKnown } from './figures'
import type { Translate } from './translator'

/** A day, "25 Nov 2026"; where the browser lacks the language's month names, in figures. `at`: milliseconds since 1970. */
export function day(at: number, locale: string): string {
  const date =
    locale === 'kk' && !kazakhKnown()
      ? ({ day: '2-digit', month: '2-digit', year: 'numeric' } as const)
      : ({ dateStyle: 'medium' } as const)
  return new Intl.DateTimeFormat(figuresOf(locale), date).format(at)
}

/** Day and time to the minute. */
export function exact(at: number, locale: string): string {
  return `${day(at, locale)}, ${new Intl.DateTimeFormat(figuresOf(locale), { timeStyle: 'short' }).format(at)}`
}

/** Time of day to the second. */
export function time(at: number, locale: string): string {
  return new Intl.DateTimeFormat(figuresOf(locale), { timeStyle: 'medium' }).format(at)
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago, in the largest unit that fits: "just now", "5 min ago". `at`: milliseconds since 1970. */
export function ago(at: number, t: Translate<Key>, now = Date.now()): string {
  const passed = Math.max(0, now - at)
  if (passed < MINUTE) return t('time.now')
  if (passed < HOUR) return t('time.minutes', { n: Math.floor(passed / MINUTE) })
  if (passed < DAY) return t('time.hours', { n: Math.floor(passed / HOUR) })
  return t('time.days', { n: Math.floor(passed / DAY) })
}

const UNITS = ['size.bytes', 'size.kb', 'size.mb', 'size.gb'] as const

/** A size in the largest unit that fits, powers of 1024, one decimal at most: "1.5 MB". */
export function size(bytes: number, t: Translate<Key>): string {
  const power = Math.min(3, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return t(UNITS[power] as (typeof UNITS)[number], { n: Math.round((bytes / 1024 ** power) * 10) / 10 })
}
