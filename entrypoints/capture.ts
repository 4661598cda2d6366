import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { capture } from '../utils/evidence/capture'
import { readEvery } from '../utils/sites/every'

/** Injected on demand: reads and serialises what was pointed at; its value is the background's answer. */
export default defineUnlistedScript(() => {
  const ask = globalThis.flagpostAsk
  globalThis.flagpostAsk = undefined
  if (!ask) return null
  return 'every' in ask ? readEvery(ask, document) : capture(ask, document)
})
