import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import { pointerOf } from '../utils/assess/field'
import { SAFEGUARDS } from '../utils/assess/safeguards'
import { wordsOf } from '../utils/i18n/catalogue'
import { makeTranslator } from '../utils/i18n/translator'
import type { Finding, ProblemAnswer } from '../utils/notice'
import type { Problem } from '../utils/problem'

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

const words = makeTranslator(wordsOf('en', ['assess']), 'en')

/** Findings of due process, each with its field, its rule and what to do. */
export function findings(problems: readonly Problem[]): Finding[] {
  return problems.slice(0, 50).map(({ code, field, params }) => {
    const rule = SAFEGUARDS.find(({ finds }) => Object.hasOwn(finds, code))
    const text = words(`problem.${code}`, params)
    return {
      pointer: pointerOf(field).slice(0, 300),
      detail: (rule ? `${text} (${rule.id}, safeguard ${rule.number})` : text).slice(0, 1000),
      code,
      ...(params ? { params } : {}),
    }
  })
}

/** Why due process does not let a notice in: each finding with its field, its rule and what to do. */
export function blocked(problems: readonly Problem[]): HttpProblem {
  const errors = findings(problems)
  return new HttpProblem(422, 'Due process does not let this notice in.', {
    ...(errors[0] ? { detail: errors[0].detail } : {}),
    errors,
  })
}
