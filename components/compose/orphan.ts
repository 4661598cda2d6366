import { useEffect, useState } from 'preact/hooks'
import { alive } from '../ask'

/** An update of the extension cuts open forms off without a word: so it is looked after, milliseconds. */
const EVERY = 1000

/** Is the extension gone from under this form? Then nothing can be kept or sent any more. */
export function useOrphan(): boolean {
  const [orphan, setOrphan] = useState(false)
  useEffect(() => {
    const look = () => !alive() && setOrphan(true)
    const timer = setInterval(look, EVERY)
    addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', look)
    }
  }, [])
  return orphan
}
