import { Pack } from '../utils/grounds/ground'
import { expandPack, PackFile, type Phrases } from '../utils/grounds/pack-file'
import type { Taxonomy } from '../utils/grounds/taxonomy'
import { LOCALES } from '../utils/i18n/catalogue'

export type Checked = {
  /** What is wrong: the packs may not be shipped like this. */
  errors: string[]
  /** Grounds that were checked more than a year ago. */
  stale: string[]
  /** Grounds whose words were not read in the source. */
  unsure: string[]
  counts: { file: string; grounds: number }[]
}

/** Ozone's reasons (`tools.ozone.report.defs`), without their common beginning. */
const OZONE = new Set(
  (
    'Appeal Other ViolenceAnimal ViolenceThreats ViolenceGraphicContent ViolenceGlorification ' +
    'ViolenceExtremistContent ViolenceTrafficking ViolenceOther SexualAbuseContent SexualNCII SexualDeepfake ' +
    'SexualAnimal SexualUnlabeled SexualOther ChildSafetyCSAM ChildSafetyGroom ChildSafetyPrivacy ' +
    'ChildSafetyHarassment ChildSafetyOther HarassmentTroll HarassmentTargeted HarassmentHateSpeech ' +
    'HarassmentDoxxing HarassmentOther MisleadingBot MisleadingImpersonation MisleadingSpam MisleadingScam ' +
    'MisleadingElections MisleadingOther RuleSiteSecurity RuleProhibitedSales RuleBanEvasion RuleOther ' +
    'SelfHarmContent SelfHarmED SelfHarmStunts SelfHarmSubstances SelfHarmOther'
  ).split(' '),
)
const MASTODON = new Set(['spam', 'legal', 'violation', 'other'])
/** XARF version 4: `category/type`. */
const XARF = new Set(
  (
    'content/phishing content/malware content/fraud content/brand_infringement content/csam content/csem ' +
    'content/exposed_data content/remote_compromise content/suspicious_registration copyright/copyright ' +
    'messaging/spam'
  ).split(' '),
)

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
    return error instanceof Error ? `no such phrase (${JSON.stringify(error)})` : String(error)
  }
}

const lacking = (titles: Record<string, string>) => LOCALES.filter((locale) => !titles[locale])

function problemsOf(ground: Pack['grounds'][number], ids: ReadonlySet<string>, taxonomy: Taxonomy): string[] {
  const { kind, titles, title, language, sourceUrl, dsa, map, parentId } = ground
  const category = taxonomy.categories[dsa.category]
  const unknown = dsa.keywords.filter(
    (keyword) => keyword !== 'KEYWORD_OTHER' && !category?.keywords[keyword],
  )
  const xarf = map.xarf?.join('/')
  const rules: [boolean, string][] = [
    [kind === 'law' && !ground.jurisdiction, 'a law without its jurisdiction'],
    [kind === 'law' && !!ground.platform, 'a law of a platform'],
    [kind === 'policy' && !ground.platform, 'a policy without its platform'],
    [kind === 'policy' && !!ground.jurisdiction, 'a policy of a jurisdiction'],
    [!/^https:\/\/\S+$/.test(sourceUrl), `no source (${sourceUrl})`],
    [lacking(titles).length > 0, `no title in ${lacking(titles).join(', ')}`],
    [!language || titles[language] !== title, 'the official title is not among the titles in its language'],
    [!category, `${dsa.category} is not in the taxonomy`],
    [unknown.length > 0, `${unknown.join(', ')} not in ${dsa.category}`],
    [dsa.category.endsWith('NOT_SPECIFIED_NOTICE'), 'the class is not specified'],
    [
      !!map.ozone && !OZONE.has(map.ozone.replace('tools.ozone.report.defs#reason', '')),
      `Ozone has no ${map.ozone}`,
    ],
    [!!map.mastodon && !MASTODON.has(map.mastodon), `Mastodon has no ${map.mastodon}`],
    [!!xarf && !XARF.has(xarf), `XARF has no ${xarf}`],
    [!!parentId && !ids.has(parentId), `its parent ${parentId} is not there`],
    [(ground.validFrom ?? '') > (ground.validTo ?? '9999'), 'ends before it begins'],
    [ground.elements.length === 0, 'nothing to check'],
    [ground.speech !== 'none' && ground.defences.length === 0, 'speech without defences'],
    [ground.jurisdiction === 'KZ' && !ground.secondReviewer, 'Kazakh law without a second reviewer'],
    [
      isAbuseMaterial(dsa.keywords) && ground.capture !== 'url',
      'abuse material is reported by address alone',
    ],
    [
      ground.capture === 'url' && ground.notifierIdentity !== 'suppress',
      'address alone, but the notifier is named',
    ],
  ]
  return rules.filter(([wrong]) => wrong).map(([, why]) => why)
}

const isAbuseMaterial = (keywords: readonly string[]) =>
  keywords.some((keyword) => keyword.startsWith('KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL'))
