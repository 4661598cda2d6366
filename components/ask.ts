import type { Answer, Ask, MessageType, Reply } from '../utils/messages'
import { type Problem, ProblemError } from '../utils/problem'

/** The browser's own API (promises in every browser with MV3): the form stays free of the polyfill. */
export const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome

/** Is this page's extension still there? An update leaves open frames cut off. */
export const alive = () => Boolean(api.runtime?.id)

/**
 * Asks the background.
 * @throws ProblemError with what it answered; `orphaned` when the extension was updated under this page.
 */
export async function ask<T extends MessageType>(type: T, payload: Ask<T>): Promise<Reply<T>> {
  if (!alive()) throw new ProblemError({ code: 'orphaned' })
  return given<T>(await api.runtime.sendMessage({ type, payload }))
}

/**
 * The value of the background's answer.
 * @throws ProblemError with what it answered instead.
 */
export function given<T extends MessageType>(answer: Answer<unknown> | undefined): Reply<T> {
  if (!answer) throw new ProblemError({ code: 'unexpected' })
  if (!answer.ok) throw new ProblemError(answer.problem, answer.more)
  return answer.value as Reply<T>
}

/** The problem in anything that `ask` threw; a cut connection while the extension is going counts as `orphaned`. */
export function problemIn(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return { code: alive() ? 'unexpected' : 'orphaned' }
}
