import { browser } from '../browser'
import { inForce, watchPolicy } from '../policy'
import { settings } from '../settings'

/**
 * Calls `lock` when the screen is locked, or nobody has touched keyboard and mouse for as long as the settings say.
 * To be called while the background starts: the browser wakes it for this.
 */
export function keepLocking(lock: () => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') lock()
  })
  const set = async () => browser.idle.setDetectionInterval((await inForce()).lockMinutes * 60)
  settings.watch(() => void set())
  watchPolicy(() => void set())
  void set()
}
