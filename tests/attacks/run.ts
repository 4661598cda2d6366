import { buildGranted } from '../support/build'
import { arena } from './arena'
import { type Attack, Broken } from './attack'
import { ATTACKS } from './index'
import { UNSTOPPED } from './unstopped'

/**
 * `npm run attacks [-- --long] [-- PART OF A NAME…]`: every attack against the built extension in the real browser, one line
 * each; then what no extension can stop. Ends with 0 only if nothing was broken.
 */
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const long = process.argv.includes('--long')

const wanted = ATTACKS.filter((one) => long || !one.long).filter(
  ({ family, name }) => words.length === 0 || words.some((word) => `${family}: ${name}`.includes(word)),
)
await buildGranted()
const ring = await arena(true)
const counts = { held: 0, broken: 0 }

async function tryOut(attack: Attack): Promise<void> {
  const began = Date.now()
  let verdict: string
  try {
    const how = await attack.run(ring)
    counts.held += 1
    verdict = `held${typeof how === 'string' ? ` (${how})` : ''}`
  } catch (error) {
    counts.broken += 1
    verdict = `BROKEN: ${error instanceof Broken ? error.message : (error as Error).stack}`
  }
  const { family, name, tries } = attack
  console.log(`${family}: ${name} · ${tries} · ${verdict} · ${((Date.now() - began) / 1000).toFixed(1)} s`)
  await ring.clear()
}

/** What nobody can stop, tried where it can be shown, so that this list stays true. */
async function listUnstopped(): Promise<void> {
  console.log('\nWhat no extension can stop, and what the reviewer sees of it:')
  for (const { name, sees, shows } of UNSTOPPED) {
    const shown = await shows?.(ring).then(
      () => '',
      (error: Error) => ` · (no longer so: ${error.message})`,
    )
    console.log(`- ${name} · ${sees}${shown ?? ''}`)
    await ring.clear()
  }
}

try {
  for (const attack of wanted) await tryOut(attack)
  if (words.length === 0) await listUnstopped()
} finally {
  await ring.stop()
}
console.log(`\n${wanted.length} attacks, ${counts.held} held, ${counts.broken} broken`)
process.exit(counts.broken ? 1 : 0)
