import { buildGranted, buildGrantedFirefox } from '../support/build'
import { findBrowser, provideFirefox } from '../support/find-browser'

/** Once for all browser tests: a browser, and the builds they load. */
export async function setup(): Promise<void> {
  await findBrowser()
  await buildGranted()
  if (await provideFirefox()) await buildGrantedFirefox()
}
