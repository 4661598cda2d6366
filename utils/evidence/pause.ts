/** So long the page waits for us at a time, milliseconds. */
const SLICE = 12

export type Pause = () => Promise<void> | undefined

/** For work in slices: what it gives is waited for between two steps, so that the page has its turn. */
export function createPause(): Pause {
  let since = performance.now()
  return () => {
    if (performance.now() - since < SLICE) return
    return turn().then(() => {
      since = performance.now()
    })
  }
}

/** Lets the page do what waits. */
export function turn(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done()
    port2.postMessage(null)
  })
}
