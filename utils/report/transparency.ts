import { canonicalJson, type LedgerEntry } from '../ledger/entry'
import { type Case, casesOf, medianMinutes } from './cases'

/** One line of the organisation's report: notices of one kind of content to one provider, with one outcome. */
export type ReportRow = {
  provider: string
  category: string
  /** A decision's outcome, `pending` or `withdrawn`. */
  outcome: string
  notices: number
  minutesToReceipt: number | null
  minutesToDecision: number | null
}

/**
 * What a trusted flagger publishes each year (DSA Article 22(3)): notices by provider, type of content and action
 * taken; only what arrived counts. No address, no name of a person.
 */
export type TransparencyReport = {
  schema: 'flagpost.transparency/1'
  /** The year of the notices' making, UTC; null: all of them. */
  year: number | null
  organisations: string[]
  notices: number
  /** Made and never arrived: refused, in review, still on the way. */
  notArrived: number
  decided: number
  minutesToReceipt: number | null
  minutesToDecision: number | null
  rows: ReportRow[]
  /** The ledgers that it was made of, for whoever checks it. */
  ledgers: { entries: number; head: string }[]
}

const received = (one: Case) => one.receivedAt
const decided = (one: Case) => one.decidedAt
const submitted = (one: Case) => one.submittedAt
const receipt = (cases: readonly Case[]) => medianMinutes(cases, submitted, received)
const decision = (cases: readonly Case[]) => medianMinutes(cases, received, decided)

/**
 * The report of a ledger, or of several `together`, which `ledgers` then names one by one. Pure, and without the clock:
 * the same ledgers give the same report, in whatever order they come.
 */
export function transparencyOf(
  ledger: readonly LedgerEntry[],
  year: number | null,
  ledgers: readonly (readonly LedgerEntry[])[] = [ledger],
): TransparencyReport {
  const all = casesOf(ledger).filter((one) => year === null || yearOf(one) === year)
  const cases = all.filter((one) => one.receivedAt !== null)
  const groups = new Map<string, Case[]>()
  for (const one of cases) {
    const key = [one.provider, one.category, outcomeOf(one)].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return {
    schema: 'flagpost.transparency/1',
    year,
    organisations: [...new Set(cases.map(({ organisation }) => organisation).filter(Boolean))].sort(),
    notices: cases.length,
    notArrived: all.length - cases.length,
    decided: cases.filter(({ outcome }) => outcome !== null).length,
    minutesToReceipt: receipt(cases),
    minutesToDecision: decision(cases),
    rows: [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, some]) => {
        const [provider = '', category = '', outcome = ''] = key.split('\n')
        return {
          provider,
          category,
          outcome,
          notices: some.length,
          minutesToReceipt: receipt(some),
          minutesToDecision: decision(some),
        }
      }),
    ledgers: headsOf(ledgers),
  }
}

function headsOf(ledgers: readonly (readonly LedgerEntry[])[]): TransparencyReport['ledgers'] {
  const heads = new Map(ledgers.map((one) => [one.at(-1)?.hash ?? '', one.length]))
  return [...heads].map(([head, entries]) => ({ entries, head })).sort((a, b) => (a.head < b.head ? -1 : 1))
}

/** The years in which notices were made, the newest first. */
export function yearsOf(ledger: readonly LedgerEntry[]): number[] {
  return [...new Set(casesOf(ledger).map(yearOf))].sort((a, b) => b - a)
}

export const yearOf = (one: Case): number => new Date(one.submittedAt).getUTCFullYear()

/** A withdrawn notice stays one that was made, whatever was decided before; only the outcome is the withdrawal. */
const outcomeOf = ({ withdrawn, outcome }: Case): string => outcome ?? (withdrawn ? 'withdrawn' : 'pending')

const COLUMNS = [
  'provider',
  'category',
  'outcome',
  'notices',
  'minutesToReceipt',
  'minutesToDecision',
] as const

/** The report as CSV (RFC 4180); codes in English, so that reports of many organisations can be put together. */
export function reportCsv({ rows }: TransparencyReport): string {
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column])))
  return `${[COLUMNS, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`
}

/** A cell that no table program takes for a formula. */
function cell(value: string | number | null): string {
  if (typeof value !== 'string') return String(value ?? '')
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The report as JSON with sorted keys: the same ledger gives the same bytes. */
export const reportJson = (report: TransparencyReport): string => `${canonicalJson(report)}\n`
