import { useEffect, useState } from 'preact/hooks'
import { reviewsWaiting } from '../utils/reviews-waiting'

/** How many notices wait for this person's word as second reviewer, as the background last read it. */
export function useReviewsWaiting(): number {
  const [count, set] = useState(0)
  useEffect(() => {
    void reviewsWaiting.get().then(set)
    return reviewsWaiting.watch(set)
  }, [])
  return count
}
