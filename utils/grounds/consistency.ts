import type { Ground } from './ground'
import type { Taxonomy } from './taxonomy'

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
  )
    .split(' ')
    .map((reason) => `tools.ozone.report.defs#reason${reason}`),
)
const MASTODON = new Set(['spam', 'legal', 'violation', 'other'])
/** XARF version 4, `category/type`: content types alone; it has none for unlawful speech. */
const XARF = new Set(
  'phishing malware fraud brand_infringement csam csem exposed_data remote_compromise suspicious_registration'
    .split(' ')
    .map((type) => `content/${type}`),
)

/**
 * What does not fit together in one ground, in plain English for whoever writes packs; empty where all is well.
 * The schema (`Ground`) has been passed before. Holds for shipped packs and for those of organisations.
 */
export function inconsistencies(ground: Ground, taxonomy: Taxonomy): string[] {
  const { kind, jurisdiction, platform, sourceUrl, dsa, map, capture, speech, defences, elements } = ground
  const category = taxonomy.categories[dsa.category]
  const unknown = dsa.keywords.filter((one) => one !== 'KEYWORD_OTHER' && !category?.keywords[one])
  const xarf = map.xarf?.join('/')
  const checks: [wrong: boolean, why: string][] = [
    [kind === 'law' && (!jurisdiction || !!platform), 'a law has a jurisdiction and no platform'],
    [kind === 'policy' && (!platform || !!jurisdiction), 'a policy has a platform and no jurisdiction'],
    [!/^https:\/\/\S+$/.test(sourceUrl), `no source: "${sourceUrl}"`],
    [!category, `${dsa.category} is not in the taxonomy`],
    [unknown.length > 0, `${unknown.join(', ')} not in ${dsa.category}`],
    [!!map.ozone && !OZONE.has(map.ozone), `Ozone has no ${map.ozone}`],
    [!!map.mastodon && !MASTODON.has(map.mastodon), `Mastodon has no ${map.mastodon}`],
    [!!xarf && !XARF.has(xarf), `XARF has no ${xarf}`],
    [(ground.validFrom ?? '') > (ground.validTo ?? '9999'), 'it ends before it begins'],
    [elements.length === 0, 'it has no elements to check'],
    [speech !== 'none' && defences.length === 0, 'it is about speech and names no defence'],
    [isAbuseMaterial(dsa.keywords) && capture !== 'url', 'abuse material is reported by address alone'],
    [
      capture === 'url' && ground.notifierIdentity !== 'suppress',
      'by address alone, but the notifier is named',
    ],
  ]
  return checks.filter(([wrong]) => wrong).map(([, why]) => why)
}

const isAbuseMaterial = (keywords: readonly string[]) =>
  keywords.some((keyword) => keyword.startsWith('KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL'))
