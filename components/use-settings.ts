import { useEffect, useState } from 'preact/hooks'
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
