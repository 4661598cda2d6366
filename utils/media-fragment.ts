import type { Rect } from './evidence/redaction'
import type { place } from './i18n/areas/place'
import type { Translate } from './i18n/translator'
import type { Media, Place } from './notice'

/** A part of a film or recording, seconds; `to` null: to its end. */
export type Span = { from: number; to: number | null }

const tenth = (value: number) => Math.round(value * 10) / 10

/** A region, per cent of the picture's width and height, as a media fragment (W3C Media Fragments URI 1.0, 4.2.2): within the picture, to a tenth of a per cent. */
export function regionFragment({ x, y, width, height }: Rect): string {
  const [left, top] = [tenth(clamp(x)), tenth(clamp(y))]
  const [wide, high] = [tenth(Math.min(width, 100 - left)), tenth(Math.min(height, 100 - top))]
  return `xywh=percent:${[left, top, wide, high].join()}`
}

/** A span as a media fragment (the same, 4.2.1), seconds to a tenth. */
export const spanFragment = ({ from, to }: Span): string =>
  `t=${tenth(from)}${to === null ? '' : `,${tenth(to)}`}`

const clamp = (value: number) => Math.min(100, Math.max(0, value))

/** The region of a fragment; null: it names none that lies within a picture. */
export function regionOf(fragment: string): Rect | null {
  const [x, y, width, height] = /^xywh=percent:([\d.,]+)$/.exec(fragment)?.[1]?.split(',').map(Number) ?? []
  if (x === undefined || y === undefined || !width || !height) return null
  // Each side is rounded by itself.
  return x + width <= 100.1 && y + height <= 100.1 ? { x, y, width, height } : null
}

/** The span of a fragment; null: it names none, or one that ends before it begins. */
export function spanOf(fragment: string): Span | null {
  const [from, to] = /^t=([\d.,]+)$/.exec(fragment)?.[1]?.split(',').map(Number) ?? []
  if (from === undefined) return null
  return to === undefined ? { from, to: null } : to > from ? { from, to } : null
}

/** Does the item have this medium, and the medium such a part? A picture has no time. */
export function isIn(media: readonly Media[], { media: at, fragment }: Place): boolean {
  const medium = media[at]
  if (!medium) return false
  if (regionOf(fragment)) return medium.kind === 'image' || medium.kind === 'video'
  return spanOf(fragment) !== null && (medium.kind === 'video' || medium.kind === 'audio')
}

/** "75", "1:15" and "0:01:15" as 75 seconds; null for anything else. */
export function secondsIn(text: string): number | null {
  const parts = /^\s*(?:(\d{1,2}):)?(?:(\d{1,3}):)?(\d{1,5}(?:[.,]\d)?)\s*$/.exec(text)
  if (!parts) return null
  const [, first, second, last = ''] = parts
  const numbers = [first, second, last.replace(',', '.')].filter((part) => part !== undefined).map(Number)
  return numbers.reduce((sum, part) => sum * 60 + part, 0)
}

/** 75 as "1:15", 3675 as "1:01:15". */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const rest = tenth(seconds - whole + (whole % 60))
  const end = `${rest < 10 ? '0' : ''}${rest}`
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${end}` : `${minutes}:${end}`
}

type Say = Translate<keyof typeof place.en>

/** A medium by its kind and number in the item: "Picture 1". */
export const mediumWords = (t: Say, media: readonly Media[], at: number): string =>
  t(`place.${media[at]?.kind ?? 'file'}`, { number: at + 1 })

/** A place in words: "Picture 1: 50 % × 30 % of it, 25 % from the left and 10 % from the top". */
export function placeWords(t: Say, media: readonly Media[], { media: at, fragment }: Place): string {
  const what = mediumWords(t, media, at)
  const region = regionOf(fragment)
  if (region) return t('place.region', { what, ...region })
  const span = spanOf(fragment)
  if (!span) return `${what}: ${fragment}`
  const from = clock(span.from)
  return span.to === null
    ? t('place.from', { what, from })
    : t('place.span', { what, from, to: clock(span.to) })
}
