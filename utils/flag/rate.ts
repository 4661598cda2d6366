/** At most `count` times in `ms` milliseconds: true while it may happen once more. */
export function rate(count: number, ms: number): () => boolean {
  const times: number[] = []
  return () => {
    const now = performance.now()
    while (times.length && now - (times[0] as number) > ms) times.shift()
    if (times.length >= count) return false
    times.push(now)
    return true
  }
}
