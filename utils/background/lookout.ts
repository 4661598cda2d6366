import type { PageSetup } from '../messages'
import { askScript, LOOKOUT_SCRIPT } from '../scripts'

/** A page has drawn its first items by then, milliseconds; the background lives on for that long. */
const AFTER = 3000

/** Some time after a page of an enabled site said hello, a script looks whether the site's rules still hold on it. */
export function lookOverLater(tabId: number, address: string, setup: PageSetup): void {
  setTimeout(() => void lookOver(tabId, address, setup).catch(() => {}), AFTER)
}

async function lookOver(tabId: number, address: string, setup: PageSetup): Promise<void> {
  // The tab may show something else by now.
  const put = (given: PageSetup, origin: string) => {
    globalThis.flagpostLookout = location.origin === origin ? given : undefined
  }
  await askScript({ tabId, frameId: 0 }, LOOKOUT_SCRIPT, put, [setup, new URL(address).origin])
}
