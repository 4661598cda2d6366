import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { makeFixture } from '../utils/fixture/fixture'

/** Injected on demand, for developers: the page as a fixture, with what the site's rules find on it. */
export default defineUnlistedScript(() => {
  const ask = globalThis.flagpostAsk
  globalThis.flagpostAsk = undefined
  return ask && 'every' in ask ? makeFixture(ask, document) : null
})
