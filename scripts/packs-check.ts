import { inconsistencies } from '../utils/grounds/consistency'
import { type Ground, Pack } from '../utils/grounds/ground'
import { expandPack, PackFile, type Phrases } from '../utils/grounds/pack-file'
import type { Taxonomy } from '../utils/grounds/taxonomy'
import { LOCALES } from '../utils/i18n/catalogue'
import { ProblemError } from '../utils/problem'

export type Checked = {
  /** What is wrong: the packs may not be shipped like this. */
  errors: string[]
  /** Grounds that were checked more than a year ago. */
  stale: string[]
  /** Grounds whose words were not read in the source. */
  unsure: string[]
  counts: { file: string; grounds: number }[]
}

/** Checks pack files (`folder/name.json` with its JSON) against one another. `today`: ISO calendar day. Pure. */
export function checkPacks(
  files: readonly { file: string; json: unknown }[],
  phrases: Phrases,
  taxonomy: Taxonomy,
  today: string,
): Checked {
  const errors: string[] = []
  const packs = files.flatMap(({ file, json }) => {
    const pack = read(json, phrases)
    if (typeof pack !== 'string') return [{ file, pack }]
    errors.push(`${file}: ${pack}`)
    return []
  })
  const grounds = packs.flatMap(({ file, pack }) => pack.grounds.map((ground) => ({ file, ...ground })))

  const seen = new Set<string>()
  for (const { id, file } of grounds) {
    if (seen.has(id)) errors.push(`${file}: ${id} is there twice`)
    seen.add(id)
  }
  for (const ground of grounds) {
    for (const problem of problemsOf(ground, seen, taxonomy))
      errors.push(`${ground.file}: ${ground.id}: ${problem}`)
  }
  for (const [id, words] of Object.entries(phrases)) {
    if (lacking(words).length) errors.push(`phrases.json: ${id} lacks ${lacking(words).join(', ')}`)
  }
  const used = JSON.stringify(files.map(({ json }) => json))
  for (const id of Object.keys(phrases)) {
    if (!used.includes(`"${id}"`)) errors.push(`phrases.json: nobody uses ${id}`)
  }

  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return {
    errors,
    stale: grounds
      .filter(({ checkedOn }) => checkedOn < yearAgo)
      .map(({ id, checkedOn }) => `${id}  ${checkedOn}`),
    unsure: grounds
      .filter(({ confidence }) => confidence !== 'S')
      .map(({ confidence, id, provision, title }) => `${confidence}  ${id}  ${provision}  ${title}`),
    counts: packs.map(({ file, pack }) => ({ file, grounds: pack.grounds.length })),
  }
}

/** The pack, or what keeps it from being one. */
function read(json: unknown, phrases: Phrases): Pack | string {
  const file = PackFile.safeParse(json)
  if (!file.success)
    return file.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')
  try {
    const pack = Pack.safeParse(expandPack(file.data, phrases))
    return pack.success
      ? pack.data
      : pack.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')
  } catch (error) {
    if (error instanceof ProblemError) return `no such phrase: ${error.problem.params?.detail}`
    throw error
  }
}

const lacking = (titles: Record<string, string>) => LOCALES.filter((locale) => !titles[locale])

/** What is asked of a shipped ground beyond what holds for every one. */
function problemsOf(ground: Ground, ids: ReadonlySet<string>, taxonomy: Taxonomy): string[] {
  const { titles, title, language, dsa, parentId } = ground
  const checks: [wrong: boolean, why: string][] = [
    [lacking(titles).length > 0, `no title in ${lacking(titles).join(', ')}`],
    [!language || titles[language] !== title, 'the official title is not among the titles in its language'],
    [dsa.category.endsWith('NOT_SPECIFIED_NOTICE'), 'its class is not specified'],
    [!!parentId && !ids.has(parentId), `its parent ${parentId} is not there`],
    [ground.jurisdiction === 'KZ' && !ground.secondReviewer, 'Kazakh law without a second reviewer'],
  ]
  return [...inconsistencies(ground, taxonomy), ...checks.filter(([wrong]) => wrong).map(([, why]) => why)]
}
