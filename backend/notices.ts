import { createHash, randomBytes } from 'node:crypto'
import type { Change, Decision, Notice } from '../utils/notice'
import type { Account } from './accounts'
import type { Database } from './database'
import type { Signer } from './receipts'

/** A notice that came in before under the same key. */
export type Known = { account_id: string; body_sha256: string; receipt: string }
export type Received = { receipt: string; fresh: boolean } | 'otherBody' | 'otherAccount'

const HOUR = 3_600_000

/**
 * Takes a notice once: key, notice and event are one statement, so that a twin that runs at the same time finds
 * either nothing or all of it. The same key with the same bytes gets the first receipt again, byte for byte.
 */
export async function receive(
  db: Database,
  signer: Signer,
  issuer: string,
  account: Account,
  notice: Notice,
  body: Uint8Array,
): Promise<Received> {
  const bodySha256 = createHash('sha256').update(body).digest('hex')
  const known = await find(db, notice.id)
  if (known) return again(known, account, bodySha256)
  const now = Date.now()
  const receiptId = `crs-${randomBytes(8).toString('hex')}`
  const evidence = notice.evidence?.sha256 ?? null
  const receipt = await signer.sign({
    iss: issuer,
    sub: notice.id,
    jti: receiptId,
    iat: Math.floor(now / 1000),
    body: bodySha256,
    evidence: evidence ? [evidence] : [],
  })
  const hours = notice.grounds.flatMap(({ ground }) => ground.deadlineHours ?? [])
  const deadline = hours.length ? new Date(now + Math.min(...hours) * HOUR) : null
  const { rowCount } = await db.query({
    name: 'receive-notice',
    text: `with fresh as (
        insert into notice (id, account_id, organisation_id, body, body_sha256, evidence_sha256, receipt_id, receipt, permalink, deadline_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing returning id
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
    ],
  })
  if (rowCount === 1) return { receipt, fresh: true }
  const first = await find(db, notice.id)
  return first ? again(first, account, bodySha256) : 'otherAccount'
}

async function find(db: Database, id: string): Promise<Known | undefined> {
  const { rows } = await db.query<Known>({
    name: 'notice-by-key',
    text: 'select account_id, body_sha256, receipt from notice where id = $1',
    values: [id],
  })
  return rows[0]
}

function again(known: Known, account: Account, bodySha256: string): Received {
  if (known.account_id !== account.id) return 'otherAccount'
  return known.body_sha256 === bodySha256 ? { receipt: known.receipt, fresh: false } : 'otherBody'
}

/** Takes a notice back, also one that has not arrived yet. Idempotent: the first reason stays. */
export async function withdraw(
  db: Database,
  account: Account,
  noticeId: string,
  reason: string,
): Promise<boolean> {
  const known = await find(db, noticeId)
  if (known && known.account_id !== account.id) return false
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
  payload: { decision?: Decision; note?: string }
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
