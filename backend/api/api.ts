import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { LEDGER_HEADER } from '../../utils/ledger/head'
import { UPLOAD_COMPLETE, UPLOAD_OFFSET } from '../../utils/notice'
import { accountAnswer, accountOf, BACKEND, MAX_EVIDENCE, useEnrolment } from '../accounts'
import { HttpProblem } from '../problem'
import { sitePackOf } from '../sites'
import { evidenceRoutes } from './evidence'
import { noticeRoutes } from './notices'
import { openApi } from './openapi'
import type { Env, Parts } from './parts'
import { reviewRoutes } from './reviews'

/** The API under `/v1`, for the extension and other clients of an organisation. */
export function api(parts: Parts): Hono<Env> {
  const app = new Hono<Env>()
  // No cookies are used here, so any origin may ask: the token alone counts.
  app.use(
    cors({
      origin: '*',
      allowHeaders: [
        'authorization',
        'content-type',
        'idempotency-key',
        LEDGER_HEADER,
        UPLOAD_OFFSET,
        UPLOAD_COMPLETE,
      ],
      allowMethods: ['GET', 'HEAD', 'PUT', 'POST'],
      exposeHeaders: ['date', 'retry-after', 'location', UPLOAD_OFFSET],
      maxAge: 600,
    }),
  )

  /** With the account comes the key that rules of sites are signed with here. */
  async function siteKey() {
    const pack = await sitePackOf(parts.db)
    return pack ? { siteKey: pack.key } : {}
  }

  app.get('/openapi.json', (c) => c.json(openApi(BACKEND.version, MAX_EVIDENCE)))
  app.post('/enrolments/:code', async (c) => {
    const used = await useEnrolment(parts.db, c.req.param('code'))
    if (!used) throw new HttpProblem(404, 'This enrolment link is unknown, used or over. Ask for a new one.')
    return c.json({ token: used.token, account: { ...accountAnswer(used.account), ...(await siteKey()) } })
  })

  app.use(async (c, next) => {
    const token = /^Bearer ([\w-]{20,500})$/.exec(c.req.header('authorization') ?? '')?.[1]
    const account = token ? await accountOf(parts.db, token) : null
    if (!account) throw new HttpProblem(401, 'Sign in again.', { headers: { 'www-authenticate': 'Bearer' } })
    c.set('account', account)
    await next()
  })
  app.get('/account', async (c) => c.json({ ...accountAnswer(c.get('account')), ...(await siteKey()) }))
  app.get('/sites', async (c) => {
    const pack = await sitePackOf(parts.db)
    if (!pack) throw new HttpProblem(404, 'This backend hands out no rules of sites.')
    return c.body(pack.text, 200, { 'content-type': 'application/json' })
  })
  app.route('/evidence', evidenceRoutes(parts))
  app.route('/', noticeRoutes(parts))
  app.route('/', reviewRoutes(parts))
  return app
}
