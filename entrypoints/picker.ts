import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startPicker } from '../utils/picker/picker'

/** Injected on demand: the person points at what is to be reported. */
export default defineUnlistedScript(() => {
  const words = globalThis.flagpostPicker
  globalThis.flagpostPicker = undefined
  if (words) startPicker(words)
})
