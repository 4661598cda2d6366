import { Hono } from 'hono'
import { z } from 'zod'
import { LEDGER_HEADER, readHead } from '../../utils/ledger/head'
import { changesAfter, receive, receivedBefore, withdraw } from '../notices'
import { blocked, HttpProblem, invalid } from '../problem'
import { idOf, keyedNotice, keyUsed, limit, needCooling, needEvidence, parseJson } from './body'
import type { Env, Parts } from './parts'

const MAX_NOTICE = 4 * 1024 * 1024
const PAGE = 200
const Withdrawal = z.object({ reason: z.string().min(1).max(2000) })

/** Notices, their receipts, what became of them. */
export function noticeRoutes({ db, signer, issuer, epoch }: Parts): Hono<Env> {
  const app = new Hono<Env>()
  const limited = limit(MAX_NOTICE)

  app.post('/notices', limited, async (c) => {
    const account = c.get('account')
    const { notice, body } = await keyedNotice(c)
    const head = readHead(c.req.header(LEDGER_HEADER) ?? '')
    const before = await receivedBefore(db, account, notice.id, body)
    if (!before) {
      needCooling(account, notice)
      await needEvidence(db, account, notice)
    }
    const received = before ?? (await receive(db, signer, issuer, account, notice, body, head))
    if (typeof received === 'string') throw keyUsed(received)
    if ('blocked' in received) throw blocked(received.blocked)
    const { receipt, advice, fresh } = received
    return c.json({ receipt, advice }, fresh ? 201 : 200)
  })

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
