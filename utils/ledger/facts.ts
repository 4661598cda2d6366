import { hostOf } from '../host'
import type { Decision, Notice } from '../notice'
import { siteById } from '../sites'
import type { LedgerEntry } from './entry'
import { sha256 } from './entry'

type Facts = LedgerEntry['facts']
/** A fact's text has at most so many characters (`LedgerEntry`). */
const LONGEST = 300

/**
 * What the ledger keeps of a notice besides what was done with it: codes alone, so that the organisation's reports can
 * be made of the ledger when all content is deleted. No address, no name of a person, no word of the item. (The address
 * is there as a digest, for a register in which the same item can be found again; not where a ground lets nothing but
 * the address be captured.)
 */
export async function noticeFacts(notice: Notice, organisation: string): Promise<Facts> {
  const { item, grounds, createdAt } = notice
  const kinds = new Set(grounds.map(({ ground }) => ground.kind))
  const bare = grounds.some(({ ground }) => ground.capture === 'url')
  const jurisdictions = grounds.flatMap(({ ground }) => (ground.jurisdiction ? [ground.jurisdiction] : []))
  return {
    platform: item.platform,
    provider: providerOf(item),
    item: item.kind,
    ...(item.language ? { language: item.language.toLowerCase().split('-')[0] ?? '' } : {}),
    // The first ground is the one that the notice stands under.
    category: grounds[0]?.ground.dsa.category ?? '',
    categories: joined(grounds.map(({ ground }) => ground.dsa.category)),
    grounds: joined(grounds.map(({ ground }) => ground.id)),
    kind: kinds.size > 1 ? 'both' : [...kinds].join(),
    ...(jurisdictions.length > 0 ? { jurisdictions: joined(jurisdictions) } : {}),
    ...(bare ? {} : { address: await sha256(item.permalink) }),
    ...(notice.corrects ? { corrects: notice.corrects } : {}),
    organisation: organisation.slice(0, LONGEST),
    madeAt: createdAt,
  }
}

/** What the ledger keeps of a decision. */
export function decisionFacts({ id, outcome, decidedAt, automatedDecision, grounds }: Decision): Facts {
  return {
    decision: id,
    outcome,
    decidedAt,
    automated: automatedDecision,
    upheld: grounds.filter(({ upheld }) => upheld).length,
  }
}

/** Who has to act: the platform; of software that anybody may run the server; of any other page only that it is one. */
function providerOf({ platform, permalink }: Notice['item']): string {
  const host = hostOf(permalink) ?? ''
  if (platform === 'web') return 'web'
  return siteById(platform)?.find.origin === 'self' && host !== '' ? host.slice(0, LONGEST) : platform
}

/** Codes without repetition, whole ones only. */
function joined(codes: readonly string[]): string {
  return [...new Set(codes)].reduce(
    (all, code) => (all.length + code.length < LONGEST ? (all === '' ? code : `${all} ${code}`) : all),
    '',
  )
}
