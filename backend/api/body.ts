import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { Notice } from '../../utils/notice'
import type { Account } from '../accounts'
import type { Database } from '../database'
import { HttpProblem, invalid } from '../problem'
import type { Env } from './parts'

/** Bodies of at most so many bytes. */
export const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new HttpProblem(413, `A notice may have at most ${maxSize / 1024 / 1024} MiB here.`)
    },
  })

/** A notice that is sent under its own id as key, with its exact bytes. */
export async function keyedNotice(c: Context<Env>): Promise<{ notice: Notice; body: Uint8Array }> {
  const key = c.req.header('idempotency-key')
  if (!key) throw new HttpProblem(400, 'The header Idempotency-Key is missing.')
  const body = new Uint8Array(await c.req.arrayBuffer())
  const parsed = Notice.safeParse(parseJson(body))
  if (!parsed.success) throw invalid(parsed.error)
  if (key !== parsed.data.id) throw field('/id', 'The Idempotency-Key has to be the id of the notice.')
  return { notice: parsed.data, body }
}

/** The organisation has shown the notice's evidence here; otherwise the client sends it (again) and comes back. */
export async function needEvidence(db: Database, account: Account, { evidence }: Notice): Promise<void> {
  if (!evidence) return
  const { rowCount } = await db.query({
    name: 'evidence-holds',
    text: 'select 1 from evidence_holder where sha256 = $1 and organisation_id = $2',
    values: [evidence.sha256, account.organisationId],
  })
  if (rowCount === 1) return
  throw new HttpProblem(409, 'Its evidence is not here yet: send it first.', {
    headers: { 'retry-after': '1' },
  })
}

/** The organisation keeps its notices back for a while after their making, so that they can be undone. */
export function needCooling({ rules }: Account, { createdAt }: Notice): void {
  const left = rules.coolingSeconds - (Date.now() - Date.parse(createdAt)) / 1000
  if (rules.coolingSeconds === 0 || left <= 0) return
  throw new HttpProblem(409, 'Its organisation keeps notices back for a while: send it again then.', {
    headers: { 'retry-after': String(Math.ceil(left)) },
  })
}

/** Why a key can't be used. */
export const keyUsed = (why: 'otherBody' | 'otherAccount') =>
  field('/id', why === 'otherBody' ? 'Another notice was sent under this key before.' : 'This key is in use.')

const field = (pointer: string, detail: string) =>
  new HttpProblem(422, detail, { detail, errors: [{ pointer, detail }] })

/** An id in an address. */
export function idOf(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new HttpProblem(404, 'There is no such notice.')
  return text
}

export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new HttpProblem(422, 'The body is no JSON in UTF-8.')
  }
}
