import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startLookout } from '../utils/lookout/lookout'

/** Injected some seconds after a page of an enabled site: looks whether the site's rules still find its items. */
export default defineUnlistedScript(() => {
  const setup = globalThis.flagpostLookout
  globalThis.flagpostLookout = undefined
  if (setup) startLookout(setup)
})
