/**
 * An error as a reviewer meets it: a code that the interface words (`problem.<code>`: what happened, what is
 * safe, what to do next), its figures, and the form's field that is wrong, if one is.
 */
export type Problem = { code: string; params?: Record<string, string | number>; field?: string }

/** The one error that the domain throws on purpose. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  /** `more`: further problems of the same kind, where a form has several. */
  constructor(
    readonly problem: Problem,
    readonly more: Problem[] = [],
  ) {
    super(problem.code)
  }
}

/** Any thrown thing as a problem; what nobody foresaw becomes `unexpected`, its message kept for the log only. */
export function toProblem(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { code: 'unexpected' }
}
