import type { z } from 'zod'
import { fieldOf } from '../assess/field'
import { isFinding } from '../assess/safeguards'
import { parseJson } from '../json'
import { ProblemAnswer, UPLOAD_OFFSET } from '../notice'
import type { Problem } from '../problem'
import { ProblemError } from '../problem'
import { heardTime } from './clock'

/** No answer of a backend is longer; a longer one is not read to its end. */
const MAX_ANSWER = 4 * 1024 * 1024
/** Below the browser's own limit of 30 s for a request of a service worker. */
const TIMEOUT = 25_000
/** The longest wait that a backend may ask for. */
const MAX_WAIT = 24 * 3_600_000

/** An answer of a backend that came whole. `json` is null where the body is none. */
export type HttpAnswer = {
  status: number
  text: string
  json: unknown
  retryAfterMs: number | null
  /** Of an upload that can go on: how many bytes of it are there. */
  uploadOffset: number
}

/**
 * One request to a backend: no cookies, no redirects (they would carry the token elsewhere), bounded in time and
 * size. Null when no whole answer came (network, time, size): nobody knows what the other side did.
 */
export async function request(
  url: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<HttpAnswer | null> {
  const sentAt = Date.now()
  try {
    const response = await fetch(url, {
      ...init,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
    })
    const date = response.headers.get('date')
    heardTime(url, date, sentAt)
    const text = await readText(response)
    return {
      status: response.status,
      text,
      json: parseJson(text),
      retryAfterMs: retryAfter(response.headers.get('retry-after'), date),
      uploadOffset: offsetOf(response.headers.get(UPLOAD_OFFSET)),
    }
  } catch {
    return null
  }
}

const offsetOf = (header: string | null): number => (/^\d{1,12}$/.test(header ?? '') ? Number(header) : 0)

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  if (!response.body) return ''
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > MAX_ANSWER) {
      await reader.cancel()
      throw new RangeError('answer too long')
    }
    text += decoder.decode(value, { stream: true })
  }
}

/**
 * `Retry-After` in both forms (RFC 9110, 10.2.3), milliseconds, at most a day; null where there is none. A point in time
 * is one of the backend's clock: it is counted from the answer's own `Date`, for ours may be days off.
 */
export function retryAfter(header: string | null, date: string | null): number | null {
  if (header === null) return null
  const heard = Date.parse(date ?? '')
  const now = Number.isNaN(heard) ? Date.now() : heard
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MAX_WAIT) : null
}

/** The backend asks to be left alone for a while. */
class AskedToWait extends ProblemError {
  constructor(
    problem: Problem,
    readonly afterMs: number,
  ) {
    super(problem)
  }
}

/** How long the backend has asked to wait, if that is why something failed. */
export const waitOf = (error: unknown): number | null => (error instanceof AskedToWait ? error.afterMs : null)

/** What the backend itself says is wrong, with the field that it names; what due process finds there in our own words. */
export function problemOf(code: string, answer: HttpAnswer): Problem {
  const parsed = ProblemAnswer.safeParse(answer.json)
  const said = parsed.success ? parsed.data : {}
  const first = said.errors?.[0]
  if (first?.code && isFinding(first.code)) {
    const { code: found, params, pointer } = first
    return { code: found, field: fieldOf(pointer), ...(params ? { params } : {}) }
  }
  const detail = first?.detail || said.detail || said.title || `HTTP ${answer.status}`
  const field = first && fieldOf(first.pointer)
  return {
    code,
    params: { status: answer.status, detail: detail.slice(0, 300) },
    ...(field ? { field } : {}),
  }
}

/** Asks for a JSON document that fits `schema`. Throws a ProblemError that says why there is none. */
export async function ask<T>(
  schema: z.ZodType<T>,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<T> {
  const answer = await request(url, init, signal)
  if (!answer) throw new ProblemError({ code: 'backendDown' })
  if (answer.status === 401) throw new ProblemError({ code: 'signInAgain' })
  if (answer.status === 403) throw new ProblemError(problemOf('accountRefused', answer))
  if (answer.status === 404 || answer.status === 410) throw new ProblemError(problemOf('notFound', answer))
  const { status, retryAfterMs } = answer
  if (retryAfterMs !== null && (status === 429 || status === 503))
    throw new AskedToWait({ code: 'backendBusy' }, retryAfterMs)
  if (answer.status >= 400) throw new ProblemError(problemOf('backendSays', answer))
  const parsed = schema.safeParse(answer.json)
  if (!parsed.success) throw new ProblemError({ code: 'answerUnreadable' })
  return parsed.data
}
