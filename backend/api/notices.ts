import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { Notice } from '../../utils/notice'
import { changesAfter, receive, receivedBefore, withdraw } from '../notices'
import { blocked, HttpProblem, invalid } from '../problem'
import type { Env, Parts } from './api'

const MAX_NOTICE = 4 * 1024 * 1024
const PAGE = 200
const Withdrawal = z.object({ reason: z.string().min(1).max(2000) })

/** Notices, their receipts, what became of them. */
export function noticeRoutes({ db, signer, issuer, epoch }: Parts): Hono<Env> {
  const app = new Hono<Env>()
  const limited = bodyLimit({
    maxSize: MAX_NOTICE,
    onError: () => {
      throw new HttpProblem(413, `A notice may have at most ${MAX_NOTICE / 1024 / 1024} MiB.`)
    },
  })

  app.post('/notices', limited, async (c) => {
    const account = c.get('account')
    const key = c.req.header('idempotency-key')
    if (!key) throw new HttpProblem(400, 'The header Idempotency-Key is missing.')
    const body = new Uint8Array(await c.req.arrayBuffer())
    const parsed = Notice.safeParse(parseJson(body))
    if (!parsed.success) throw invalid(parsed.error)
    const notice = parsed.data
    if (key !== notice.id) throw field('/id', 'The Idempotency-Key has to be the id of the notice.')
    const before = await receivedBefore(db, account, notice.id, body)
    if (!before && notice.evidence && !(await holds(notice.evidence.sha256, account.organisationId))) {
      // It may have been swept, or is just being sent: the client sends it (again) and comes back.
      throw new HttpProblem(409, 'Its evidence is not here yet: send it first.', {
        headers: { 'retry-after': '1' },
      })
    }
    const received = before ?? (await receive(db, signer, issuer, account, notice, body))
    if (received === 'otherBody') throw field('/id', 'Another notice was sent under this key before.')
    if (received === 'otherAccount') throw field('/id', 'This key is in use.')
    if ('blocked' in received) throw blocked(received.blocked)
    return c.json({ receipt: received.receipt }, received.fresh ? 201 : 200)
  })

  const holds = async (sha256: string, organisationId: string): Promise<boolean> => {
    const { rowCount } = await db.query({
      name: 'evidence-holds',
      text: 'select 1 from evidence_holder where sha256 = $1 and organisation_id = $2',
      values: [sha256, organisationId],
    })
    return rowCount === 1
  }

  app.get('/notices/:id', async (c) => {
    const { rows } = await db.query<{ receipt: string; received_at: Date; withdrawn: Date | null }>(
      `select receipt, received_at, w.at as withdrawn from notice n left join withdrawal w on w.notice_id = n.id
       where n.id = $1 and n.account_id = $2`,
      [idOf(c.req.param('id')), c.get('account').id],
    )
    const [row] = rows
    if (!row) throw new HttpProblem(404, 'This account has no such notice here.')
    return c.json({
      receipt: row.receipt,
      receivedAt: row.received_at.toISOString(),
      withdrawnAt: row.withdrawn?.toISOString() ?? null,
    })
  })

  app.post('/notices/:id/withdraw', limited, async (c) => {
    const parsed = Withdrawal.safeParse(parseJson(new Uint8Array(await c.req.arrayBuffer())))
    if (!parsed.success) throw invalid(parsed.error)
    const id = idOf(c.req.param('id'))
    if (!(await withdraw(db, c.get('account'), id, parsed.data.reason))) {
      throw new HttpProblem(404, 'This account has no such notice here.')
    }
    return c.json({ id, withdrawn: true })
  })

  app.get('/changes', async (c) => {
    const page = await changesAfter(db, epoch, c.get('account'), c.req.query('after') ?? null, PAGE)
    if (page === 'otherEpoch')
      throw new HttpProblem(410, 'This cursor is of another database: read from the beginning.')
    return c.json(page, 200, { 'cache-control': 'no-store' })
  })
  return app
}

const field = (pointer: string, detail: string) =>
  new HttpProblem(422, detail, { detail, errors: [{ pointer, detail }] })

function idOf(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new HttpProblem(404, 'There is no such notice.')
  return text
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new HttpProblem(422, 'The body is no JSON in UTF-8.')
  }
}
