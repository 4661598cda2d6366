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

/**
 * What is known of this account's other notices, as it was when this one was made; by indexes, so that it costs the
 * same whether the outbox holds ten or ten thousand. `replaced`: the notice that this one takes the place of.
 */
export async function historyOf(
  outbox: Outbox,
  notice: Notice,
  accountId: string,
  replaced: string | null = null,
): Promise<History> {
  const at = Date.parse(notice.createdAt)
  const marks = await marksOf(notice)
  const db = await outbox.database()
  const { store } = db.transaction('notices')
  const counts = (row: NoticeRow | undefined): row is NoticeRow =>
    row !== undefined &&
    row.accountId === accountId &&
    row.id !== notice.id &&
    row.id !== replaced &&
    row.createdAt <= at &&
    row.createdAt > at - HISTORY_DAYS * DAY
  const made = (from: number) => IDBKeyRange.bound([accountId, from], [accountId, at])
  const [byAuthor, byItem, instant, minute, byWhy, corrected, recent] = await Promise.all([
    Promise.all(marks.authors.map((mark) => store.index('author').getAll(mark))),
    store.index('permalink').getAll(notice.item.permalink),
    store.index('made').getAllKeys(made(at)),
    store.index('made').getAllKeys(made(at - MINUTE)),
    Promise.all(marks.whys.map((mark) => store.index('why').getAll(mark, HISTORY_NOTICES))),
    notice.corrects === null ? undefined : store.get(notice.corrects),
    lastOf(store.index('made').openCursor(made(at - HISTORY_DAYS * DAY), 'prev'), counts),
  ])
  const onAuthor = byAuthor.flat().filter((row) => counts(row) && OPEN.includes(row.state))
  const others = (keys: string[]) => keys.filter((id) => id !== notice.id).length
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
    sameInstant: others(instant) > 0,
    inSameMinute: others(minute),
    correctsOwn: notice.corrects === null ? null : corrected?.accountId === accountId,
    ...figures(recent, marks),
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
