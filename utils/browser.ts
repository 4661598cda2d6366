import browser from 'webextension-polyfill'

/** The WebExtensions API with promises in every browser. Never imported by the content script (about 10 kB). */
export { browser }
