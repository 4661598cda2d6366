import MiniSearch from 'minisearch'
import type { Catalogue } from './catalogue'
import { fold, spellings, words } from './fold'
import type { Ground, Titles } from './ground'
import { classTitles, type Taxonomy } from './taxonomy'
import { distanceToPrefix } from './typing-errors'

/** The texts of a ground that are searched; how much a word in each of them counts. */
const FIELDS = { provision: 10, title: 8, name: 6, instrument: 3, dsa: 3, elements: 1 } as const
type Field = keyof typeof FIELDS

/** How well a typed word fits a ground: its best place, and how it stands there. */
export type Fit = { field: Field; how: 'whole' | 'start' | 'nearly' }
/** What a ground is called, in folded words: its titles, and its provision from the number on. */
export type Names = { titles: string[][]; number: string[] }
/** A ground that was found; one fit for each word that was typed. */
export type Found = { ground: Ground; fits: (Fit | undefined)[]; names: Names }

export type WordIndex = {
  /** The grounds that have every word (else, where none has, any word) at a word's beginning. */
  find(typed: readonly string[], allow: (ground: Ground) => boolean): Found[]
}

const HOW = { whole: 1, start: 0.8, nearly: 0.4 }

/** How much a fit counts: the place it was found in, less for a beginning, less still for a typing error. */
export const weight = ({ field, how }: Fit): number => FIELDS[field] * HOW[how]

/** Begins with its number: `174`, `86a`. */
export const isNumber = (word: string) => /^\d/.test(word)

/** Index of all words of a catalogue. What many grounds share (phrases, classes, instruments) is in it once. */
export function buildWordIndex({ all, taxonomy }: Catalogue): WordIndex {
  const lines = new Map<string, { ground: Ground; field: Field }[]>()
  const countryNames = countries()
  for (const ground of all()) {
    for (const [field, texts] of Object.entries(textsOf(ground, taxonomy, countryNames)) as [
      Field,
      string[],
    ][]) {
      for (const text of texts) {
        const line = lines.get(text)
        if (line) line.push({ ground, field })
        else lines.set(text, [{ ground, field }])
      }
    }
  }
  const vocabulary = new Set<string>()
  const foldOnce = remembering(fold)
  const search = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (text) => {
      const found = spellings(text, foldOnce)
      for (const word of found) vocabulary.add(word)
      return found
    },
    processTerm: (term) => term,
  })
  search.addAll([...lines.keys()].map((id) => ({ id })))
  const names = new Map(all().map((ground) => [ground, namesOf(ground, foldOnce)]))

  /** The best fit of a word, or of words near it, in each ground that has one. */
  const fitsOf = (word: string, near: readonly string[]): Map<Ground, Fit> => {
    const fits = new Map<Ground, Fit>()
    const options = { tokenize: (term: string) => [term], prefix: true }
    for (const { id, terms } of search.search({ queries: [word, ...near], combineWith: 'OR' }, options)) {
      const how = terms.includes(word)
        ? 'whole'
        : terms.some((term) => term.startsWith(word))
          ? 'start'
          : 'nearly'
      for (const { ground, field } of lines.get(id) ?? []) {
        const before = fits.get(ground)
        if (!before || weight({ field, how }) > weight(before)) fits.set(ground, { field, how })
      }
    }
    return fits
  }

  return {
    find(typed, allow) {
      const found = (all: Map<Ground, Fit>[], enough: (fits: (Fit | undefined)[]) => boolean): Found[] =>
        [...new Set(all.flatMap((fits) => [...fits.keys()]))].flatMap((ground) => {
          const fits = all.map((one) => one.get(ground))
          return enough(fits) && allow(ground) ? [{ ground, fits, names: names.get(ground) ?? NAMELESS }] : []
        })
      const every = (fits: (Fit | undefined)[]) => fits.every(Boolean)
      const exact = found(
        typed.map((word) => fitsOf(word, [])),
        every,
      )
      if (exact.some(isSure)) return exact
      const nearly = typed.map((word) => fitsOf(word, nearest(word, vocabulary)))
      const all = found(nearly, every)
      return all.length > 0 ? all : found(nearly, (fits) => fits.some(Boolean))
    },
  }
}

/** Is every word in a place that says what the ground is? Only where no ground is sure, typing errors are thought of. */
const isSure = ({ fits }: Found) => fits.every((fit) => fit && fit.field !== 'elements')

type NamesOf = (country: string) => string[]

function textsOf(ground: Ground, taxonomy: Taxonomy, namesOf: NamesOf): Record<Field, string[]> {
  const all = (titles: Titles[]) => titles.flatMap((each) => Object.values(each))
  return {
    provision: [ground.provision],
    title: [ground.title, ...all([ground.titles])],
    name: [ground.id],
    instrument: [ground.instrument, ...(ground.jurisdiction ? namesOf(ground.jurisdiction) : [])],
    dsa: [...all(classTitles(taxonomy, ground.dsa)), spaced(ground.map.ozone ?? '')],
    elements: all(ground.elements),
  }
}

/** Gives a country's code and names in several languages, so that `Казахстан` and `Germany` find its laws. */
function countries(): (code: string) => string[] {
  const names = ['en', 'ru', 'kk', 'de', 'fr'].map(
    (locale) => new Intl.DisplayNames(locale, { type: 'region' }),
  )
  return (code) => [code, code === 'GB' ? 'UK' : '', ...names.map((one) => one.of(code) ?? '')]
}

/** Abbreviations that people know stand in the backends' own reasons: `reasonChildSafetyCSAM` → `… CSAM`. */
const spaced = (reason: string) => reason.replace(/^.*#reason/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' ')

const NAMELESS: Names = { titles: [], number: [] }

function namesOf({ title, titles, provision }: Ground, foldWord: typeof fold): Names {
  const parts = words(provision, foldWord)
  const at = parts.findIndex(isNumber)
  return {
    titles: [title, ...Object.values(titles)].map((one) => words(one, foldWord)),
    number: at < 0 ? [] : parts.slice(at),
  }
}

/** The same for the same text, found once. */
function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text) ?? work(text)
    known.set(text, found)
    return found
  }
}

const MOST_NEAR = 20

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
