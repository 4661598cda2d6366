import { browser } from '../browser'
import type { Notice } from '../notice'

/** Which program made a notice. */
export const tool = (): Notice['tool'] => ({
  name: 'flagpost',
  version: browser.runtime.getManifest().version,
  browser: navigator.userAgent.slice(0, 200),
})
