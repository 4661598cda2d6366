import { HISTORY_DAYS, HISTORY_NOTICES, type History } from '../assess/history'
import { type Marks, marksOf } from '../assess/marks'
import type { Notice } from '../notice'
import type { NoticeRow } from '../outbox/row'
import type { State } from '../outbox/state'
import type { Outbox } from '../outbox/store'

const DAY = 86_400_000
const MINUTE = 60_000
/** Still on its way to a decision. */
const OPEN: readonly State[] = ['held', 'inReview', 'queued', 'sending', 'delivered', 'uncertain']

/** Notices that one is compared with, as they were read. */
export type Others = {
  accountId: string
  replaced: string | null
  marks: Marks
  byAuthor: NoticeRow[]
  byItem: NoticeRow[]
  /** Made in the minute before. */
  minute: NoticeRow[]
  /** Those with the same explanation, by ground. */
  byWhy: NoticeRow[][]
  corrected: NoticeRow | undefined
  recent: NoticeRow[]
}

/**
 * What is known of this account's other notices, as it was when this one was made. `replaced`: the notice that this
 * one takes the place of.
 */
export async function historyOf(
  outbox: Outbox,
  notice: Notice,
  accountId: string,
  replaced: string | null = null,
): Promise<History> {
  return historyAt(await readOthers(outbox, notice, accountId, replaced), notice)
}

/**
 * Reads the notices that this one is compared with; by indexes, so that it costs the same whether the outbox holds ten
 * or ten thousand. They serve as long as the outbox does not change, for a later time of the same notice too.
 */
export async function readOthers(
  outbox: Outbox,
  notice: Notice,
  accountId: string,
  replaced: string | null = null,
): Promise<Others> {
  const at = Date.parse(notice.createdAt)
  const [marks, db] = await Promise.all([marksOf(notice), outbox.database()])
  const { store } = db.transaction('notices')
  const others = { accountId, replaced, marks }
  const made = (from: number) => IDBKeyRange.bound([accountId, from], [accountId, at])
  const [byAuthor, byItem, minute, byWhy, corrected, recent] = await Promise.all([
    Promise.all(marks.authors.map((mark) => store.index('author').getAll(mark))),
    store.index('permalink').getAll(notice.item.permalink),
    store.index('made').getAll(made(at - MINUTE)),
    Promise.all(marks.whys.map((mark) => store.index('why').getAll(mark, HISTORY_NOTICES))),
    notice.corrects === null ? undefined : store.get(notice.corrects),
    lastOf(store.index('made').openCursor(made(at - HISTORY_DAYS * DAY), 'prev'), counting(others, notice)),
  ])
  return { ...others, byAuthor: byAuthor.flat(), byItem, minute, byWhy, corrected, recent }
}

/** Is it one of the notices that count beside this one? */
function counting(
  { accountId, replaced }: Pick<Others, 'accountId' | 'replaced'>,
  notice: Notice,
): (row: NoticeRow | undefined) => row is NoticeRow {
  const at = Date.parse(notice.createdAt)
  return (row): row is NoticeRow =>
    row !== undefined &&
    row.accountId === accountId &&
    row.id !== notice.id &&
    row.id !== replaced &&
    row.createdAt <= at &&
    row.createdAt > at - HISTORY_DAYS * DAY
}

/** What those notices say of this one, as of the time when it was made. */
export function historyAt(others: Others, notice: Notice): History {
  const at = Date.parse(notice.createdAt)
  const { accountId, marks, byAuthor, byItem, byWhy, corrected } = others
  const counts = counting(others, notice)
  const minute = others.minute.filter(
    ({ id, createdAt }) => id !== notice.id && createdAt <= at && createdAt >= at - MINUTE,
  )
  const onAuthor = byAuthor.filter((row) => counts(row) && OPEN.includes(row.state))
  const openOnAuthor = new Set(onAuthor.map(({ id }) => id)).size
  return {
    openOnAuthor,
    mostOnAuthor: openOnAuthor,
    decidedOnItem: lastDecision(
      byItem.filter((row) => row.accountId === accountId && row.id !== notice.id),
      at,
    ),
    openOnItem: byItem.some((row) => counts(row) && OPEN.includes(row.state)),
    copied: notice.grounds.flatMap(({ ground }, i) => (byWhy[i]?.some(counts) ? [ground.id] : [])),
    receivedAt: null,
    sameInstant: minute.some(({ createdAt }) => createdAt === at),
    inSameMinute: minute.length,
    correctsOwn: notice.corrects === null ? null : corrected?.accountId === accountId,
    ...figures(others.recent.filter(counts), marks),
  }
}

/** When the newest of the decisions on these notices was made, as far as it was made before `at`. */
function lastDecision(rows: readonly NoticeRow[], at: number): number | null {
  const times = rows.flatMap(({ decision }) => (decision ? [Date.parse(decision.decidedAt)] : []))
  const before = times.filter((time) => time <= at)
  return before.length > 0 ? Math.max(...before) : null
}

type Cursor = { value: NoticeRow; continue(): Promise<Cursor | null> }

/** The newest rows that count, at most as many as concentration looks at. */
async function lastOf(
  opening: Promise<Cursor | null>,
  counts: (row: NoticeRow) => boolean,
): Promise<NoticeRow[]> {
  const rows: NoticeRow[] = []
  for (
    let cursor = await opening;
    cursor && rows.length < HISTORY_NOTICES;
    cursor = await cursor.continue()
  ) {
    if (counts(cursor.value)) rows.push(cursor.value)
  }
  return rows
}

function figures(rows: NoticeRow[], marks: Marks): Pick<History, 'recent' | 'decisions'> {
  const having = (same: (other: Marks) => boolean) =>
    rows.filter((row) => row.marks && same(row.marks)).length
  const decided = rows.filter(({ decision }) => decision !== null)
  return {
    recent: {
      count: rows.length,
      sameAuthor: having(({ authors }) => authors.some((mark) => marks.authors.includes(mark))),
      sameTopic: having(({ topics }) => topics.some((topic) => marks.topics.includes(topic))),
      sameLanguage: having(({ language }) => language !== null && language === marks.language),
    },
    decisions: {
      decided: decided.length,
      unfounded: decided.filter(({ decision }) => decision?.outcome === 'noAction').length,
    },
  }
}
