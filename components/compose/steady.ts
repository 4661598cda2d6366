import { useEffect, useRef, useState } from 'preact/hooks'

/**
 * The value as it was when the pointer went down, until it is up again. What a lost focus brings onto the page would
 * else move the very control that is being pressed away from under the pointer, and the click would be lost.
 */
export function useSteady<T>(value: T): T {
  const [pressed, setPressed] = useState(false)
  const kept = useRef(value)
  useEffect(() => {
    const life = new AbortController()
    const options = { capture: true, signal: life.signal }
    const release = () => setTimeout(() => setPressed(false))
    addEventListener('pointerdown', () => setPressed(true), options)
    for (const type of ['pointerup', 'pointercancel']) addEventListener(type, release, options)
    // The window's own: it may be let go anywhere then.
    addEventListener('blur', ({ target }) => target === window && release(), options)
    return () => life.abort()
  }, [])
  if (!pressed) kept.current = value
  return kept.current
}
