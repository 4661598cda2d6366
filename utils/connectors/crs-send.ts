import { ProblemAnswer, UPLOAD_COMPLETE, UPLOAD_OFFSET } from '../notice'
import type { Access, Outcome, Parcel } from './connector'
import { type HttpAnswer, problemOf, request } from './http'

export const auth = (access: Access) => ({ authorization: `Bearer ${access.token}` })

/** No part of evidence is sent in smaller requests than this. */
const SMALLEST = 64 * 1024

/** Why something was not taken. */
export type Refusal = Extract<Outcome, { kind: 'retry' | 'mend' | 'pause' }>

/**
 * Content-addressed: a body that the backend has is not sent again, and an upload that broke off goes on where it
 * stopped. Null when the evidence is there.
 */
export async function putEvidence(
  { evidence }: Parcel,
  access: Access,
  signal: AbortSignal,
): Promise<Refusal | null> {
  if (!evidence) return null
  const url = `${access.address}/v1/evidence/sha256/${evidence.sha256}`
  const there = await request(url, { method: 'HEAD', headers: auth(access) }, signal)
  if (there?.status === 200 || there?.status === 204) return null
  const bytes = await evidence.read()
  const offset = there && there.uploadOffset < bytes.length ? there.uploadOffset : 0
  const put = (from: number, to: number) =>
    request(
      url,
      {
        method: 'PUT',
        headers: partHeaders(access, evidence.mediaType, from, to < bytes.length),
        body: bytes.subarray(from, to),
      },
      signal,
    )
  const whole = await put(offset, bytes.length)
  if (whole?.status !== 413) return meaning(whole)
  return isApi(whole) ? tooLarge(whole) : inParts(put, offset, bytes.length)
}

function partHeaders(access: Access, type: string, from: number, more: boolean): Record<string, string> {
  return {
    ...auth(access),
    'content-type': type,
    ...(from > 0 ? { [UPLOAD_OFFSET]: String(from) } : {}),
    ...(more ? { [UPLOAD_COMPLETE]: '?0' } : {}),
  }
}

/**
 * Something on the way (a proxy, often) takes no request that long: the same bytes in smaller requests, as small as they
 * have to be. Null when all of it is there.
 */
async function inParts(
  put: (from: number, to: number) => Promise<HttpAnswer | null>,
  offset: number,
  end: number,
): Promise<Refusal | null> {
  let size = Math.ceil((end - offset) / 2)
  for (let at = offset; at < end; ) {
    const to = Math.min(end, at + size)
    const answer = await put(at, to)
    if (answer?.status === 413 && size > SMALLEST && !isApi(answer)) size = Math.ceil(size / 2)
    else if (answer?.status === 413) return tooLarge(answer)
    else if (to < end && answer?.status === 202) at = to
    else return meaning(answer)
  }
  return null
}

/** The backend itself says so, in its own form (RFC 9457): it counts the whole, and smaller requests change nothing. */
const isApi = ({ json }: HttpAnswer): boolean => ProblemAnswer.safeParse(json).success

const tooLarge = (answer: HttpAnswer): Refusal => ({
  kind: 'mend',
  problem: problemOf('evidenceTooLarge', answer),
})

function meaning(answer: HttpAnswer | null): Refusal | null {
  if (!answer) return { kind: 'retry', problem: { code: 'backendDown' }, afterMs: null }
  return answer.status >= 200 && answer.status < 300 ? null : refusal(answer)
}

/** What each refusal means; nothing here ever drops a notice. */
export function refusal(answer: HttpAnswer): Refusal {
  const { status, retryAfterMs: afterMs } = answer
  if (status === 401) return { kind: 'pause', problem: { code: 'signInAgain' } }
  // Signed in, and not allowed to: another sign-in of the same account would change nothing.
  if (status === 403) return { kind: 'pause', problem: problemOf('accountRefused', answer) }
  if (status === 404 || status === 410) return { kind: 'pause', problem: { code: 'apiGone' } }
  if (status === 413) return { kind: 'mend', problem: problemOf('tooLarge', answer) }
  if (status === 429) return { kind: 'retry', problem: { code: 'backendBusy' }, afterMs }
  if (status === 409 && afterMs !== null) return { kind: 'retry', problem: { code: 'inProgress' }, afterMs }
  if (status === 408 || status === 425 || status >= 500) {
    return { kind: 'retry', problem: { code: 'backendFault', params: { status } }, afterMs }
  }
  if (status >= 400) return { kind: 'mend', problem: problemOf('backendSays', answer) }
  return { kind: 'retry', problem: { code: 'answerUnreadable' }, afterMs }
}
