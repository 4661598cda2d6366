import { useEffect, useState } from 'preact/hooks'
import type { Titles } from '../../utils/grounds/ground'
import { loadShipped } from '../../utils/grounds/shipped'
import { findBreak, type LedgerEntry } from '../../utils/ledger/entry'
import { openOutbox } from '../../utils/outbox/open'
import type { NoticeRow } from '../../utils/outbox/row'
import type { Problem } from '../../utils/problem'
import { siteById } from '../../utils/sites'
import { problemIn } from '../ask'
import { useText } from '../text'

/** The ledger of this browser, where its chain breaks, and the digests of the authors by notice. */
export type Ledger = {
  entries: LedgerEntry[]
  broken: number | null
  /** What the backends countersigned, the oldest first. */
  receipts: string[]
  authors: Map<string, string>
}

/** Reads the ledger once; null while it is read. */
export function useLedger(): { ledger: Ledger | null; problem: Problem | null } {
  const [read, set] = useState<{ ledger: Ledger | null; problem: Problem | null }>({
    ledger: null,
    problem: null,
  })
  useEffect(() => {
    readLedger().then(
      (ledger) => set({ ledger, problem: null }),
      (error) => set({ ledger: null, problem: problemIn(error) }),
    )
  }, [])
  return read
}

async function readLedger(): Promise<Ledger> {
  const outbox = openOutbox()
  const [entries, rows] = await Promise.all([
    outbox.ledger(),
    outbox.database().then((db): Promise<NoticeRow[]> => db.getAll('notices')),
  ])
  return {
    entries,
    broken: (await findBreak(entries))?.seq ?? null,
    receipts: rows
      .flatMap(({ receipt }) => (receipt?.jws ? [receipt] : []))
      .sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
      .map(({ jws }) => jws),
    authors: new Map(rows.flatMap(({ id, marks }) => (marks?.authors[0] ? [[id, marks.authors[0]]] : []))),
  }
}

/** Codes as words: the DSA's categories, the platforms, languages. */
export function useNames() {
  const { t, locale } = useText()
  const [categories, set] = useState<Record<string, { title: Titles }>>({})
  useEffect(() => {
    void loadShipped().then(
      ({ taxonomy }) => set(taxonomy.categories),
      () => {},
    )
  }, [])
  return {
    category: (code: string): string => {
      const title = categories[code]?.title
      return title?.[locale] ?? title?.en ?? (code === 'unknown' ? t('report.unknown') : code)
    },
    platform: (code: string): string =>
      siteById(code)?.name ??
      (code === 'web' ? t('report.web') : code === 'unknown' ? t('report.unknown') : code),
    language: (code: string): string =>
      code === '?'
        ? t('report.unknown')
        : (new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code),
  }
}

/** Minutes as people say them: "12 min", "5 h", "3 d"; a dash for none. */
export function useSpan(): (minutes: number | null) => string {
  const { t } = useText()
  return (minutes) => {
    if (minutes === null) return '–'
    if (minutes < 120) return t('report.minutes', { n: minutes })
    if (minutes < 48 * 60) return t('report.hours', { n: Math.round(minutes / 60) })
    return t('report.days', { n: Math.round(minutes / 1440) })
  }
}
