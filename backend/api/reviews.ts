import { Hono } from 'hono'
import { Verdict } from '../../utils/notice'
import { blocked, HttpProblem, invalid } from '../problem'
import { askedBefore, askForReview, isSecondReviewer, pendingReviews, settleReview } from '../reviews'
import { idOf, keyedNotice, keyUsed, limit, needEvidence, parseJson } from './body'
import type { Env, Parts } from './parts'

/** So that a list of them fits one answer. */
const MAX_REVIEW = 1.5 * 1024 * 1024

/** Four eyes: requests for review, and the second reviewer's word. */
export function reviewRoutes({ db }: Parts): Hono<Env> {
  const app = new Hono<Env>()

  app.post('/reviews', limit(MAX_REVIEW), async (c) => {
    const account = c.get('account')
    const { notice, body } = await keyedNotice(c)
    const before = await askedBefore(db, account, notice.id, body)
    if (!before) await needEvidence(db, account, notice)
    const asked = before ?? (await askForReview(db, account, notice, body))
    if (typeof asked === 'string') throw keyUsed(asked)
    if ('blocked' in asked) throw blocked(asked.blocked)
    return c.json({ id: notice.id, advice: asked.advice }, asked.fresh ? 201 : 200)
  })

  app.get('/reviews', async (c) => {
    if (!isSecondReviewer(c.get('account'))) throw forbidden()
    return c.json(await pendingReviews(db, c.get('account')), 200, { 'cache-control': 'no-store' })
  })

  for (const [word, outcome] of [
    ['approve', 'approved'],
    ['return', 'returned'],
  ] as const) {
    app.post(`/reviews/:id/${word}`, limit(MAX_REVIEW), async (c) => {
      const account = c.get('account')
      if (!isSecondReviewer(account)) throw forbidden()
      const id = idOf(c.req.param('id'))
      const parsed = Verdict.safeParse(parseJson(new Uint8Array(await c.req.arrayBuffer())))
      if (!parsed.success) throw invalid(parsed.error)
      const settled = await settleReview(db, account, id, outcome, parsed.data.reason)
      if (settled === 'unknown') throw new HttpProblem(404, 'There is no such request for review (any more).')
      if (settled === 'own')
        throw new HttpProblem(403, 'Nobody is the second reviewer of a notice of his own.')
      if (settled === 'ownUnit')
        throw new HttpProblem(403, 'It is about its author’s own office: somebody of another unit decides.')
      if (settled === 'other') throw new HttpProblem(409, 'Its review is over already.')
      return c.json({ id, outcome })
    })
  }
  return app
}

const forbidden = () => new HttpProblem(403, 'Approvers and leads review notices; this account is neither.')
