import { acted, type Case, medianMinutes } from './cases'

/** How many notices share something, and what part of all that is (per cent). */
export type Share = { key: string; count: number; share: number }

/** What a reviewer sees of his own work (safeguard 17; DSA Article 23(3) counts the same things). */
export type Mirror = {
  notices: number
  decided: number
  /** Came back from the second reviewer or the backend. */
  refused: number
  reversed: number
  /** Decided without any action. */
  unfounded: number
  withdrawn: number
  minutesToReceipt: number | null
  minutesToDecision: number | null
  /** The largest first; `author` by the digest of the name, `?` where it is not known. */
  by: Record<'author' | 'category' | 'language' | 'platform', Share[]>
  /** Notices by the month of their making (`2026-11`, UTC), without gaps. */
  months: { month: string; count: number }[]
}

/** @param authors digest of the author by the notice's id, as due process compares them. */
export function mirrorOf(cases: readonly Case[], authors: ReadonlyMap<string, string>): Mirror {
  const count = (is: (one: Case) => boolean) => cases.filter(is).length
  return {
    notices: cases.length,
    decided: count(({ outcome }) => outcome !== null),
    refused: count(({ refused }) => refused),
    reversed: count(({ reversed }) => reversed),
    unfounded: count(({ outcome }) => outcome !== null && !acted(outcome)),
    withdrawn: count(({ withdrawn }) => withdrawn),
    minutesToReceipt: medianMinutes(
      cases,
      (one) => one.submittedAt,
      (one) => one.receivedAt,
    ),
    minutesToDecision: medianMinutes(
      cases,
      (one) => one.receivedAt,
      (one) => one.decidedAt,
    ),
    by: {
      author: sharesOf(cases, ({ id }) => authors.get(id) ?? '?'),
      category: sharesOf(cases, ({ category }) => category),
      language: sharesOf(cases, ({ language }) => language ?? '?'),
      platform: sharesOf(cases, ({ platform }) => platform),
    },
    months: monthsOf(cases),
  }
}

function sharesOf(cases: readonly Case[], keyOf: (one: Case) => string): Share[] {
  const counts = new Map<string, number>()
  for (const one of cases) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return [...counts]
    .map(([key, count]) => ({ key, count, share: Math.round((100 * count) / cases.length) }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

function monthsOf(cases: readonly Case[]): Mirror['months'] {
  const [first, last] = [cases[0], cases.at(-1)]
  if (!first || !last) return []
  const months: Mirror['months'] = []
  const at = new Date(first.submittedAt)
  at.setUTCDate(1)
  at.setUTCHours(0, 0, 0, 0)
  for (; at.getTime() <= last.submittedAt; at.setUTCMonth(at.getUTCMonth() + 1)) {
    months.push({ month: at.toISOString().slice(0, 7), count: 0 })
  }
  const byMonth = new Map(months.map((one) => [one.month, one]))
  for (const { submittedAt } of cases) {
    const month = byMonth.get(new Date(submittedAt).toISOString().slice(0, 7))
    if (month) month.count += 1
  }
  return months
}
