import { useEffect, useState } from 'preact/hooks'
import { type InForce, inForce, watchPolicy } from '../utils/policy'
import { type Settings, settings } from '../utils/settings'

/** The settings as they are now, on whichever page they were changed; null for a moment at the start. */
export function useSettings(): Settings | null {
  const [now, setNow] = useState<Settings | null>(null)
  useEffect(() => {
    void settings.get().then(setNow)
    return settings.watch(setNow)
  }, [])
  return now
}

/** The settings as they are in force, and which of them an administrator has fixed; null for a moment at the start. */
export function useInForce(): InForce | null {
  const [now, set] = useState<InForce | null>(null)
  useEffect(() => {
    const read = () => void inForce().then(set)
    read()
    const ends = [settings.watch(read), watchPolicy(read)]
    return () => {
      for (const end of ends) end()
    }
  }, [])
  return now
}
