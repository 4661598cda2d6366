import { shareServer } from '../support/backend'
import { buildGranted, buildGrantedFirefox } from '../support/build'
import { findBrowser, provideFirefox } from '../support/find-browser'

/** Once for all browser tests: a browser, the builds they load, and the server of their databases. */
export async function setup(): Promise<() => Promise<void>> {
  await findBrowser()
  const firefox = await provideFirefox()
  await Promise.all([buildGranted(), firefox && buildGrantedFirefox()])
  return shareServer()
}
