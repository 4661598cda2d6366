import type { RefObject } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { look, moved, opensIn, SHUT } from '../../utils/gate'
import { ask } from '../ask'

/** `open`: it has been in plain sight long enough; `waiting`: not yet long enough; `hidden`: covered, faded or cut off. */
export type Sighted = 'open' | 'waiting' | 'hidden'

/** IntersectionObserver's second version, which only Chromium has. */
type Options = IntersectionObserverInit & { trackVisibility?: boolean; delay?: number }
type Entry = IntersectionObserverEntry & { isVisible?: boolean }

const OPTIONS: Options = { threshold: [0, 0.25, 0.5, 0.75, 0.99, 1], trackVisibility: true, delay: 100 }

/** How often it is looked whether the window was moved, of which no event tells, milliseconds. */
const FOLLOWED = 100

/**
 * Watches whether a person can see the Send button: a page can cover, fade or cut off the frame in which it stands
 * and have it pressed unseen. `now()` gives the state at this very moment, for the moment of sending.
 */
export function useSight(
  button: RefObject<HTMLElement | null>,
  stage: string,
): { sighted: Sighted; now: () => Sighted; uncovered: (nonce: string) => Promise<boolean> } {
  const [sighted, setSighted] = useState<Sighted>('waiting')
  const gate = useRef(SHUT)
  const seen = useRef(false)
  const blind = useRef(true)
  const observer = useRef<IntersectionObserver | null>(null)
  const place = useRef('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const tools = useMemo(() => {
    function take(entries: IntersectionObserverEntry[]) {
      for (const { intersectionRatio, isVisible } of entries as Entry[]) {
        seen.current = true
        blind.current = isVisible === undefined
        gate.current = look(
          gate.current,
          { ratio: intersectionRatio, visible: isVisible ?? null },
          performance.now(),
        )
      }
    }
    function state(now = performance.now()): Sighted {
      const wait = opensIn(gate.current, now)
      if (wait === 0) return 'open'
      return wait !== null || !seen.current ? 'waiting' : 'hidden'
    }
    /** Where the form stands on the screen, and how large: a page can move it under a press that was meant for itself. */
    function follow() {
      const now = [screenX, screenY, innerWidth, innerHeight, devicePixelRatio].join()
      if (now === place.current) return
      gate.current = moved(gate.current, performance.now())
      place.current = now
      show()
    }
    function show() {
      clearTimeout(timer.current)
      // One clock for both: between two looks at it the wait can end, and then nobody would look again.
      const now = performance.now()
      setSighted(state(now))
      const wait = opensIn(gate.current, now)
      if (wait) timer.current = setTimeout(show, wait)
    }
    return { take, state, show, follow }
  }, [])

  useEffect(() => {
    if (!button.current) return
    const watcher = new IntersectionObserver((entries) => {
      tools.take(entries)
      tools.show()
    }, OPTIONS)
    observer.current = watcher
    watcher.observe(button.current)
    addEventListener('resize', tools.follow)
    const pace = setInterval(tools.follow, FOLLOWED)
    return () => {
      watcher.disconnect()
      removeEventListener('resize', tools.follow)
      clearInterval(pace)
      clearTimeout(timer.current)
    }
  }, [button, tools, stage])

  return {
    sighted,
    now() {
      tools.take(observer.current?.takeRecords() ?? [])
      return tools.state()
    },
    /** Where the browser can't tell that something lies over the button, the flag script says whether the page does. */
    async uncovered(nonce) {
      if (blind.current === false) return true
      return (await ask('form.look', { nonce }).catch(() => null))?.top === true
    },
  }
}
