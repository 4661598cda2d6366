import { defineContentScript } from 'wxt/utils/define-content-script'
import { startFlag } from '../utils/flag/flag'

/** Registered at run time for enabled sites, and injected on demand; the background decides where (`scripts.ts`). */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  main: () => startFlag(),
})
