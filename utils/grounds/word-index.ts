import MiniSearch from 'minisearch'
import type { Catalogue } from './catalogue'
import { words } from './fold'
import type { Ground } from './ground'
import { classTitles } from './taxonomy'
import { distanceToPrefix } from './typing-errors'

/** The texts of a ground that are searched; how much a word in each of them counts. */
export const FIELDS = { provision: 10, title: 8, name: 6, instrument: 3, dsa: 3, elements: 1 } as const
type Field = keyof typeof FIELDS

/** How well a typed word fits a ground: its best place, and how it stands there. */
export type Fit = { field: Field; how: 'whole' | 'start' | 'nearly' }
/** A ground that was found; one fit for each word that was typed. */
export type Found = { ground: Ground; fits: (Fit | null)[]; score: number; names: Names }
/** What a ground is called, in folded words: its titles, and its provision from the number on. */
export type Names = { titles: string[][]; number: string[] }

export type WordIndex = {
  /** The grounds that have every word (else, where none has, any word) at a word's beginning. */
  find(typed: readonly string[], allow: (ground: Ground) => boolean): Found[]
}

/** ISO 3166 names in the interface's languages, so that `Казахстан` and `Germany` find the country's laws. */
const REGIONS = ['en', 'ru', 'kk', 'de', 'fr'].map(
  (locale) => new Intl.DisplayNames(locale, { type: 'region' }),
)

/** Words of each line, folded once: many grounds share their phrases. */
function rememberingWords(): (line: string) => string[] {
  const known = new Map<string, string[]>()
  return (line) => {
    const found = known.get(line) ?? words(line)
    known.set(line, found)
    return found
  }
}

/** Index of all words of a catalogue. */
export function buildWordIndex({ all, get, taxonomy }: Catalogue): WordIndex {
  const vocabulary = new Set<string>()
  const wordsOnce = rememberingWords()
  const known = (text: string) => {
    const found = new Set(text.split('\n').flatMap(wordsOnce))
    for (const word of found) vocabulary.add(word)
    return [...found]
  }
  const search = new MiniSearch<Ground>({
    fields: Object.keys(FIELDS),
    tokenize: known,
    processTerm: (term) => term,
    extractField: (ground, field) => (field === 'id' ? ground.id : textOf(ground, field as Field, taxonomy)),
  })
  search.addAll(all())
  const names = new Map(all().map((ground) => [ground.id, namesOf(ground)]))

  const ask = (terms: string[][], combineWith: 'AND' | 'OR', allow: (ground: Ground) => boolean): Found[] =>
    search
      .search(
        { combineWith, queries: terms.map((queries) => ({ combineWith: 'OR', queries })) },
        { tokenize: (term) => [term], prefix: true, boost: FIELDS },
      )
      .flatMap(({ id, match, score }) => {
        const ground = get(id)
        if (!ground || !allow(ground)) return []
        const fits = terms.map((near) => bestFit(near, match))
        return [{ ground, score, fits, names: names.get(id) ?? namesOf(ground) }]
      })

  return {
    find(typed, allow) {
      const exact = typed.map((word) => [word])
      const found = ask(exact, 'AND', allow)
      if (typed.length === 0 || found.some(isSure)) return found
      const nearly = exact.map(([word = '']) => [word, ...nearest(word, vocabulary)])
      const already = new Set(found.map(({ ground }) => ground))
      const more = ask(nearly, 'AND', (ground) => allow(ground) && !already.has(ground))
      return found.length + more.length > 0 ? [...found, ...more] : ask(nearly, 'OR', allow)
    },
  }
}

/** Is every word in a place that says what the ground is? Only where no ground is sure, typing errors are thought of. */
const isSure = ({ fits }: Found) => fits.every((fit) => fit && fit.field !== 'elements')
const MOST_NEAR = 20

export const isNumber = (word: string) => /^\d/.test(word)

function namesOf({ title, titles, provision }: Ground): Names {
  const parts = words(provision)
  const at = parts.findIndex(isNumber)
  return { titles: [title, ...Object.values(titles)].map(words), number: at < 0 ? [] : parts.slice(at) }
}

function textOf(ground: Ground, field: Field, taxonomy: Catalogue['taxonomy']): string {
  const all = (titles: Record<string, string>[]) => titles.flatMap((each) => Object.values(each)).join('\n')
  const { jurisdiction } = ground
  switch (field) {
    case 'provision':
      return ground.provision
    case 'title':
      return `${ground.title}\n${all([ground.titles])}`
    case 'name':
      return ground.id
    case 'instrument':
      return [
        ground.instrument,
        ...(jurisdiction ? REGIONS.map((names) => names.of(jurisdiction)) : []),
      ].join(' ')
    case 'dsa':
      return `${all(classTitles(taxonomy, ground.dsa))}\n${spaced(ground.map.ozone ?? '')}`
    case 'elements':
      return all(ground.elements)
  }
}

/** Abbreviations that people know stand in the backends' own reasons: `reasonChildSafetyCSAM` → `… CSAM`. */
const spaced = (reason: string) => reason.replace(/^.*#reason/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' ')

/** Where the word or one of its neighbours stands best. `match`: the words of the ground and the fields they are in. */
function bestFit([word = '', ...near]: string[], match: Record<string, string[]>): Fit | null {
  let best: Fit | null = null
  for (const [term, fields] of Object.entries(match)) {
    const how = term === word ? 'whole' : term.startsWith(word) ? 'start' : 'nearly'
    if (how === 'nearly' && !near.some((one) => term.startsWith(one))) continue
    for (const field of fields as Field[]) {
      const fit = { field, how } as const
      if (!best || weight(fit) > weight(best)) best = fit
    }
  }
  return best
}

const HOW = { whole: 1, start: 0.8, nearly: 0.4 }

/** How much a fit counts: the place it was found in, less for a beginning, less still for a typing error. */
export const weight = ({ field, how }: Fit): number => FIELDS[field] * HOW[how]

/** Words that begin nearly like this one; a number is never taken for another. */
function nearest(word: string, vocabulary: ReadonlySet<string>): string[] {
  const allowed = /\p{N}/u.test(word) || word.length < 3 ? 0 : word.length < 6 ? 1 : 2
  if (allowed === 0) return []
  const byDistance: string[][] = Array.from({ length: allowed + 1 }, () => [])
  for (const term of vocabulary) {
    if (!term.startsWith(word)) byDistance[distanceToPrefix(word, term, allowed)]?.push(term)
  }
  return byDistance.find((terms) => terms.length > 0)?.slice(0, MOST_NEAR) ?? []
}
