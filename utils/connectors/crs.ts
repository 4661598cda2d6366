import type { JWK } from 'jose'
import { z } from 'zod'
import { LEDGER_HEADER, writeHead } from '../ledger/head'
import { AccountAnswer, Changes, EnrolmentAnswer, ReceiptAnswer } from '../notice'
import { ProblemError, toProblem } from '../problem'
import type { Connector } from './connector'
import { crsReviews } from './crs-reviews'
import { auth, putEvidence, refusal } from './crs-send'
import { ask, request } from './http'
import { checkReceipt } from './receipt'

const Jwks = z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1).max(20) })
const Known = z.object({ receipt: z.string() })
const Unknown = z.object({ type: z.string(), title: z.string(), status: z.literal(404) })

/** The reference Content Reporting System (`backend/`). */
export const crs: Connector = {
  async deliver(parcel, access, signal) {
    const evidence = await putEvidence(parcel, access, signal)
    if (evidence) return evidence
    const answer = await request(
      `${access.address}/v1/notices`,
      {
        method: 'POST',
        headers: {
          ...auth(access),
          'content-type': 'application/json',
          'idempotency-key': parcel.id,
          ...(parcel.ledger ? { [LEDGER_HEADER]: writeHead(parcel.ledger) } : {}),
        },
        body: parcel.body,
      },
      signal,
    )
    // The key makes a second send harmless, so a lost answer is simply asked for again.
    if (!answer) return { kind: 'retry', problem: { code: 'backendDown' }, afterMs: null }
    if (answer.status !== 200 && answer.status !== 201) return refusal(answer)
    const parsed = ReceiptAnswer.safeParse(answer.json)
    if (!parsed.success) return { kind: 'retry', problem: { code: 'answerUnreadable' }, afterMs: null }
    const receipt = await checkReceipt(parsed.data.receipt, parcel, access.keys)
    return receipt ? { kind: 'receipt', receipt } : { kind: 'lost', problem: { code: 'receiptWrong' } }
  },

  async knows(noticeId, access, signal) {
    const answer = await request(
      `${access.address}/v1/notices/${noticeId}`,
      { headers: auth(access) },
      signal,
    )
    if (answer?.status === 200 && Known.safeParse(answer.json).success) return true
    // Any server says 404; only the API says it in this form (RFC 9457).
    if (answer?.status === 404 && Unknown.safeParse(answer.json).success) return false
    throw new ProblemError({ code: 'backendDown' })
  },

  changes: (cursor, access, signal) =>
    ask(
      Changes,
      `${access.address}/v1/changes${cursor === null ? '' : `?after=${encodeURIComponent(cursor)}`}`,
      { headers: auth(access) },
      signal,
    ),

  async sites(access, signal) {
    const answer = await request(`${access.address}/v1/sites`, { headers: auth(access) }, signal)
    return answer?.status === 200 ? answer.text : null
  },

  async withdraw(noticeId, reason, access, signal) {
    await ask(
      // Any JSON object: what a captive portal answers is none.
      z.looseObject({}),
      `${access.address}/v1/notices/${noticeId}/withdraw`,
      {
        method: 'POST',
        headers: {
          ...auth(access),
          'content-type': 'application/json',
          'idempotency-key': `${noticeId}-withdraw`,
        },
        body: JSON.stringify({ reason }),
      },
      signal,
    ).catch((error: unknown) => {
      // It takes the withdrawal of a notice that it does not have, too: who knows of none is not its API.
      throw toProblem(error).code === 'notFound' ? new ProblemError({ code: 'apiGone' }) : error
    })
  },

  reviews: crsReviews,

  account: (access, signal) =>
    ask(AccountAnswer, `${access.address}/v1/account`, { headers: auth(access) }, signal),
}

/**
 * The backend's public keys for receipts; pinned with the connection. Asked before anything else of a new backend:
 * it needs no account and changes nothing there.
 * @throws ProblemError `backendUnreached` (no answer that the browser lets us read), `noBackend` (another one).
 */
export async function fetchKeys(address: string, signal: AbortSignal): Promise<JWK[]> {
  const { host } = new URL(address)
  try {
    const { keys } = await ask(Jwks, `${address}/.well-known/jwks.json`, {}, signal)
    return keys as JWK[]
  } catch (error) {
    const code = toProblem(error).code === 'backendDown' ? 'backendUnreached' : 'noBackend'
    throw new ProblemError({ code, params: { host } })
  }
}

/**
 * The address and the code of an enrolment link (`https://host/enrol#code`, good once).
 * @throws ProblemError `linkWrong` for another shape; as `checkAddress`.
 */
export function readLink(link: string): { address: string; code: string } {
  const url = URL.canParse(link.trim()) ? new URL(link.trim()) : null
  const code = url?.hash.slice(1) ?? ''
  const more = url && (url.username || url.password || url.search)
  if (!url || more || !/^[\w-]{8,200}$/.test(code) || !url.pathname.endsWith('/enrol'))
    throw new ProblemError({ code: 'linkWrong' })
  return { address: checkAddress(url.origin + url.pathname.slice(0, -'/enrol'.length)), code }
}

/**
 * Turns an enrolment's code into a token.
 * @throws ProblemError `linkUsed` when the backend does not know the code (any more), `enrolLost` when no answer
 * came: then nobody knows whether the code is spent.
 */
export async function enrol(
  address: string,
  code: string,
  signal: AbortSignal,
): Promise<z.infer<typeof EnrolmentAnswer>> {
  try {
    return await ask(EnrolmentAnswer, `${address}/v1/enrolments/${code}`, { method: 'POST' }, signal)
  } catch (error) {
    const { code: went } = toProblem(error)
    if (went === 'notFound') throw new ProblemError({ code: 'linkUsed' })
    if (went === 'backendDown') throw new ProblemError({ code: 'enrolLost' })
    throw error
  }
}

/**
 * A backend's address in its one form, without a slash at the end.
 * @throws ProblemError `addressWrong`, or `addressInsecure` for anything but https (loopback excepted).
 */
export function checkAddress(address: string): string {
  const text = address.trim()
  if (!URL.canParse(text)) throw new ProblemError({ code: 'addressWrong' })
  const url = new URL(text)
  const loopback =
    url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback))
    throw new ProblemError({ code: 'addressInsecure' })
  if (url.username || url.password || url.search) throw new ProblemError({ code: 'addressWrong' })
  return url.origin + url.pathname.replace(/\/+$/, '')
}
