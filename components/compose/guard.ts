import { useEffect, useRef } from 'preact/hooks'
import { ask } from '../ask'

/** What the person did within this time is the cause of what happens now, milliseconds. */
const SOON = 300
/** So long the page around may take to say what happened. */
const PATIENCE = 250

/**
 * Notices when the page takes the keyboard away while one types. The frame sees that it lost the focus, not why: a
 * key of the person's own that leads out of it (Tab, Escape), a press in it that opens another tab, or a hidden tab
 * need no question. Else the flag script is asked, which sees a trusted press on the page and whether the window
 * has the focus at all. Without its word, in time, the page took it. In a window of its own there is no such page.
 */
export function useGuard(nonce: string, on: boolean, taken: () => void): void {
  const call = useRef(taken)
  call.current = taken
  useEffect(() => {
    if (!on) return
    const end = new AbortController()
    const events = { capture: true, signal: end.signal }
    let own = -SOON
    const note = (event: Event) => {
      if (!event.isTrusted) return
      if (event instanceof KeyboardEvent && event.key !== 'Tab' && event.key !== 'Escape') return
      own = performance.now()
    }
    addEventListener('keydown', note, events)
    addEventListener('pointerdown', note, events)
    addEventListener(
      'blur',
      async ({ target }) => {
        if (target !== window || performance.now() - own < SOON) return
        const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE))
        const look = await Promise.race([ask('form.look', { nonce }).catch(() => null), late])
        if (look?.own || document.hidden || end.signal.aborted) return
        call.current()
      },
      events,
    )
    return () => end.abort()
  }, [nonce, on])
}
