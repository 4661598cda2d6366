import type { Decision, Notice } from '../../utils/notice'

/** A decision as it is being filled in, in the order of DSA Article 17(3). */
export type DecisionDraft = {
  outcome: Decision['outcome'] | ''
  territory: string
  /** ISO day, or empty: no end. */
  until: string
  facts: string
  automatedDetection: boolean
  automatedDecision: Decision['automatedDecision']
  grounds: { upheld: boolean | null; explanation: string }[]
  redress: string
  decidedBy: string
}

export const emptyDecision = (notice: Notice, redress: string): DecisionDraft => ({
  outcome: '',
  territory: 'global',
  until: '',
  facts: '',
  automatedDetection: false,
  automatedDecision: 'not',
  grounds: notice.grounds.map(() => ({ upheld: null, explanation: '' })),
  redress,
  decidedBy: '',
})

/** Fields that are wrong, by their names in the draft (`grounds.0.upheld`), each with the words for it. */
export type Wrong = Record<string, WrongWord>
export type WrongWord = 'choose' | 'territory' | 'past' | 'write' | 'answer' | 'contradicts'

/** `global`, or ISO 3166-1 codes with commas or spaces; null for anything else. */
export function readTerritory(text: string): string[] | null {
  const codes = text.split(/[\s,;]+/).filter(Boolean)
  const read = codes.map((code) => (/^global$/i.test(code) ? 'global' : code.toUpperCase()))
  const fits = read.length > 0 && read.every((code) => code === 'global' || /^[A-Z]{2}$/.test(code))
  return fits && !(read.includes('global') && read.length > 1) ? [...new Set(read)] : null
}

/** What is wrong with the draft; empty when it can be decided. */
export function checkDecision(draft: DecisionDraft, now = Date.now()): Wrong {
  const wrong: Wrong = {}
  const upheld = draft.grounds.some((ground) => ground.upheld)
  const answered = draft.grounds.every((ground) => ground.upheld !== null)
  if (draft.outcome === '') wrong.outcome = 'choose'
  else if (answered && upheld !== (draft.outcome !== 'noAction')) wrong.outcome = 'contradicts'
  if (!readTerritory(draft.territory)) wrong.territory = 'territory'
  if (draft.until && !(Date.parse(draft.until) > now)) wrong.until = 'past'
  if (!draft.facts.trim()) wrong.facts = 'write'
  draft.grounds.forEach((ground, i) => {
    if (ground.upheld === null) wrong[`grounds.${i}.upheld`] = 'answer'
    if (!ground.explanation.trim()) wrong[`grounds.${i}.explanation`] = 'write'
  })
  if (!draft.redress.trim()) wrong.redress = 'write'
  if (!draft.decidedBy.trim()) wrong.decidedBy = 'write'
  return wrong
}

/** The decision that a draft without faults stands for. */
export function toDecision(draft: DecisionDraft, notice: Notice, now = Date.now()): Decision {
  return {
    id: crypto.randomUUID(),
    decidedAt: new Date(now).toISOString(),
    outcome: draft.outcome as Decision['outcome'],
    territory: readTerritory(draft.territory) ?? [],
    until: draft.until ? new Date(draft.until).toISOString() : null,
    facts: draft.facts.trim(),
    automatedDetection: draft.automatedDetection,
    automatedDecision: draft.automatedDecision,
    grounds: draft.grounds.map(({ upheld, explanation }, i) => ({
      groundId: notice.grounds[i]?.ground.id ?? '',
      upheld: upheld ?? false,
      explanation: explanation.trim(),
    })),
    redress: draft.redress.trim(),
    decidedBy: draft.decidedBy.trim(),
  }
}
