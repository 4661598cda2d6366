import { fakeBrowser } from 'wxt/testing/fake-browser'

/** Stands in for `webextension-polyfill` in unit tests (see vitest.config.ts): WXT's fake of the WebExtensions API. */
export { fakeBrowser }
export default fakeBrowser
