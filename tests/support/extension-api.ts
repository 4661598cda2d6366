import { fakeBrowser } from 'wxt/testing/fake-browser'
import { shippedText } from '../../scripts/pack-files'

const { getURL } = fakeBrowser.runtime
const dataUrl = (json: string) => `data:application/json;base64,${Buffer.from(json).toString('base64')}`

/** There is no server behind the fake's addresses: the one file that the background fetches is its own address. */
fakeBrowser.runtime.getURL = (file: string) =>
  file === 'grounds.json' ? dataUrl(shippedText()) : getURL(file as never)

/** Stands in for `webextension-polyfill` in unit tests (see vitest.config.ts): WXT's fake of the WebExtensions API. */
export { fakeBrowser }
export default fakeBrowser
