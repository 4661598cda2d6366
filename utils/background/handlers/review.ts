import { listConnections, openConnection } from '../../connectors/connections'
import type { Access, Reviews } from '../../connectors/connector'
import { base64 } from '../../evidence/base64'
import type { Connection, ReviewList } from '../../messages'
import { ProblemError, toProblem } from '../../problem'
import type { Handlers } from '../router'
import type { Service } from '../service'

type ReviewMessages = 'review.list' | 'review.settle' | 'review.evidence'

/** Longest wait for an answer about reviews, milliseconds. */
const TIMEOUT = 30_000
const EVIDENCE_TIMEOUT = 150_000
/** Bytes of a bundle that one message carries. */
const PART = 6 * 1024 * 1024

type Desk = { connection: Connection; reviews: Reviews; access: Access }

/** Messages of the second reviewer: what waits, its evidence, the word on it. */
export function reviewHandlers({ outbox }: Service): Pick<Handlers, ReviewMessages> {
  /** The last bundle that was asked for: the next part comes at once. */
  let kept: { sha256: string; bytes: Uint8Array<ArrayBuffer> } | null = null

  const desk = async (connectionId: string): Promise<Desk> => {
    const opened = await openConnection(connectionId)
    if (!opened) throw new ProblemError({ code: 'signInAgain' })
    const { connection, access, connector } = opened
    if (!connector.reviews) throw new ProblemError({ code: 'noReviewHere' })
    return { connection, access, reviews: connector.reviews }
  }

  return {
    async 'review.list'() {
      const asked = (await listConnections()).filter(
        ({ kind, account }) => kind === 'crs' && account.role !== 'reviewer',
      )
      return Promise.all(
        asked.map(async ({ id }): Promise<ReviewList> => {
          try {
            const { reviews, access } = await desk(id)
            const page = await reviews.list(access, AbortSignal.timeout(TIMEOUT))
            return { connectionId: id, ...page, problem: null }
          } catch (error) {
            return { connectionId: id, reviews: [], more: false, problem: toProblem(error) }
          }
        }),
      )
    },

    async 'review.settle'({ connectionId, noticeId, approve, reason }) {
      const { connection, reviews, access } = await desk(connectionId)
      // The backend refuses it, too; a notice of this browser's own is not even asked about.
      const own = await outbox.get(noticeId)
      if (own && own.accountId === connection.account.id) throw new ProblemError({ code: 'reviewForbidden' })
      await reviews.settle(noticeId, { approve, reason }, access, AbortSignal.timeout(TIMEOUT))
      return null
    },

    async 'review.evidence'({ connectionId, sha256, at }) {
      if (kept?.sha256 !== sha256) {
        const { reviews, access } = await desk(connectionId)
        const bytes = await reviews.evidence(sha256, access, AbortSignal.timeout(EVIDENCE_TIMEOUT))
        kept = { sha256, bytes }
      }
      const { bytes } = kept
      const part = base64(bytes.subarray(at, at + PART))
      if (at + PART >= bytes.length) kept = null
      return { part, bytes: bytes.length }
    },
  }
}
