import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { ProblemAnswer } from '../utils/notice'

/** An answer that says what is wrong (RFC 9457). */
export class HttpProblem extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly title: string,
    readonly more: {
      detail?: string
      errors?: ProblemAnswer['errors']
      headers?: Record<string, string>
    } = {},
  ) {
    super(title)
  }
}

/** Writes a problem as `application/problem+json`. */
export function answerProblem(c: Context, { status, title, more }: HttpProblem): Response {
  const { headers, ...fields } = more
  const body: ProblemAnswer = { type: 'about:blank', title, status, ...fields }
  return c.body(JSON.stringify(body), status, { ...headers, 'content-type': 'application/problem+json' })
}

/** What does not fit a schema, each field by its JSON pointer. */
export function invalid(error: z.ZodError): HttpProblem {
  const errors = error.issues.slice(0, 50).map(({ path, message }) => ({
    pointer: `/${path.map(String).join('/')}`.slice(0, 300),
    detail: message.slice(0, 1000),
  }))
  return new HttpProblem(422, 'The notice does not fit its schema.', { errors })
}
