/**
 * Asks for what is typed, never two questions at a time: while one is out, only the newest of the others is
 * remembered, and an answer that a newer question has overtaken is dropped.
 */
export function createLookup<T>(
  find: (query: string) => Promise<T>,
  show: (query: string, answer: T) => void,
  fail: (error: unknown) => void,
): (query: string) => void {
  let wanted: string | null = null
  let asking = false

  async function run() {
    if (asking) return
    asking = true
    while (wanted !== null) {
      const query: string = wanted
      wanted = null
      try {
        const answer = await find(query)
        if (wanted === null) show(query, answer)
      } catch (error) {
        if (wanted === null) fail(error)
      }
    }
    asking = false
  }

  return (query) => {
    wanted = query
    void run()
  }
}
