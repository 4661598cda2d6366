import { hostOf } from '../../utils/host'
import type { Key } from '../../utils/i18n/catalogue'
import { figuresOf } from '../../utils/i18n/figures'
import type { Translate } from '../../utils/i18n/translator'
import { plainAddress } from '../../utils/plain-address'
import { siteById } from '../../utils/sites'
import type { Text } from '../text'

/** The platform by its name; any other page by its host. */
export function platformName(platform: string, permalink: string | null): string {
  const site = siteById(platform)
  if (site) return site.name
  return hostOf(permalink) ?? platform
}

/** An address without what every address has: "mastodon.example/@ada/111". */
export function shortAddress(address: string): string {
  return plainAddress(address)
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/$/, '')
}

/** Countries by name, `global` as a word: "Kazakhstan, Germany". */
export function territoryNames(codes: readonly string[], { t, locale }: Text): string {
  const names = new Intl.DisplayNames([figuresOf(locale)], { type: 'region', fallback: 'code' })
  const name = (code: string) => {
    if (code === 'global') return t('notice.everywhere')
    return /^[A-Za-z]{2}$/.test(code) ? (names.of(code.toUpperCase()) ?? code) : code
  }
  return codes.map(name).join(', ')
}

/** Why something did not get through, in two or three words. */
export function why(t: Translate<Key>, code: unknown): string {
  const key = `why.${String(code)}` as Key
  const words = t(key)
  return words === key ? t('why.other') : words
}

/** A time of today as the hour; of another day with the day. `at`: milliseconds since 1970. */
export function clock(at: number, locale: string, now = Date.now()): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString()
  const options = sameDay
    ? ({ timeStyle: 'short' } as const)
    : ({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const)
  return new Intl.DateTimeFormat(figuresOf(locale), options).format(at)
}

const MINUTE = 60_000

/** How long until a legal deadline; `near`: less than a day, or over. */
export function deadlineText(
  at: number,
  now: number,
  t: Translate<Key>,
): { text: string; tone: 'quiet' | 'warn' | 'bad' } {
  const left = Math.ceil((at - now) / MINUTE)
  if (at < now) return { text: t('queue.due.over'), tone: 'bad' }
  const tone = left < 24 * 60 ? 'warn' : 'quiet'
  if (left < 60) return { text: t('queue.due.minutes', { n: left }), tone }
  if (left < 48 * 60) return { text: t('queue.due.hours', { n: Math.floor(left / 60) }), tone }
  return { text: t('queue.due.days', { n: Math.floor(left / 1440) }), tone }
}
