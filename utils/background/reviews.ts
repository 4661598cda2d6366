import { listConnections, openConnection, whyClosed } from '../connectors/connections'
import type { Access, Reviews } from '../connectors/connector'
import type { Connection, ReviewList } from '../messages'
import { ProblemError, toProblem } from '../problem'
import { reviewsWaiting } from '../reviews-waiting'

/** Longest wait for an answer about reviews, milliseconds. */
export const REVIEW_TIMEOUT = 30_000

export type ReviewDesk = { connection: Connection; reviews: Reviews; access: Access }

/**
 * Where a connection's reviews are asked for.
 * @throws ProblemError `signInAgain`, `noReviewHere`.
 */
export async function reviewDesk(connectionId: string): Promise<ReviewDesk> {
  const opened = await openConnection(connectionId)
  if (!opened) throw new ProblemError(await whyClosed())
  const { connection, access, connector } = opened
  if (!connector.reviews) throw new ProblemError({ code: 'noReviewHere' })
  return { connection, access, reviews: connector.reviews }
}

/** What waits for this person's word, by connection; how many they are is kept for the badge and the pages. */
export async function readReviews(): Promise<ReviewList[]> {
  const asked = (await listConnections()).filter(
    ({ kind, account }) => kind === 'crs' && account.role !== 'reviewer',
  )
  const lists = await Promise.all(
    asked.map(async ({ id }): Promise<ReviewList> => {
      try {
        const { reviews, access } = await reviewDesk(id)
        const page = await reviews.list(access, AbortSignal.timeout(REVIEW_TIMEOUT))
        return { connectionId: id, ...page, problem: null }
      } catch (error) {
        return { connectionId: id, reviews: [], more: false, problem: toProblem(error) }
      }
    }),
  )
  await reviewsWaiting.set(
    lists.map(({ connectionId, reviews, problem }) => ({
      connectionId,
      count: problem ? null : reviews.length,
    })),
  )
  return lists
}
