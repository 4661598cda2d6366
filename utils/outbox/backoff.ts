const FIRST = 1_000
const LONGEST = 15 * 60_000

/**
 * How long to wait before attempt `attempts + 1`, milliseconds: exponential with full jitter, 1 s to 15 min; what
 * the backend asked for (`Retry-After`) is the least. `random` gives 0 ≤ x < 1.
 */
export function backoff(attempts: number, askedMs: number | null, random: () => number): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.min(Math.max(attempts, 0), 20))
  const jittered = Math.max(FIRST / 2, random() * ceiling)
  // "At once" is no wait: asked again and again, it would be a storm.
  return Math.round(askedMs === null || askedMs < FIRST ? jittered : askedMs + random() * FIRST)
}
