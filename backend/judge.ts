import type pg from 'pg'
import { assess } from '../utils/assess/assess'
import { HISTORY_DAYS, HISTORY_NOTICES, type History } from '../utils/assess/history'
import type { Marks } from '../utils/assess/marks'
import { rulesFor } from '../utils/assess/rules'
import type { Assessment } from '../utils/messages'
import type { Notice } from '../utils/notice'
import type { Account } from './accounts'

const MINUTE = 60_000

/**
 * Due process, asked here again with what this database knows: the form, the extension and every other client are
 * judged by the same function, as of the time when the notice was made.
 * @returns why it may not be taken (`blocked` is empty: it may), why a second reviewer decides first, and what the
 * sender is told besides.
 */
export async function judge(
  client: pg.PoolClient,
  account: Account,
  notice: Notice,
  marks: Marks,
): Promise<Assessment> {
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
  open_on_item: boolean
  decided_at: Date | null
  copied: string[] | null
  recent: string
  same_author: string
  same_topic: string
  same_language: string
  decided: string
  unfounded: string
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
  { id, createdAt, declaration, corrects, item, grounds }: Notice,
  { authors, topics, language, whys }: Marks,
): Promise<History> {
  const { rows } = await client.query<Row>({
    name: 'due-process-history',
    text: `with around as (
        select id, made_at, reasoned from notice n
        where account_id = $1 and id <> $2 and author_marks && $3::text[]
          -- A correction takes the place of the notice on the same item that it corrects.
          and (id is distinct from $6 or permalink <> $8)
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
      ), recent as (
        select author_marks, topics, language, why_marks, (
            select d.body ->> 'outcome' from decision d
            where d.notice_id = n.id and d.undone_at is null and d.published_at is not null
          ) as outcome
        from notice n
        where account_id = $1 and id <> $2 and made_at <= $4::timestamptz
          and made_at > $4::timestamptz - make_interval(days => ${HISTORY_DAYS})
        order by made_at desc limit ${HISTORY_NOTICES}
      ), same_item as (
        select made_at, (
            select max(d.decided_at) from decision d
            where d.notice_id = n.id and d.undone_at is null and d.published_at is not null
          ) as decided_at,
          exists (select 1 from withdrawal w where w.notice_id = n.id) as withdrawn
        from notice n where permalink = $8 and account_id = $1 and id <> $2
      )
      select
        (select count(*) from around where made_at <= $4::timestamptz) as earlier,
        (select max(open) from later) as later,
        (select max(open) from later where not reasoned) as later_silent,
        (select count(*) from minute where before) as minute_before,
        (select count(*) from minute where not before) as minute_after,
        exists (select 1 from notice where account_id = $1 and id <> $2 and declared_at = $5) as same_instant,
        (select account_id = $1 from notice where id = $6) as corrects_own,
        exists (
          select 1 from same_item where not withdrawn and decided_at is null
            and made_at between $4::timestamptz - make_interval(days => ${HISTORY_DAYS}) and $4::timestamptz
        ) as open_on_item,
        (select max(decided_at) from same_item) as decided_at,
        (select array_agg(distinct mark) from recent, unnest(why_marks) mark where mark = any($9::text[])) as copied,
        (select count(*) from recent) as recent,
        (select count(*) from recent where author_marks && $3::text[]) as same_author,
        (select count(*) from recent where topics && $10::text[]) as same_topic,
        (select count(*) from recent where language = $11) as same_language,
        (select count(*) from recent where outcome is not null) as decided,
        (select count(*) from recent where outcome = 'noAction') as unfounded`,
    values: [
      account.id,
      id,
      authors,
      createdAt,
      declaration.madeAt,
      corrects,
      `${MINUTE} milliseconds`,
      item.permalink,
      whys,
      topics,
      language,
    ],
  })
  const [row] = rows
  if (!row) throw new Error('The history query gave no row.')
  const earlier = Number(row.earlier)
  return {
    openOnItem: row.open_on_item,
    // Of this very moment, whatever time the notice gives itself: a decision that is known can't be dated away.
    decidedOnItem: row.decided_at?.getTime() ?? null,
    copied: grounds.flatMap(({ ground }, i) => (row.copied?.includes(whys[i] ?? '') ? [ground.id] : [])),
    recent: {
      count: Number(row.recent),
      sameAuthor: Number(row.same_author),
      sameTopic: Number(row.same_topic),
      sameLanguage: Number(row.same_language),
    },
    decisions: { decided: Number(row.decided), unfounded: Number(row.unfounded) },
    receivedAt: Date.now(),
    openOnAuthor: Math.max(earlier, Number(row.later_silent ?? 0)),
    mostOnAuthor: Math.max(earlier, Number(row.later ?? 0)),
    sameInstant: row.same_instant,
    inSameMinute: Math.max(Number(row.minute_before), Number(row.minute_after)),
    correctsOwn: corrects === null ? null : row.corrects_own === true,
  }
}
