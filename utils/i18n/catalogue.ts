import { after } from './areas/after'
import { assess } from './areas/assess'
import { common } from './areas/common'
import { compose } from './areas/compose'
import { cover } from './areas/cover'
import { edited } from './areas/edited'
import { evidence } from './areas/evidence'
import { notice } from './areas/notice'
import { options } from './areas/options'
import { place } from './areas/place'
import { practice } from './areas/practice'
import { problems } from './areas/problems'
import { queue } from './areas/queue'
import { report } from './areas/report'
import { review } from './areas/review'
import { states } from './areas/states'
import { storage } from './areas/storage'
import { vault } from './areas/vault'
import { verify } from './areas/verify'
import { verifyLedger } from './areas/verify-ledger'
import { welcome } from './areas/welcome'
import type { Words } from './translator'

/** The interface's languages; the first is the one that others fall back to. */
export const LOCALES = ['en', 'ru', 'kk'] as const
export type Locale = (typeof LOCALES)[number]

/** One room's words in every language. A key that one language lacks is a type error, plural forms apart. */
export const AREAS = {
  common,
  states,
  compose,
  cover,
  problems,
  options,
  assess,
  practice,
  welcome,
  queue,
  notice,
  place,
  evidence,
  edited,
  review,
  report,
  after,
  storage,
  verify,
  verifyLedger,
  vault,
} as const
export type Area = keyof typeof AREAS

type English = (typeof AREAS)[Area]['en']
type KeysOf<T> = T extends unknown ? keyof T : never
type Bare<K> = K extends `${infer Key}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Key : K
/** Every key that a page may ask for. */
export type Key = Bare<KeysOf<English>> & string

/** The words of some rooms (default: all) in one language. */
export function wordsOf(locale: Locale, areas: readonly Area[] = Object.keys(AREAS) as Area[]): Words {
  return Object.assign({}, ...areas.map((area) => ({ ...AREAS[area].en, ...AREAS[area][locale] })))
}
