import { Hono } from 'hono'
import { Sha256, UPLOAD_COMPLETE, UPLOAD_OFFSET } from '../../utils/notice'
import { MAX_EVIDENCE } from '../accounts'
import { HttpProblem } from '../problem'
import type { Env, Parts } from './parts'

/** Bodies of evidence by their SHA-256. An organisation sees only those whose bytes it has shown itself. */
export function evidenceRoutes({ db, store }: Parts): Hono<Env> {
  const app = new Hono<Env>()

  const held = async (sha256: string, organisationId: string) => {
    const { rows } = await db.query<{ bytes: string; media_type: string }>({
      name: 'evidence-held',
      text: `select bytes, media_type from evidence join evidence_holder using (sha256)
        where sha256 = $1 and organisation_id = $2`,
      values: [sha256, organisationId],
    })
    return rows[0]
  }

  const digestOf = (text: string): string => {
    if (!Sha256.safeParse(text).success)
      throw new HttpProblem(422, 'The address has to end in a SHA-256 in lower-case hexadecimal digits.')
    return text
  }

  app.get('/sha256/:hex', async (c) => {
    const sha256 = digestOf(c.req.param('hex'))
    const { organisationId: owner } = c.get('account')
    const found = await held(sha256, owner)
    if (!found) {
      // How much of a broken upload is here already, of this organisation's own.
      const offset = await store.offset({ owner, sha256 })
      throw new HttpProblem(404, 'There is no such evidence.', {
        headers: offset > 0 ? { [UPLOAD_OFFSET]: String(offset) } : {},
      })
    }
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': found.bytes,
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    }
    return new Response(c.req.method === 'HEAD' ? null : store.stream(sha256), { headers })
  })

  app.put('/sha256/:hex', async (c) => {
    const sha256 = digestOf(c.req.param('hex'))
    const { organisationId } = c.get('account')
    if (Number(c.req.header('content-length') ?? 0) > MAX_EVIDENCE) throw tooLarge()
    const known = await held(sha256, organisationId)
    if (known) return c.json({ sha256, bytes: Number(known.bytes) }, 200)
    const body = c.req.raw.body
    if (!body) throw new HttpProblem(422, 'The body is empty.')
    const upload = { owner: organisationId, sha256 }
    const from = c.req.header(UPLOAD_OFFSET) ?? '0'
    if (!/^\d{1,12}$/.test(from)) throw new HttpProblem(400, 'Upload-Offset has to be a number of bytes.')
    const complete = c.req.header(UPLOAD_COMPLETE) !== '?0'
    const put = await store
      .put(upload, body as unknown as AsyncIterable<Uint8Array>, Number(from), complete)
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNRESET' && !c.req.raw.signal.aborted) throw error
        throw new HttpProblem(400, 'The upload broke off. What came is kept: go on from there.')
      })
    if (put === 'overtaken') {
      throw new HttpProblem(409, 'A later upload of the same body goes on.', {
        headers: { 'retry-after': '1' },
      })
    }
    if (put === 'offsetWrong') {
      throw new HttpProblem(409, 'Another number of bytes is here: go on from there.', {
        headers: { 'retry-after': '0', [UPLOAD_OFFSET]: String(await store.offset(upload)) },
      })
    }
    if (put === 'tooLarge') throw tooLarge()
    if (put === 'digestWrong') throw new HttpProblem(422, 'The body has another SHA-256 than its address.')
    if (!complete) return c.json({ sha256, bytes: put.bytes }, 202, { [UPLOAD_OFFSET]: String(put.bytes) })
    const mediaType = (c.req.header('content-type') ?? 'application/octet-stream').slice(0, 100)
    await db.query(
      `with body as (insert into evidence (sha256, bytes, media_type) values ($1, $2, $3) on conflict do nothing)
       select 1`,
      [sha256, put.bytes, mediaType],
    )
    await db.query('insert into evidence_holder values ($1, $2) on conflict do nothing', [
      sha256,
      organisationId,
    ])
    return c.json({ sha256, bytes: put.bytes }, 201)
  })
  return app
}

const tooLarge = () =>
  new HttpProblem(413, `Evidence may have at most ${MAX_EVIDENCE / 1024 / 1024} MiB.`, {
    headers: { connection: 'close' },
  })
