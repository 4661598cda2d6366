import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { capture } from '../utils/evidence/capture'

/** Injected on demand: reads and serialises what was pointed at; its value is the background's answer. */
export default defineUnlistedScript(() => {
  const ask = globalThis.flagpostAsk
  globalThis.flagpostAsk = undefined
  return ask ? capture(ask, document) : null
})
