import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { type Marks, marksOf } from '../utils/assess/marks'
import type { Change, Decision, Finding, LedgerHead, Notice, Noticed } from '../utils/notice'
import type { Problem } from '../utils/problem'
import type { Account } from './accounts'
import { type Database, inTransaction } from './database'
import { judge } from './judge'
import { findings } from './problem'
import type { Signer } from './receipts'
import { isApproved, reviewAuthor } from './reviews'
import { tellStamped } from './timestamps/timestamps'

/** A notice that came in before under the same key. */
export type Known = { account_id: string; body_sha256: string; receipt: string; advice: Finding[] }
export type Received =
  | { receipt: string; advice: Finding[]; fresh: boolean }
  | { blocked: Problem[] }
  | 'otherBody'
  | 'otherAccount'

const HOUR = 3_600_000
const digest = (body: Uint8Array) => createHash('sha256').update(body).digest('hex')

/** What a key that was used before gets: the first receipt again, byte for byte, if the bytes are the same. */
export async function receivedBefore(
  db: Database,
  account: Account,
  id: string,
  body: Uint8Array,
): Promise<Received | null> {
  const known = await find(db, id)
  return known ? again(known, account, digest(body)) : null
}

/**
 * Takes a notice once, if due process lets it in. One notice of an account after the other: two that come at once
 * are judged with each other in sight, and a twin finds either nothing or all of it. `head`: where the sender's ledger
 * ended, as it says; the receipt countersigns it.
 */
export async function receive(
  db: Database,
  signer: Signer,
  issuer: string,
  account: Account,
  notice: Notice,
  body: Uint8Array,
  head: LedgerHead | null,
): Promise<Received> {
  const marks = await marksOf(notice)
  return inTransaction(db, async (client): Promise<Received> => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [account.id])
    const known = await find(client, notice.id)
    if (known) return again(known, account, digest(body))
    const { blocked, secondReviewer, warnings } = await judge(client, account, notice, marks)
    if (blocked.length > 0) return { blocked }
    // A second reviewer's approval counts for these very bytes alone.
    if (secondReviewer.length > 0 && !(await isApproved(client, account, notice.id, digest(body))))
      return { blocked: secondReviewer }
    return insert(client, signer, issuer, account, notice, { body, head }, marks, findings(warnings))
  })
}

async function insert(
  client: pg.PoolClient,
  signer: Signer,
  issuer: string,
  account: Account,
  notice: Notice,
  { body, head }: { body: Uint8Array; head: LedgerHead | null },
  { authors, topics, language, whys }: Marks,
  advice: Finding[],
): Promise<Received> {
  const bodySha256 = digest(body)
  const now = Date.now()
  const receiptId = `crs-${randomBytes(8).toString('hex')}`
  const evidence = notice.evidence?.sha256 ?? null
  const noticed = await noticedBefore(client, account, notice)
  const receipt = await signer.sign({
    iss: issuer,
    sub: notice.id,
    jti: receiptId,
    iat: Math.floor(now / 1000),
    body: bodySha256,
    evidence: evidence ? [evidence] : [],
    ...(head ? { ledger: head } : {}),
    ...(noticed ? { noticed } : {}),
  })
  const hours = notice.grounds.flatMap(({ ground }) => ground.deadlineHours ?? [])
  const deadline = hours.length ? new Date(now + Math.min(...hours) * HOUR) : null
  const { rowCount } = await client.query({
    name: 'receive-notice',
    text: `with fresh as (
        insert into notice (id, account_id, organisation_id, body, body_sha256, evidence_sha256, receipt_id, receipt, permalink,
          deadline_at, made_at, declared_at, author_marks, reasoned, topics, language, why_marks, advice,
          ledger_seq, ledger_hash, corrects)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
        on conflict (id) do nothing returning id
      )
      insert into event (account_id, notice_id, type) select $2, id, 'received' from fresh`,
    values: [
      notice.id,
      account.id,
      account.organisationId,
      Buffer.from(body),
      bodySha256,
      evidence,
      receiptId,
      receipt,
      notice.item.permalink,
      deadline,
      notice.createdAt,
      notice.declaration.madeAt,
      authors,
      notice.reasons?.manyOnAuthor !== undefined,
      topics,
      language,
      whys,
      JSON.stringify(advice),
      head?.seq ?? null,
      head?.hash ?? null,
      notice.corrects,
    ],
  })
  if (rowCount === 1 && evidence) await tellStamped(client, notice.id, evidence)
  // Another account has used this very key meanwhile.
  return rowCount === 1 ? { receipt, advice, fresh: true } : 'otherAccount'
}

/**
 * What lies here already of the same organisation on the same item, whoever of it sent it. What was taken back does
 * not count, nor does what this one corrects.
 */
async function noticedBefore(
  client: pg.PoolClient,
  { organisationId }: Account,
  { item, corrects }: Notice,
): Promise<Noticed | null> {
  // Of two colleagues who send at the same moment one sees the other.
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [
    `${organisationId} ${item.permalink}`,
  ])
  const {
    rows: [found],
  } = await client.query<{ count: number; since: Date | null }>({
    name: 'noticed-before',
    text: `select count(*)::int as count, min(received_at) as since from notice n
      where organisation_id = $1 and permalink = $2 and id is distinct from $3
        and not exists (select 1 from withdrawal w where w.notice_id = n.id)`,
    values: [organisationId, item.permalink, corrects],
  })
  return found?.since ? { count: found.count, since: found.since.toISOString() } : null
}

async function find(db: Database | pg.PoolClient, id: string): Promise<Known | undefined> {
  const { rows } = await db.query<Known>({
    name: 'notice-by-key',
    text: 'select account_id, body_sha256, receipt, advice from notice where id = $1',
    values: [id],
  })
  return rows[0]
}

function again(known: Known, account: Account, bodySha256: string): Received {
  if (known.account_id !== account.id) return 'otherAccount'
  const { receipt, advice } = known
  return known.body_sha256 === bodySha256 ? { receipt, advice, fresh: false } : 'otherBody'
}

/** Takes a notice back, also one that has not arrived yet. Idempotent: the first reason stays. */
export async function withdraw(
  db: Database,
  account: Account,
  noticeId: string,
  reason: string,
): Promise<boolean> {
  const known = await find(db, noticeId)
  const author = known?.account_id ?? (await reviewAuthor(db, noticeId))
  if (author !== undefined && author !== account.id) return false
  await db.query(
    `with fresh as (
       insert into withdrawal (notice_id, account_id, reason) values ($1, $2, $3) on conflict do nothing returning notice_id
     )
     insert into event (account_id, notice_id, type) select $2, notice_id, 'withdrawn' from fresh`,
    [noticeId, account.id, reason],
  )
  return true
}

type EventRow = {
  xid: string
  seq: string
  notice_id: string
  at: Date
  type: string
  payload: { decision?: Decision; note?: string; by?: string; timestamp?: string }
}
export type Page = { changes: Change[]; cursor: string; more: boolean }

/**
 * The account's changes after a cursor. Only what is older than every running transaction is shown: a number that
 * was drawn early may be committed late, and a plain "greater than the last" would miss it.
 */
export async function changesAfter(
  db: Database,
  epoch: string,
  account: Account,
  after: string | null,
  limit: number,
): Promise<Page | 'otherEpoch'> {
  const [kept, xid, seq] = after === null ? [epoch, '0', '0'] : parseCursor(after)
  if (kept !== epoch) return 'otherEpoch'
  const { rows } = await db.query<EventRow>({
    name: 'changes-after',
    text: `select xid::text, seq::text, notice_id, at, type, payload from event
      where account_id = $1 and (xid, seq) > ($2::xid8, $3::bigint)
        and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, seq limit $4`,
    values: [account.id, xid, seq, limit + 1],
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    changes: shown.map((row) => ({
      noticeId: row.notice_id,
      at: row.at.toISOString(),
      type: row.type,
      ...row.payload,
    })),
    cursor: last
      ? Buffer.from(`${epoch}.${last.xid}.${last.seq}`).toString('base64url')
      : (after ?? Buffer.from(`${epoch}.0.0`).toString('base64url')),
    more: rows.length > limit,
  }
}

function parseCursor(cursor: string): [string, string, string] {
  const [epoch = '', xid = '', seq = ''] = Buffer.from(cursor, 'base64url').toString().split('.')
  return /^\d{1,19}$/.test(xid) && /^\d{1,18}$/.test(seq) ? [epoch, xid, seq] : ['', '0', '0']
}
