import { z } from 'zod'
import { sha256 } from '../ledger/entry'
import { PendingReviews } from '../notice'
import { ProblemError } from '../problem'
import type { Access, Reviews } from './connector'
import { auth, putEvidence, refusal } from './crs-send'
import { problemOf, request } from './http'

/** Any JSON object: what a captive portal answers is none. */
const Taken = z.looseObject({ id: z.string() })
/** A bundle of 64 MiB over a slow line. */
const EVIDENCE_TIME = 120_000

/** Four eyes on the reference backend: `/v1/reviews`. */
export const crsReviews: Reviews = {
  async ask(parcel, access, signal) {
    const evidence = await putEvidence(parcel, access, signal)
    if (evidence) return evidence
    const answer = await request(
      `${access.address}/v1/reviews`,
      {
        method: 'POST',
        headers: { ...auth(access), 'content-type': 'application/json', 'idempotency-key': parcel.id },
        body: parcel.body,
      },
      signal,
    )
    if (!answer) return { kind: 'retry', problem: { code: 'backendDown' }, afterMs: null }
    // Its evidence was taken here, so the backend is there: it is one without second reviewers.
    if (answer.status === 404) return { kind: 'mend', problem: { code: 'noReviewHere' } }
    if (answer.status !== 200 && answer.status !== 201) return refusal(answer)
    const taken = Taken.safeParse(answer.json)
    if (taken.success && taken.data.id === parcel.id) return { kind: 'asked' }
    return { kind: 'retry', problem: { code: 'answerUnreadable' }, afterMs: null }
  },

  list: (access, signal) => asked(PendingReviews, '', {}, access, signal),

  async settle(noticeId, { approve, reason }, access, signal) {
    await asked(
      Taken,
      `/${noticeId}/${approve ? 'approve' : 'return'}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reason }),
      },
      access,
      signal,
    )
  },

  async evidence(digest, access, signal) {
    const response = await fetch(`${access.address}/v1/evidence/sha256/${digest}`, {
      headers: auth(access),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(EVIDENCE_TIME)]),
    }).catch(() => null)
    if (!response) throw new ProblemError({ code: 'backendDown' })
    if (!response.ok) throw new ProblemError({ code: 'evidenceGone' })
    const bytes = new Uint8Array(await response.arrayBuffer())
    if ((await sha256(bytes)) !== digest)
      throw new ProblemError({ code: 'bundleBroken', params: { what: digest } })
    return bytes
  },
}

/**
 * One request about reviews.
 * @throws ProblemError `reviewForbidden` (this account is no second reviewer), `reviewGone` (taken back or unknown),
 * `reviewSettled` (another one was quicker), and as `ask` of `http.ts`.
 */
async function asked<T>(
  schema: z.ZodType<T>,
  path: string,
  init: RequestInit,
  access: Access,
  signal: AbortSignal,
): Promise<T> {
  const headers = { ...init.headers, ...auth(access) }
  const answer = await request(`${access.address}/v1/reviews${path}`, { ...init, headers }, signal)
  if (!answer) throw new ProblemError({ code: 'backendDown' })
  if (answer.status >= 400) {
    const code = SAYS[answer.status] ?? 'backendSays'
    throw new ProblemError(code === 'backendSays' ? problemOf(code, answer) : { code })
  }
  const parsed = schema.safeParse(answer.json)
  if (!parsed.success) throw new ProblemError({ code: 'answerUnreadable' })
  return parsed.data
}

const SAYS: Record<number, string> = {
  401: 'signInAgain',
  403: 'reviewForbidden',
  404: 'reviewGone',
  409: 'reviewSettled',
}
