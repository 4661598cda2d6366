import { UPLOAD_OFFSET } from '../notice'
import type { Access, Outcome, Parcel } from './connector'
import { type HttpAnswer, problemOf, request } from './http'

export const auth = (access: Access) => ({ authorization: `Bearer ${access.token}` })

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
  const answer = await request(
    url,
    {
      method: 'PUT',
      headers: {
        ...auth(access),
        'content-type': evidence.mediaType,
        ...(offset > 0 ? { [UPLOAD_OFFSET]: String(offset) } : {}),
      },
      body: bytes.subarray(offset),
    },
    signal,
  )
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
