import fs from 'node:fs/promises'
import { READY, readyFile } from './build'

/** Installing browsers on a slow line takes minutes. */
const WITHIN = 15 * 60_000

/** Waits in front of a browser test until `build.ts` has made everything ready. @throws Error with its reason. */
async function waitUntilReady(): Promise<void> {
  const file = readyFile(process.env[READY] ?? '')
  for (const end = Date.now() + WITHIN; ; await new Promise((done) => setTimeout(done, 100))) {
    const said = await fs.readFile(file, 'utf8').catch(() => null)
    if (said === '') return
    if (said) throw new Error(said)
    if (Date.now() > end) throw new Error('Neither browser nor build came within a quarter of an hour.')
  }
}

await waitUntilReady()
