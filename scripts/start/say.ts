const began = performance.now()

/** One line with the seconds since the start. */
export function say(text: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`)
}

/** Does the work, says what it was and how long it took. */
export async function step<T>(text: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now()
  try {
    const result = await work()
    say(`${text} (${Math.round(performance.now() - from)} ms)`)
    return result
  } catch (error) {
    say(`${text}: failed`)
    throw error
  }
}
