import { build, buildGranted } from '../support/build'
import { findBrowser, findFirefox } from '../support/find-browser'

/** Once for all browser tests: a browser, and the builds they load. */
export async function setup(): Promise<void> {
  await findBrowser()
  await buildGranted()
  if (findFirefox()) await build('firefox')
}
