import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { OrganisationRules } from '../utils/assess/rules'
import type { AccountAnswer } from '../utils/notice'
import { type Database, inTransaction } from './database'

export const BACKEND = { name: 'Flagpost CRS', version: '0.1.0' }
/** Largest body of evidence that is taken, bytes. */
export const MAX_EVIDENCE = 64 * 1024 * 1024
const LINK_DAYS = 7

/** The account that a request speaks for. */
export type Account = {
  id: string
  organisationId: string
  organisation: string
  country: string | null
  name: string
  reviewerCode: string
  role: AccountAnswer['role']
  /** What its organisation asks of its reviewers. */
  rules: OrganisationRules
}

export type EnrolOptions = {
  organisation: string
  country: string | null
  reviewerCode: string
  role: AccountAnswer['role']
  name?: string
  /** The unit within the organisation: nobody of the author's decides on what is about the author's own office. */
  unit?: string
  /** New rules for the whole organisation; what they leave out is as by default. */
  rules?: z.input<typeof OrganisationRules>
}

const hash = (secret: string) => createHash('sha256').update(secret).digest()
/** 256 random bits; only their hash is kept. */
export const newSecret = () => randomBytes(32).toString('base64url')

type Row = {
  id: string
  organisation_id: string
  organisation: string
  country: string | null
  name: string
  reviewer_code: string
  role: AccountAnswer['role']
  rules: unknown
}

const toAccount = (row: Row): Account => ({
  id: row.id,
  organisationId: row.organisation_id,
  organisation: row.organisation,
  country: row.country,
  name: row.name,
  reviewerCode: row.reviewer_code,
  role: row.role,
  rules: OrganisationRules.parse(row.rules),
})

const SELECT = `select a.id, a.organisation_id, o.name as organisation, o.country, a.name, a.reviewer_code, a.role, o.rules
  from account a join organisation o on o.id = a.organisation_id`

/** Whose token this is; null: nobody's (any more). The look-up is by hash, so its time tells nothing of the token. */
export async function accountOf(db: Database, token: string): Promise<Account | null> {
  const { rows } = await db.query<Row>({
    name: 'account-by-token',
    text: `${SELECT} where a.token_hash = $1 and a.revoked_at is null`,
    values: [hash(token)],
  })
  return rows[0] ? toAccount(rows[0]) : null
}

/** A code that lets one person in, once, within a week. The same reviewer again: the old token ends when it is used. */
export async function createEnrolment(db: Database, options: EnrolOptions): Promise<string> {
  const code = newSecret()
  await inTransaction(db, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from organisation where name = $1', [
      options.organisation,
    ])
    const organisation = rows[0]?.id ?? randomUUID()
    if (!rows[0]) {
      await client.query('insert into organisation (id, name, country) values ($1, $2, $3)', [
        organisation,
        options.organisation,
        options.country,
      ])
    }
    if (options.rules) {
      const rules = OrganisationRules.parse(options.rules)
      await client.query('update organisation set rules = $2 where id = $1', [organisation, rules])
    }
    const account = await client.query<{ id: string }>(
      `insert into account (id, organisation_id, name, reviewer_code, role, unit) values ($1, $2, $3, $4, $5, $6)
       on conflict (organisation_id, reviewer_code)
         do update set role = excluded.role, unit = coalesce(excluded.unit, account.unit) returning id`,
      [
        randomUUID(),
        organisation,
        options.name ?? options.reviewerCode,
        options.reviewerCode,
        options.role,
        options.unit ?? null,
      ],
    )
    await client.query(
      `insert into enrolment (code_hash, account_id, expires_at) values ($1, $2, now() + make_interval(days => ${LINK_DAYS}))`,
      [hash(code), account.rows[0]?.id],
    )
  })
  return code
}

/** Turns a code into a token, once. Null for a code that is unknown, used or over. */
export async function useEnrolment(
  db: Database,
  code: string,
): Promise<{ token: string; account: Account } | null> {
  const token = newSecret()
  const { rows } = await db.query<{ account_id: string }>(
    `with used as (
       update enrolment set used_at = now() where code_hash = $1 and used_at is null and expires_at > now() returning account_id
     )
     update account set token_hash = $2, revoked_at = null from used where account.id = used.account_id
     returning account.id as account_id`,
    [hash(code), hash(token)],
  )
  if (!rows[0]) return null
  const account = await accountOf(db, token)
  return account && { token, account }
}

/** What the account's owner is told of it. */
export const accountAnswer = (account: Account): AccountAnswer => ({
  id: account.id,
  name: account.name,
  reviewerCode: account.reviewerCode,
  role: account.role,
  organisation: { id: account.organisationId, name: account.organisation, country: account.country },
  backend: BACKEND,
  maxEvidenceBytes: MAX_EVIDENCE,
  rules: account.rules,
})
