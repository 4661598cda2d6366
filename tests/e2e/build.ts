import fs from 'node:fs/promises'
import path from 'node:path'
import { shareServer } from '../support/backend'
import { buildGranted, buildGrantedFirefox, OUTPUT } from '../support/build'
import { findBrowser, provideFirefox } from '../support/find-browser'

/** What a run has made ready, or why it could not, by the run's own name. */
export const READY = 'FLAGPOST_TEST_RUN'
export const readyFile = (run: string): string => path.join(OUTPUT, `ready-${run}.txt`)

async function makeReady(): Promise<void> {
  await findBrowser()
  const firefox = await provideFirefox()
  await Promise.all([buildGranted(), firefox && buildGrantedFirefox()])
}

/**
 * Once for all browser tests: a browser, the builds they load, and the server of their databases. Browser and builds
 * are made ready while other tests run; `ready.ts` waits for them in front of the first browser test.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  // Both projects of browser tests ask for it.
  if (process.env[READY]) return undefined
  const run = crypto.randomUUID()
  process.env[READY] = run
  await fs.mkdir(OUTPUT, { recursive: true })
  const making = makeReady()
    .then(
      () => '',
      (error: Error) => error.message,
    )
    // In one step: a file that is there is whole.
    .then(async (said) => {
      await fs.writeFile(`${readyFile(run)}.new`, said)
      await fs.rename(`${readyFile(run)}.new`, readyFile(run))
    })
  const stop = await shareServer()
  return async () => {
    delete process.env[READY]
    await making
    await fs.rm(readyFile(run), { force: true })
    await stop()
  }
}
