import type { Locale } from '../i18n/catalogue'
import type { GroundHit } from '../messages'
import type { Catalogue } from './catalogue'
import { words } from './fold'
import type { Ground, Titles } from './ground'
import { rulesOwner } from './platforms'

export type Search = {
  query: string
  /** The site's id: its own policies come first. */
  platform: string
  limit: number
  locale: Locale
  recent: readonly string[]
  favourites: readonly string[]
}

const inLanguage = (titles: Titles, locale: Locale): string =>
  titles[locale] ?? titles.en ?? Object.values(titles)[0] ?? ''

/** A ground as the interface shows it, in one language. */
export function toHit(ground: Ground, locale: Locale): GroundHit {
  return {
    id: ground.id,
    kind: ground.kind,
    title: inLanguage(ground.titles, locale) || ground.title,
    officialTitle: ground.title,
    instrument: ground.instrument,
    provision: ground.provision,
    jurisdiction: ground.jurisdiction ?? null,
    platform: ground.platform ?? null,
    elements: ground.elements.map((element) => inLanguage(element, locale)),
    defences: ground.defences.map((defence) => inLanguage(defence, locale)),
    speech: ground.speech,
    capture: ground.capture,
    secondReviewer: ground.secondReviewer,
    confidence: ground.confidence,
    checkedOn: ground.checkedOn,
    sourceUrl: ground.sourceUrl,
    territory: ground.kind === 'law' ? [ground.jurisdiction ?? ''] : ['global'],
  }
}

/** The grounds that fit what was typed, best first. */
export function searchGrounds(catalogue: Catalogue, search: Search): GroundHit[] {
  const wanted = words(search.query)
  const owner = rulesOwner(search.platform)
  return catalogue
    .all()
    .filter(({ kind, platform }) => kind === 'law' || platform === owner)
    .filter((ground) => {
      const own = words([ground.id, ground.provision, ...Object.values(ground.titles)].join(' '))
      return wanted.every((word) => own.some((one) => one.startsWith(word)))
    })
    .slice(0, search.limit)
    .map((ground) => toHit(ground, search.locale))
}
