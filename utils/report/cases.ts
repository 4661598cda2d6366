import type { LedgerEntry } from '../ledger/entry'

/** One notice as the ledger alone tells it: codes and times (milliseconds since 1970). */
export type Case = {
  id: string
  reviewer: string
  platform: string
  provider: string
  category: string
  categories: string[]
  grounds: string[]
  jurisdictions: string[]
  kind: string
  item: string
  language: string | null
  /** SHA-256 of the item's address; null where the ground lets nothing be said of it. */
  address: string | null
  organisation: string
  submittedAt: number
  /** When the backend's receipt came, or a person said that it arrived. */
  receivedAt: number | null
  decidedAt: number | null
  /** Of the last decision; null: none yet. */
  outcome: string | null
  /** A later decision turned an earlier one round, from action to none or the other way. */
  reversed: boolean
  /** It came back at least once, from the backend or from the second reviewer. */
  refused: boolean
  withdrawn: boolean
  /** The account that approved it as second reviewer. */
  approvedBy: string | null
}

/** Practice reports nothing to anybody. */
const PRACTICE = 'practice'

/**
 * The notices of a ledger in the order of their making; what was taken back before it was sent, and practice, are none.
 * Pure: the same ledger gives the same cases. Lines from before these facts were kept have `unknown` for them.
 */
export function casesOf(ledger: readonly LedgerEntry[]): Case[] {
  const cases = new Map<string, Case>()
  for (const entry of ledger) {
    const { noticeId, event, reviewer } = entry
    if (reviewer === PRACTICE) continue
    if (event === 'submit') cases.set(noticeId, begun(entry))
    else if (event === 'undo') cases.delete(noticeId)
    const one = cases.get(noticeId)
    if (one) follow(one, entry)
  }
  return [...cases.values()].sort((a, b) => a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1))
}

function begun({ noticeId, reviewer, at, facts }: LedgerEntry): Case {
  const text = (name: string) => (typeof facts[name] === 'string' ? (facts[name] as string) : '')
  const list = (name: string) => text(name).split(' ').filter(Boolean)
  return {
    id: noticeId,
    reviewer,
    platform: text('platform') || 'unknown',
    provider: text('provider') || 'unknown',
    category: text('category') || 'unknown',
    categories: list('categories'),
    grounds: list('grounds'),
    jurisdictions: list('jurisdictions'),
    kind: text('kind') || 'unknown',
    item: text('item') || 'unknown',
    language: text('language') || null,
    address: text('address') || null,
    organisation: text('organisation'),
    submittedAt: Date.parse(at),
    receivedAt: null,
    decidedAt: null,
    outcome: null,
    reversed: false,
    refused: false,
    withdrawn: false,
    approvedBy: null,
  }
}

/** One more line of the notice's history. */
function follow(one: Case, { event, at, facts }: LedgerEntry): void {
  const time = Date.parse(at)
  if (event === 'receipt' || event === 'arrived') one.receivedAt ??= time
  if (event === 'approve') one.approvedBy = String(facts.by ?? '')
  if (event === 'mend' || event === 'return') one.refused = true
  if (event === 'withdraw') one.withdrawn = true
  if (event !== 'decide') return
  const outcome = String(facts.outcome ?? 'unknown')
  if (one.outcome !== null && acted(one.outcome) !== acted(outcome)) one.reversed = true
  one.outcome = outcome
  // What was decided has arrived, whatever was lost on the way back.
  one.receivedAt ??= time
  const decided = Date.parse(String(facts.decidedAt ?? at))
  one.decidedAt = Number.isFinite(decided) ? decided : time
}

/** Did the platform see a reason to act? */
export const acted = (outcome: string): boolean => outcome !== 'noAction'

/** The middle of some figures, of an even number the mean of the two in the middle; null of none. */
export function median(figures: readonly number[]): number | null {
  if (figures.length === 0) return null
  const sorted = [...figures].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[half - 1] as number, sorted[half] as number]
  return sorted.length % 2 ? high : (low + high) / 2
}

/** Median of the times from `from` to `to`, in whole minutes; null where none has both. */
export function medianMinutes(
  cases: readonly Case[],
  from: (one: Case) => number | null,
  to: (one: Case) => number | null,
): number | null {
  const times = cases.flatMap((one) => {
    const [start, end] = [from(one), to(one)]
    return start === null || end === null ? [] : [Math.max(0, end - start)]
  })
  const middle = median(times)
  return middle === null ? null : Math.round(middle / 60_000)
}
