import type pg from 'pg'
import { assess } from '../utils/assess/assess'
import { HISTORY_DAYS, type History, NO_HISTORY } from '../utils/assess/history'
import type { Marks } from '../utils/assess/marks'
import { rulesFor } from '../utils/assess/rules'
import type { Assessment } from '../utils/messages'
import type { Notice } from '../utils/notice'
import type { Account } from './accounts'

const MINUTE = 60_000

/**
 * Due process, asked here again with what this database knows: the form, the extension and every other client are
 * judged by the same function, as of the time when the notice was made.
 * @returns why it may not be taken (`blocked` is empty: it may), and why a second reviewer decides first.
 */
export async function judge(
  client: pg.PoolClient,
  account: Account,
  notice: Notice,
  marks: Marks,
): Promise<Pick<Assessment, 'blocked' | 'secondReviewer'>> {
  const rules = rulesFor({ ...account, organisation: { name: account.organisation } }, account.rules)
  return assess(notice, await historyOf(client, account, notice, marks), rules)
}

type Row = {
  earlier: string
  later: string | null
  later_silent: string | null
  minute_before: string
  minute_after: string
  same_instant: boolean
  corrects_own: boolean | null
}

/**
 * Notices can arrive in another order than they were made in (one waited offline, a deadline went first), and a
 * client can give any time. So a notice that comes late is counted into those that were made after it, too: whatever
 * the order of arrival, of all open notices on one author only those without two others in the 30 days before are
 * without a reason.
 */
async function historyOf(
  client: pg.PoolClient,
  account: Account,
  { id, createdAt, declaration, corrects }: Notice,
  { authors }: Marks,
): Promise<History> {
  const { rows } = await client.query<Row>({
    name: 'due-process-history',
    text: `with around as (
        select id, made_at, reasoned from notice n
        where account_id = $1 and id <> $2 and author_marks && $3::text[]
          and made_at between $4::timestamptz - make_interval(days => ${HISTORY_DAYS})
            and $4::timestamptz + make_interval(days => ${HISTORY_DAYS})
          and not exists (select 1 from withdrawal w where w.notice_id = n.id)
          and not exists (select 1 from decision d where d.notice_id = n.id and d.undone_at is null)
      ), later as (
        select reasoned, 1 + (
          select count(*) from around o
          where (o.made_at, o.id) < (l.made_at, l.id) and o.made_at > l.made_at - make_interval(days => ${HISTORY_DAYS})
        ) as open
        from around l where made_at > $4::timestamptz
      ), minute as (
        select made_at <= $4::timestamptz as before from notice
        where account_id = $1 and id <> $2
          and made_at between $4::timestamptz - $7::interval and $4::timestamptz + $7::interval
      )
      select
        (select count(*) from around where made_at <= $4::timestamptz) as earlier,
        (select max(open) from later) as later,
        (select max(open) from later where not reasoned) as later_silent,
        (select count(*) from minute where before) as minute_before,
        (select count(*) from minute where not before) as minute_after,
        exists (select 1 from notice where account_id = $1 and id <> $2 and declared_at = $5) as same_instant,
        (select account_id = $1 from notice where id = $6) as corrects_own`,
    values: [account.id, id, authors, createdAt, declaration.madeAt, corrects, `${MINUTE} milliseconds`],
  })
  const [row] = rows
  if (!row) throw new Error('The history query gave no row.')
  const earlier = Number(row.earlier)
  return {
    ...NO_HISTORY,
    receivedAt: Date.now(),
    openOnAuthor: Math.max(earlier, Number(row.later_silent ?? 0)),
    mostOnAuthor: Math.max(earlier, Number(row.later ?? 0)),
    sameInstant: row.same_instant,
    inSameMinute: Math.max(Number(row.minute_before), Number(row.minute_after)),
    correctsOwn: corrects === null ? null : row.corrects_own === true,
  }
}
