import type { Locale } from '../i18n/catalogue'
import type { GroundHit } from '../messages'
import type { Catalogue } from './catalogue'
import { words } from './fold'
import type { Ground, Titles } from './ground'
import { hotlineFor } from './hotlines'
import { measuresFor } from './measures'
import { rulesOwner } from './platforms'
import { questionsFor } from './questions'
import { buildWordIndex, type Found, isNumber, type Names, type WordIndex, weight } from './word-index'

export type Search = {
  query: string
  /** The site's id: its own policies come first. */
  platform: string
  /** Host name of the item's server: its own rules come before those of its software. */
  server?: string | null
  limit: number
  locale: Locale
  recent: readonly string[]
  favourites: readonly string[]
  /** Whose laws the reviewer works with, nearest first (`jurisdictionsOf`). */
  jurisdictions: readonly string[]
  /** ISO calendar day: what is no longer or not yet in force is left out. Default: today (UTC). */
  today?: string
}

const inLanguage = (titles: Titles, locale: Locale): string =>
  titles[locale] ?? titles.en ?? Object.values(titles)[0] ?? ''

/** A ground as the interface shows it, in one language; `country`: the reviewer's, for the hotline. */
export function toHit(ground: Ground, locale: Locale, country: string | null = null): GroundHit {
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
    readIn: ground.readIn ?? null,
    territory: ground.kind === 'law' ? [ground.jurisdiction ?? ''] : ['global'],
    questions: questionsFor(ground).map((question) => ({
      ...question,
      text: inLanguage(question.text, locale),
      help: inLanguage(question.help, locale),
    })),
    measures: measuresFor(ground),
    hotline: hotlineFor(ground, country),
  }
}

/** One index a catalogue, built when it is first needed. */
const indexes = new WeakMap<Catalogue, WordIndex>()

/** Builds the catalogue's index (some 50 ms), if it is not there yet: while the reviewer reads, before the first word. */
export function prepareSearch(catalogue: Catalogue): WordIndex {
  const index = indexes.get(catalogue) ?? buildWordIndex(catalogue)
  indexes.set(catalogue, index)
  return index
}

/**
 * The grounds that fit what was typed, best first: those whose provision or title it is, then by where the words
 * stand and whose grounds they are. With nothing typed: favourites, recent ones, the platform's own policies, the
 * laws of the reviewer's jurisdictions. Never another platform's policy, nor what is not in force.
 */
export function searchGrounds(catalogue: Catalogue, search: Search): GroundHit[] {
  const typed = meant(words(search.query))
  const owner = rulesOwner(search.platform)
  const today = search.today ?? new Date().toISOString().slice(0, 10)
  const { server = null } = search
  // Where a server's own rules are known, the usual ones of its software are not rules there.
  const own = server !== null && catalogue.all().some(({ platform }) => platform === server)
  const holds = ({ id, kind, platform }: Ground) =>
    kind === 'law' || platform === server || (platform === owner && !(own && USUAL.test(id)))
  const fits = (ground: Ground) => holds(ground) && isInForce(ground, today)
  const found = typed.length
    ? ranked(prepareSearch(catalogue).find(typed, fits), typed, search)
    : suggested(catalogue, search).filter(fits)
  const [country = null] = search.jurisdictions
  return found.slice(0, search.limit).map((ground) => toHit(ground, search.locale, country))
}

/** Rules that many servers of a software have, for one whose own are not known. */
const USUAL = /^mastodon\.rule-/

const isInForce = ({ validFrom = '', validTo = '9999' }: Ground, today: string): boolean =>
  validFrom <= today && today <= validTo

/** Words that only announce a number: `art. 174`, `ст. 174`, `174-бап`, `s. 5`. */
const ANNOUNCING = new Set(
  words(
    'art article artikel articles статья статьи ст бап бабы s ss section sections sec para paragraph paragraf abs absatz nr no п ч',
  ),
)

/** What was typed without the words that only announce a number. */
function meant(typed: string[]): string[] {
  return typed.some(isNumber) ? typed.filter((word) => !ANNOUNCING.has(word)) : typed
}

/** Nothing typed yet: what this reviewer most likely needs. Each ground once. */
function suggested(catalogue: Catalogue, { favourites, recent, jurisdictions, server }: Search): Ground[] {
  const laws = (jurisdiction: string) => catalogue.all().filter((one) => one.jurisdiction === jurisdiction)
  const named = [...favourites, ...recent].flatMap((id) => catalogue.get(id) ?? [])
  const policies = catalogue.all().filter(({ kind }) => kind === 'policy')
  const own = policies.filter(({ platform }) => platform === server)
  return [...new Set([...named, ...own, ...policies, ...jurisdictions.flatMap(laws), ...catalogue.all()])]
}

const ranked = (found: Found[], typed: string[], search: Search): Ground[] =>
  found
    .map((one) => ({ ...one, rank: rank(one, typed, search) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ ground }) => ground)

/** What is named exactly stands above everything else, whosever it is. */
const EXACT = 1000

function rank({ ground, fits, names }: Found, typed: string[], search: Search): number {
  const place = search.jurisdictions.indexOf(ground.jurisdiction ?? '')
  const nearness =
    (ground.kind === 'policy' ? 1.5 : place === 0 ? 1.35 : place > 0 ? 1.25 : 1) *
    (search.favourites.includes(ground.id) ? 2 : 1) *
    (search.recent.includes(ground.id) ? 1.4 : 1)
  const sum = fits.reduce((total, fit) => total + (fit ? weight(fit) : 0), 0) / typed.length
  const begins = names.titles.some((title) => typed.every((word, i) => title[i]?.startsWith(word)))
  return ((isNamed(names, typed) ? EXACT : 0) + sum * (begins ? 1.25 : 1)) * nearness
}

/** Is the provision's number or a whole title what was typed? */
function isNamed({ titles, number }: Names, typed: string[]): boolean {
  const from = typed.findIndex(isNumber)
  if (from < 0) return titles.some((title) => title.join(' ') === typed.join(' '))
  const wanted = typed.slice(from).filter((word) => number.includes(word))
  return wanted.length > 0 && number.join(' ') === wanted.join(' ')
}
