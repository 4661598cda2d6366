/** @jsxImportSource hono/jsx */
import fs from 'node:fs/promises'
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import type { Report } from '../../utils/evidence/verify/report'
import type { Database } from '../database'
import { decide, undoDecision } from '../decisions'
import { HttpProblem, invalid } from '../problem'
import { DecisionInput, parseDecision } from './decision-form'
import { type bundleReader, evidenceAddress } from './evidence'
import type { EvidenceView } from './evidence-card'
import { NoticePage } from './notice-page'
import { type DeskRow, listForDesk, oneForDesk, otherCaptures } from './notices'
import { ErrorPage, ListPage, SignInPage } from './pages'
import { isSignedIn, same, sameOrigin, signIn } from './session'
import { TextProvider, textFor } from './words'

export type DeskParts = {
  db: Database
  secret: string
  token: string
  evidenceOrigin: () => string
  read: ReturnType<typeof bundleReader>
  /** The verifier's report on a notice's evidence. */
  check: (noticeId: string, sha256: string) => Promise<Report>
}

/** In this order: what is behind says more of a card. */
const STYLES = [
  '../../components/tokens.css',
  './desk.css',
  '../../components/unseen.css',
  '../../components/edited.css',
].map((file) => new URL(file, import.meta.url))
/** So many notices stand on one page. */
const PAGE = 100

/** One page in the language that the browser asks for. */
const page = (c: Context, content: Child, status: ContentfulStatusCode = 200) =>
  c.html(<TextProvider value={textFor(c)}>{content}</TextProvider>, status)

/** The desk of the platform's representative: server-rendered, no script at all. */
export function desk({ db, secret, token, evidenceOrigin, read, check }: DeskParts): Hono {
  const app = new Hono()

  app.use(async (c, next) => {
    await next()
    c.header(
      'content-security-policy',
      `default-src 'none'; style-src 'self'; frame-src ${evidenceOrigin()}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    )
    c.header('referrer-policy', 'same-origin')
    c.header('x-content-type-options', 'nosniff')
    c.header('cache-control', 'no-store')
  })
  app.use(sameOrigin)

  app.get('/desk.css', async (c) => {
    const files = STYLES.map((file) => fs.readFile(file, 'utf8'))
    return c.body((await Promise.all(files)).join('\n'), 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  app.get('/sign-in', (c) => page(c, <SignInPage wrong={false} />))
  app.post('/sign-in', async (c) => {
    const form = await c.req.formData()
    if (!same(String(form.get('token') ?? ''), token)) return page(c, <SignInPage wrong />, 403)
    signIn(c, secret)
    return c.redirect('/desk', 303)
  })

  // Programs of the platform decide by the token itself, people by the signed cookie of the form.
  app.use(async (c, next) => {
    const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    if (bearer !== undefined ? same(bearer, token) : isSignedIn(c, secret)) return next()
    if (bearer !== undefined) throw new HttpProblem(401, 'This token is not the desk’s.')
    return c.redirect('/desk/sign-in', 303)
  })

  app.get('/', (c) => showList(c, true))
  app.get('/closed', (c) => showList(c, false))
  app.get('/notices/:id', async (c) => showNotice(c, await find(c), []))

  app.post('/notices/:id/decision', async (c) => {
    const row = await find(c)
    if (row.withdrawn) throw new HttpProblem(409, 'The reviewer has withdrawn this notice.')
    if (c.req.header('content-type')?.startsWith('application/json')) {
      const parsed = DecisionInput.safeParse(await c.req.json().catch(() => null))
      if (!parsed.success) throw invalid(parsed.error)
      const decision = await decide(db, row.id, parsed.data)
      if (!decision) throw new HttpProblem(409, 'This notice is decided already.')
      return c.json(decision, 201)
    }
    const decision = parseDecision(row.notice, await c.req.formData(), textFor(c))
    if (Array.isArray(decision)) return showNotice(c, row, decision, 422)
    if (!(await decide(db, row.id, decision))) throw new HttpProblem(409, 'This notice is decided already.')
    return c.redirect(`/desk/notices/${row.id}`, 303)
  })

  app.post('/notices/:id/undo', async (c) => {
    const row = await find(c)
    if (!(await undoDecision(db, row.id))) throw new HttpProblem(409, 'The reviewer has been told already.')
    return c.redirect(`/desk/notices/${row.id}`, 303)
  })

  app.onError((error, c) => {
    if (!(error instanceof HttpProblem)) console.error(error)
    const status = error instanceof HttpProblem ? error.status : 500
    const title = error instanceof HttpProblem ? error.title : 'The desk made a mistake. Nothing was decided.'
    if (c.req.header('authorization'))
      return c.json({ title, status, ...(error instanceof HttpProblem ? error.more : {}) }, status, {
        'content-type': 'application/problem+json',
      })
    return page(c, <ErrorPage title={title} detail="" />, status)
  })

  async function showList(c: Context, open: boolean): Promise<Response> {
    const from = Math.max(0, Math.trunc(Number(c.req.query('from') ?? 0)) || 0)
    const rows = await listForDesk(db, open, from, PAGE + 1)
    const more = rows.length > PAGE ? `?from=${from + PAGE}` : null
    return page(c, <ListPage rows={rows.slice(0, PAGE)} open={open} more={more} />)
  }

  async function find(c: Context): Promise<DeskRow> {
    const id = c.req.param('id') ?? ''
    const row = z.uuid().safeParse(id).success ? await oneForDesk(db, id) : null
    if (!row) throw new HttpProblem(404, 'There is no such notice.')
    return row
  }

  async function showNotice(
    c: Context,
    row: DeskRow,
    problems: string[],
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const [evidence, others] = await Promise.all([
      viewEvidence(row, c.req.query('check') !== undefined),
      otherCaptures(db, row),
    ])
    const content = <NoticePage row={row} evidence={evidence} others={others} problems={problems} />
    return page(c, content, status)
  }

  async function viewEvidence({ id, notice }: DeskRow, checked: boolean): Promise<EvidenceView> {
    const sha256 = notice.evidence?.sha256
    if (!sha256) return null
    const address = (part: string) => evidenceAddress(evidenceOrigin(), secret, sha256, part)
    try {
      const { record, screenshot, context, media } = await read(sha256)
      return {
        snapshot: address('snapshot'),
        screenshot: screenshot ? address('screenshot') : null,
        window: context.window ? address('window') : null,
        page: context.page ? address('page') : null,
        copy: address(`copy.${id}`),
        report: checked ? await check(id, sha256) : null,
        media: media.map((one, i) => ({
          address: address(String(i)),
          type: one.type ?? 'unknown',
          url: one.url,
          sha256: one.sha256,
        })),
        record: record as Record<string, unknown>,
      }
    } catch (error) {
      return { broken: error instanceof Error ? error.message : String(error) }
    }
  }
  return app
}
