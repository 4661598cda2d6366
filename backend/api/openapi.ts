import { OpenAPIHono, z } from '@hono/zod-openapi'
import { LEDGER_HEADER } from '../../utils/ledger/head'
import {
  AccountAnswer,
  Changes,
  EnrolmentAnswer,
  Notice,
  PendingReviews,
  ProblemAnswer,
  ReceiptAnswer,
  UPLOAD_COMPLETE,
  UPLOAD_OFFSET,
  Verdict,
} from '../../utils/notice'

const json = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemAnswer } },
})

/** The envelope of a signed pack; see `utils/grounds/signed.ts`. */
const SignedPack = z.object({
  format: z.literal('flagpost.sites/1'),
  key: z.string(),
  signature: z.string(),
  pack: z.string(),
})

/** The API's description (OpenAPI 3.1), made from the very schemas that the extension and this server parse with. */
export function openApi(version: string, maxEvidence: number): object {
  const app = new OpenAPIHono()
  const registry = app.openAPIRegistry
  const token = registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  const security = [{ [token.name]: [] }]
  const refused = { 401: problem('Unknown token: sign in again.') }
  const hex = z.object({ hex: z.string().regex(/^[0-9a-f]{64}$/) })
  const id = z.object({ id: z.uuid() })

  registry.registerPath({
    method: 'put',
    path: '/v1/evidence/sha256/{hex}',
    summary: `One body of evidence, at most ${maxEvidence} bytes, hashed on its way.`,
    security,
    request: {
      params: hex,
      // From which byte on this part is; HEAD says how many are here.
      // `?0`: more follows in another request.
      headers: z.object({
        [UPLOAD_OFFSET]: z.string().optional(),
        [UPLOAD_COMPLETE]: z.literal(['?0', '?1']).optional(),
      }),
      body: { content: { 'application/octet-stream': { schema: z.string() } } },
    },
    responses: {
      ...refused,
      200: { description: 'It was here.' },
      201: { description: 'It is here now.' },
      202: { description: 'This part is here (Upload-Offset); the rest is waited for.' },
      409: problem('Another number of bytes is here (Upload-Offset), or a later upload goes on.'),
      413: problem('Too large.'),
      422: problem('The bytes have another digest.'),
    },
  })
  for (const method of ['head', 'get'] as const) {
    registry.registerPath({
      method,
      path: '/v1/evidence/sha256/{hex}',
      security,
      request: { params: hex },
      responses: { ...refused, 200: { description: 'It is here.' }, 404: problem('It is not here.') },
    })
  }
  registry.registerPath({
    method: 'post',
    path: '/v1/notices',
    summary: 'A notice (DSA Article 16). The same key with the same bytes gets the first receipt again.',
    security,
    request: {
      headers: z.object({
        'idempotency-key': z.uuid(),
        // The head of the sender's ledger, `SEQ.HASH`: kept, and countersigned in the receipt.
        [LEDGER_HEADER]: z.string().optional(),
      }),
      body: { content: { 'application/json': { schema: Notice } } },
    },
    responses: {
      ...refused,
      200: json(ReceiptAnswer, 'It was here: the first receipt.'),
      201: json(ReceiptAnswer, 'Received.'),
      400: problem('No key.'),
      409: problem('Its evidence is not here yet.'),
      413: problem('Too large.'),
      422: problem('A field is wrong, or the key was used for another notice.'),
    },
  })
  registry.registerPath({
    method: 'get',
    path: '/v1/notices/{id}',
    security,
    request: { params: id },
    responses: { ...refused, 200: { description: 'Its receipt.' }, 404: problem('Unknown.') },
  })
  registry.registerPath({
    method: 'post',
    path: '/v1/notices/{id}/withdraw',
    security,
    request: {
      params: id,
      body: { content: { 'application/json': { schema: z.object({ reason: z.string() }) } } },
    },
    responses: { ...refused, 200: { description: 'Withdrawn.' }, 404: problem('Unknown.') },
  })
  registry.registerPath({
    method: 'post',
    path: '/v1/reviews',
    summary:
      'A notice for a second reviewer of the organisation; the desk sees nothing of it before the approval.',
    security,
    request: {
      headers: z.object({ 'idempotency-key': z.uuid() }),
      body: { content: { 'application/json': { schema: Notice } } },
    },
    responses: {
      ...refused,
      200: { description: 'It was here.' },
      201: { description: 'It waits for a second reviewer.' },
      409: problem('Its evidence is not here yet.'),
      413: problem('Too large.'),
      422: problem('A field is wrong, due process blocks it, or the key was used for another notice.'),
    },
  })
  registry.registerPath({
    method: 'get',
    path: '/v1/reviews',
    summary: 'What waits for the word of this approver or lead; never an account’s own notices.',
    security,
    responses: { ...refused, 200: json(PendingReviews, 'The oldest first.'), 403: problem('Neither.') },
  })
  for (const word of ['approve', 'return']) {
    registry.registerPath({
      method: 'post',
      path: `/v1/reviews/{id}/${word}`,
      security,
      request: { params: id, body: { content: { 'application/json': { schema: Verdict } } } },
      responses: {
        ...refused,
        200: { description: 'The author hears of it by the change feed.' },
        403: problem('No second reviewer, or the notice’s author.'),
        404: problem('Unknown, of another organisation, or taken back.'),
        409: problem('Another word was given already.'),
      },
    })
  }
  registry.registerPath({
    method: 'get',
    path: '/v1/changes',
    summary: 'What happened to this account’s notices after a cursor.',
    security,
    request: { query: z.object({ after: z.string().optional() }) },
    responses: {
      ...refused,
      200: json(Changes, 'A page.'),
      410: problem('The cursor is of another database.'),
    },
  })
  registry.registerPath({
    method: 'get',
    path: '/v1/account',
    security,
    responses: { ...refused, 200: json(AccountAnswer, 'Who this token is.') },
  })
  registry.registerPath({
    method: 'get',
    path: '/v1/sites',
    summary: 'Newer rules by which the extension reads sites: a pack signed with the account’s `siteKey`.',
    security,
    responses: {
      ...refused,
      200: json(SignedPack, 'The signed pack.'),
      404: problem('This backend hands out none.'),
    },
  })
  registry.registerPath({
    method: 'post',
    path: '/v1/enrolments/{code}',
    request: { params: z.object({ code: z.string() }) },
    responses: { 200: json(EnrolmentAnswer, 'A token, given once.'), 404: problem('Unknown, used or over.') },
  })
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Flagpost Content Reporting System', version },
  })
}
