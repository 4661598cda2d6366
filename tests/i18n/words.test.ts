import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { AREAS, LOCALES, type Locale, wordsOf } from '../../utils/i18n/catalogue'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Our own source files below some folders, their paths from the root. */
function sources(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(folder, file))
      .filter((file) => /\.tsx?$/.test(file) && statSync(path.join(ROOT, file)).isFile()),
  )
}

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

/** Problem codes that a file names: `{ code: 'x' }`, `{ code: a ? 'x' : 'y' }`, `code = …`, `problemOf('x'`. */
function codesIn(text: string): string[] {
  const places = text.matchAll(/\bcode(?::|\s=(?!=))\s*([^,}\n]*)|\bproblemOf\(('\w+')/g)
  return [...places].flatMap(([, value = '', quoted = '']) => {
    // A comparison inside the expression (`name === 'NotSupportedError'`) names no code.
    const expression = `${value}${quoted}`.replace(/[!=]==?\s*'[^']*'/g, '')
    return [...expression.matchAll(/'([a-z]\w*)'/g)].map(([, code]) => code as string)
  })
}

const FORM = /_(zero|one|two|few|many|other)$/
const FORMS: Record<Locale, string[]> = {
  en: ['one', 'other'],
  ru: ['few', 'many', 'one', 'other'],
  kk: ['one', 'other'],
}
const paramsOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

/** One area's keys without their plural forms: the forms that stand there, the params that any of them takes. */
function shapes(words: Record<string, string>) {
  const found = new Map<string, { forms: string[]; params: string[] }>()
  for (const [key, text] of Object.entries(words)) {
    const bare = key.replace(FORM, '')
    const before = found.get(bare) ?? { forms: [], params: [] }
    const form = FORM.exec(key)?.[1]
    found.set(bare, {
      forms: form ? [...before.forms, form].sort() : before.forms,
      params: [...new Set([...before.params, ...paramsOf(text)])].sort(),
    })
  }
  return found
}

describe('problems', () => {
  const codes = new Map<string, string>()
  for (const file of sources('utils', 'components', 'entrypoints')) {
    if (file.startsWith('utils/i18n/')) continue
    if (file.startsWith('utils/sites/')) continue
    for (const code of codesIn(read(file))) codes.set(code, file)
  }

  it('finds the codes that are thrown', () => {
    expect([...codes.keys()]).toEqual(
      expect.arrayContaining(['backendDown', 'tooLarge', 'storageFull', 'packSignature', 'orphaned']),
    )
  })

  it.each(LOCALES)('has words for every code in %s', (locale) => {
    const words = wordsOf(locale)
    const silent = [...codes].filter(([code]) => !words[`problem.${code}`])
    expect(silent).toEqual([])
  })
})

describe.each(Object.entries(AREAS))('area %s', (_name, area) => {
  const english = shapes(area.en)

  it.each(LOCALES)('has the same keys and params in %s', (locale) => {
    const here = shapes(area[locale])
    expect([...here.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [key, { forms, params }] of here) {
      expect({ key, params }).toEqual({ key, params: english.get(key)?.params })
      expect({ key, forms }).toEqual({ key, forms: english.get(key)?.forms.length ? FORMS[locale] : [] })
    }
  })
})

describe('keys', () => {
  const texts = sources('utils', 'components', 'entrypoints')
    .filter((file) => !file.startsWith('utils/i18n/areas/'))
    .map(read)
    .join('\n')
  /** Whole keys, and beginnings that something is put behind (`state.${state}`). */
  const literals = new Set([...texts.matchAll(/['"`]([a-z]\w*(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key))
  const beginnings = [...texts.matchAll(/`((?:[a-z]\w*\.)+)\$\{/g)].map(([, start]) => start as string)

  /** The flag script gets these without the area's name. */
  const onPages = (key: string) => key.startsWith('page.') && texts.includes(`words.${key.slice(5)}`)

  it('are all used', () => {
    const keys = Object.values(AREAS).flatMap(({ en }) => Object.keys(en).map((key) => key.replace(FORM, '')))
    const unused = [...new Set(keys)].filter(
      (key) => !literals.has(key) && !onPages(key) && !beginnings.some((start) => key.startsWith(start)),
    )
    expect(unused).toEqual([])
  })

  it('of problems belong to a code that is named somewhere', () => {
    const codes = Object.values(AREAS)
      .flatMap(({ en }) => Object.keys(en))
      .filter((key) => key.startsWith('problem.') && !literals.has(key))
      .map((key) => key.slice('problem.'.length))
    expect(codes.filter((code) => !texts.includes(`'${code}'`))).toEqual([])
  })
})
