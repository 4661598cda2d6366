import { createHash } from 'node:crypto'
import type pg from 'pg'
import { marksOf } from '../utils/assess/marks'
import { conflictOfInterest } from '../utils/assess/safeguards/conflictOfInterest'
import type { Finding, Notice, PendingReview } from '../utils/notice'
import type { Problem } from '../utils/problem'
import type { Account } from './accounts'
import { type Database, inTransaction } from './database'
import { judge } from './judge'
import { findings } from './problem'

/** Reviews that one answer lists, and about how much text. */
const PAGE = 20
const PAGE_BYTES = 1_500_000

const digest = (body: Uint8Array) => createHash('sha256').update(body).digest('hex')

/** May this account be a second reviewer at all? */
export const isSecondReviewer = ({ role }: Account): boolean => role === 'approver' || role === 'lead'

export type Asked =
  | { fresh: boolean; advice: Finding[] }
  | { blocked: Problem[] }
  | 'otherBody'
  | 'otherAccount'

/**
 * Keeps a notice for a second reviewer, once, if due process would let it in. The same bytes under the same key
 * change nothing, whatever has become of them.
 */
export async function askForReview(
  db: Database,
  account: Account,
  notice: Notice,
  body: Uint8Array,
): Promise<Asked> {
  const marks = await marksOf(notice)
  return inTransaction(db, async (client): Promise<Asked> => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [account.id])
    const before = await find(client, notice.id)
    if (before) return again(before, account, digest(body))
    const { blocked, secondReviewer, warnings } = await judge(client, account, notice, marks)
    if (blocked.length > 0) return { blocked }
    const advice = findings(warnings)
    const ownOffice = secondReviewer.some(({ code }) => Object.hasOwn(conflictOfInterest.finds, code))
    const { rowCount } = await client.query({
      name: 'ask-for-review',
      text: `insert into review (notice_id, account_id, organisation_id, body, body_sha256, advice, own_office)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      values: [
        notice.id,
        account.id,
        account.organisationId,
        Buffer.from(body),
        digest(body),
        JSON.stringify(advice),
        ownOffice,
      ],
    })
    // Another account has used this very key meanwhile.
    return rowCount === 1 ? { fresh: true, advice } : 'otherAccount'
  })
}

/** What a key that was used before gets; null: it was not. */
export async function askedBefore(
  db: Database,
  account: Account,
  id: string,
  body: Uint8Array,
): Promise<Asked | null> {
  const before = await find(db, id)
  return before ? again(before, account, digest(body)) : null
}

type Before = { account_id: string; body_sha256: string; advice: Finding[] }

async function find(db: Database | pg.PoolClient, id: string): Promise<Before | undefined> {
  const { rows } = await db.query<Before>({
    name: 'review-by-key',
    text: 'select account_id, body_sha256, advice from review where notice_id = $1',
    values: [id],
  })
  return rows[0]
}

function again(before: Before, account: Account, bodySha256: string): Asked {
  if (before.account_id !== account.id) return 'otherAccount'
  return before.body_sha256 === bodySha256 ? { fresh: false, advice: before.advice } : 'otherBody'
}

/** Whose request for review this is; undefined: there is none. */
export async function reviewAuthor(db: Database, noticeId: string): Promise<string | undefined> {
  return (await find(db, noticeId))?.account_id
}

/** Has another account of the organisation approved these very bytes? */
export async function isApproved(
  client: pg.PoolClient,
  account: Account,
  noticeId: string,
  bodySha256: string,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'review-approved',
    text: `select 1 from review where notice_id = $1 and account_id = $2 and body_sha256 = $3
        and outcome = 'approved' and settled_by <> account_id`,
    values: [noticeId, account.id, bodySha256],
  })
  return rowCount === 1
}

/**
 * Not settled, not taken back, of the reader's organisation, and never the reader's own; about the author's own office
 * not for anyone of the author's unit, where the organisation has named its units.
 */
const OPEN = `r.organisation_id = $1 and r.account_id <> $2 and r.outcome is null
  and not (r.own_office and exists (
    select 1 from account a join account b on a.unit = b.unit where a.id = r.account_id and b.id = $2
  ))
  and not exists (select 1 from withdrawal w where w.notice_id = r.notice_id and w.account_id = r.account_id)`

type Row = {
  notice_id: string
  asked_at: Date
  account_id: string
  reviewer_code: string
  body: Buffer
  advice: Finding[]
}

/** What waits for this account's word, the oldest first. */
export async function pendingReviews(
  db: Database,
  account: Account,
): Promise<{ reviews: PendingReview[]; more: boolean }> {
  const { rows } = await db.query<Row>({
    name: 'reviews-pending',
    text: `select notice_id, asked_at, account_id, reviewer_code, body, advice from (
        select r.notice_id, r.asked_at, r.account_id, a.reviewer_code, r.body, r.advice,
          sum(octet_length(r.body)) over (order by r.asked_at, r.notice_id) - octet_length(r.body) as before
        from review r join account a on a.id = r.account_id where ${OPEN}
        order by r.asked_at, r.notice_id limit ${PAGE + 1}
      ) listed where before <= ${PAGE_BYTES} order by asked_at, notice_id`,
    values: [account.organisationId, account.id],
  })
  const { rows: counted } = await db.query<{ count: string }>({
    name: 'reviews-pending-count',
    text: `select count(*) from review r where ${OPEN}`,
    values: [account.organisationId, account.id],
  })
  const shown = rows.slice(0, PAGE)
  return {
    reviews: shown.map((row) => ({
      id: row.notice_id,
      askedAt: row.asked_at.toISOString(),
      author: { id: row.account_id, reviewerCode: row.reviewer_code },
      body: row.body.toString('utf8'),
      advice: row.advice,
    })),
    more: Number(counted[0]?.count ?? 0) > shown.length,
  }
}

export type Settled = 'settled' | 'unknown' | 'own' | 'ownUnit' | 'other'

/**
 * The second reviewer's word, once; the author hears of it by the change feed. The same word of the same account
 * again changes nothing.
 */
export async function settleReview(
  db: Database,
  account: Account,
  noticeId: string,
  outcome: 'approved' | 'returned',
  reason: string,
): Promise<Settled> {
  const { rowCount } = await db.query({
    name: 'settle-review',
    text: `with settled as (
        update review r set outcome = $4, settled_by = $2, settled_at = now(), reason = $5
        where r.notice_id = $3 and ${OPEN} returning account_id, notice_id
      )
      insert into event (account_id, notice_id, type, payload)
      select account_id, notice_id, $4, jsonb_build_object('by', $2::uuid, 'note', $5::text) from settled`,
    values: [account.organisationId, account.id, noticeId, outcome, reason],
  })
  if (rowCount === 1) return 'settled'
  const { rows } = await db.query<{
    account_id: string
    settled_by: string | null
    outcome: string | null
    own_unit: boolean
  }>(
    `select r.account_id, r.settled_by, r.outcome, r.own_office and a.unit is not null and a.unit = b.unit as own_unit
      from review r join account a on a.id = r.account_id join account b on b.id = $3
      where r.notice_id = $1 and r.organisation_id = $2`,
    [noticeId, account.organisationId, account.id],
  )
  const [row] = rows
  if (!row) return 'unknown'
  if (row.account_id === account.id) return 'own'
  if (row.own_unit) return 'ownUnit'
  if (row.outcome === null) return 'unknown'
  return row.settled_by === account.id && row.outcome === outcome ? 'settled' : 'other'
}
