import { useEffect, useRef } from 'preact/hooks'
import { ask } from '../ask'
import { keysAway } from './keys-away'

/** What the person did within this time is the cause of what happens now, milliseconds. */
const SOON = 300
/**
 * So long the page around may take to say what happened, before the worst is taken for true. A page that keeps itself
 * busy is not given time to read on.
 */
const PATIENCE = 40
/** So long after its start the form has the keyboard for certain, milliseconds. */
const SETTLED = 150

type Guard = {
  /** The page took the keyboard, or (not `sure`) may have. False: that was known before. */
  taken: (sure: boolean) => boolean
  /** It was the person after all. */
  own: () => void
}

/**
 * Notices when the page takes the keyboard away while one types. The frame sees that it lost the focus, not why: a
 * key of the person's own that leads out of it (Tab, Escape), a press in it that opens another tab, or a hidden tab
 * need no question. Else the flag script is asked, which sees a trusted press on the page and whether the window
 * has the focus at all. Without its word, in time, the page took it; a page that was only busy is believed later.
 * In a window of its own there is no such page.
 */
export function useGuard(nonce: string, on: boolean, guard: Guard): void {
  const now = useRef(guard)
  now.current = guard
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

    /** `waits`: without a word the page is not suspected. */
    async function question(waits: boolean) {
      let drawn = false
      const taken = (sure: boolean) => {
        if (!document.hidden && !end.signal.aborted) drawn = now.current.taken(sure) || drawn
      }
      const late = waits ? undefined : setTimeout(() => taken(false), PATIENCE)
      const look = await ask('form.look', { nonce }).catch(() => null)
      clearTimeout(late)
      if (!look?.own && (look || !waits)) taken(true)
      else if (drawn) now.current.own()
    }
    addEventListener(
      'blur',
      ({ target }) => {
        // A frame of the form's own (the snapshot) may have it.
        if (target !== window || document.hasFocus()) return
        if (performance.now() - own > SOON) void question(false)
      },
      events,
    )
    // The page may have been quicker than this guard.
    const settled = setTimeout(() => document.hasFocus() || question(true), SETTLED)
    if (keysAway()) now.current.taken(true)
    return () => {
      clearTimeout(settled)
      end.abort()
    }
  }, [nonce, on])
}
