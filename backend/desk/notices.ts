import { COMPARED, type Seen, seenIn } from '../../utils/evidence/edited'
import { Decision, Notice } from '../../utils/notice'
import type { Database } from '../database'

/** A notice as the desk lists it. */
export type DeskRow = {
  id: string
  receiptId: string
  organisation: string
  reviewerCode: string
  receivedAt: Date
  deadlineAt: Date | null
  withdrawn: { at: Date; reason: string } | null
  decision: Decision | null
  /** Until when the decision can be taken back. */
  undoUntil: Date | null
  notice: Notice
  bodySha256: string
  /** The second reviewer who let it out: the code alone. */
  approved: { code: string; at: Date } | null
  /** The notice that it corrects, and the latest that corrects it. */
  corrects: { id: string; receiptId: string } | null
  correctedBy: { id: string; receiptId: string; at: Date } | null
}

type Row = {
  id: string
  receipt_id: string
  organisation: string
  reviewer_code: string
  received_at: Date
  deadline_at: Date | null
  withdrawn_at: Date | null
  reason: string | null
  decision: unknown
  due_at: Date | null
  published_at: Date | null
  body: Buffer
  body_sha256: string
  approved_by: string | null
  approved_at: Date | null
  first_id: string | null
  first_receipt: string | null
  later_id: string | null
  later_receipt: string | null
  later_at: Date | null
}

const SELECT = `select n.id, n.receipt_id, o.name as organisation, a.reviewer_code, n.received_at, n.deadline_at,
    w.at as withdrawn_at, w.reason, d.body as decision, d.due_at, d.published_at, n.body, n.body_sha256,
    ra.reviewer_code as approved_by, r.settled_at as approved_at, f.id as first_id, f.receipt_id as first_receipt,
    l.id as later_id, l.receipt_id as later_receipt, l.received_at as later_at
  from notice n
  join account a on a.id = n.account_id
  join organisation o on o.id = n.organisation_id
  left join withdrawal w on w.notice_id = n.id
  left join review r on r.notice_id = n.id and r.outcome = 'approved' and r.body_sha256 = n.body_sha256
  left join account ra on ra.id = r.settled_by
  left join notice f on f.id = n.corrects
  left join lateral (
    select c.id, c.receipt_id, c.received_at from notice c where c.corrects = n.id order by c.received_at desc limit 1
  ) l on true
  left join decision d on d.notice_id = n.id and d.undone_at is null`

const noticeOf = ({ body }: Pick<Row, 'body'>): Notice => Notice.parse(JSON.parse(body.toString('utf8')))

const toDesk = (row: Row): DeskRow => ({
  id: row.id,
  receiptId: row.receipt_id,
  organisation: row.organisation,
  reviewerCode: row.reviewer_code,
  receivedAt: row.received_at,
  deadlineAt: row.deadline_at,
  withdrawn: row.withdrawn_at && { at: row.withdrawn_at, reason: row.reason ?? '' },
  decision: row.decision === null ? null : Decision.parse(row.decision),
  undoUntil: row.decision !== null && row.published_at === null ? row.due_at : null,
  notice: noticeOf(row),
  bodySha256: row.body_sha256,
  approved: row.approved_by && row.approved_at ? { code: row.approved_by, at: row.approved_at } : null,
  corrects: row.first_id && row.first_receipt ? { id: row.first_id, receiptId: row.first_receipt } : null,
  correctedBy:
    row.later_id && row.later_receipt && row.later_at
      ? { id: row.later_id, receiptId: row.later_receipt, at: row.later_at }
      : null,
})

/** What waits for a decision, by deadline, then by age; or what was decided, newest first: `limit` rows after the first `from`. */
export async function listForDesk(
  db: Database,
  open: boolean,
  from: number,
  limit: number,
): Promise<DeskRow[]> {
  const where = open
    ? 'where d.id is null and w.notice_id is null order by n.deadline_at nulls last, n.received_at, n.id'
    : 'where d.id is not null or w.notice_id is not null order by n.received_at desc, n.id'
  const { rows } = await db.query<Row>(`${SELECT} ${where} limit $1 offset $2`, [limit, from])
  return rows.map(toDesk)
}

export async function oneForDesk(db: Database, id: string): Promise<DeskRow | null> {
  const { rows } = await db.query<Row>(`${SELECT} where n.id = $1`, [id])
  return rows[0] ? toDesk(rows[0]) : null
}

/** What another notice on the same item says of it. */
export type OtherCapture = {
  id: string
  receiptId: string
  organisation: string
  receivedAt: string
  seen: Seen
}

/** What the other notices on an item say of it, whoever sent them. */
export async function otherCaptures(db: Database, { id, notice }: DeskRow): Promise<OtherCapture[]> {
  const { rows } = await db.query<Pick<Row, 'id' | 'receipt_id' | 'body' | 'organisation' | 'received_at'>>(
    `select n.id, n.receipt_id, n.body, o.name as organisation, n.received_at
      from notice n join organisation o on o.id = n.organisation_id
      where n.permalink = $1 and n.id <> $2 order by n.received_at desc limit $3`,
    [notice.item.permalink, id, COMPARED],
  )
  return rows.map((row) => ({
    id: row.id,
    receiptId: row.receipt_id,
    organisation: row.organisation,
    receivedAt: row.received_at.toISOString(),
    seen: seenIn(noticeOf(row)),
  }))
}
