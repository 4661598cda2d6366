import { base64 } from '../../bytes'
import { ProblemError } from '../../problem'
import { REVIEW_TIMEOUT, readReviews, reviewDesk } from '../reviews'
import type { Handlers } from '../router'
import type { Service } from '../service'

type ReviewMessages = 'review.list' | 'review.settle' | 'review.evidence'

const EVIDENCE_TIMEOUT = 150_000
/** Bytes of a bundle that one message carries. */
const PART = 6 * 1024 * 1024

/** Messages of the second reviewer: what waits, its evidence, the word on it. */
export function reviewHandlers({ outbox }: Service): Pick<Handlers, ReviewMessages> {
  /** The last bundle that was asked for: the next part comes at once. */
  let kept: { sha256: string; bytes: Uint8Array<ArrayBuffer> } | null = null

  return {
    'review.list': () => readReviews(),

    async 'review.settle'({ connectionId, noticeId, approve, reason }) {
      const { connection, reviews, access } = await reviewDesk(connectionId)
      // The backend refuses it, too; a notice of this browser's own is not even asked about.
      const own = await outbox.get(noticeId)
      if (own && own.accountId === connection.account.id) throw new ProblemError({ code: 'reviewForbidden' })
      await reviews.settle(noticeId, { approve, reason }, access, AbortSignal.timeout(REVIEW_TIMEOUT))
      // The badge follows; nobody waits for it.
      void readReviews().catch(() => {})
      return null
    },

    async 'review.evidence'({ connectionId, sha256, at }) {
      if (kept?.sha256 !== sha256) {
        const { reviews, access } = await reviewDesk(connectionId)
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
