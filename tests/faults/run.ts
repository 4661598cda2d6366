import { parseArgs } from 'node:util'
import { type Part, runFaults } from './faults'

/**
 * `npm run faults`: kills and cuts at every step of a notice's way, in real browsers against a real backend, and counts
 * what became of each notice by the backend's tables. Ends with 0 only when nothing was lost, doubled or left out.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    cases: { type: 'string' },
    from: { type: 'string' },
    seeds: { type: 'string' },
  },
})
const PARTS: readonly Part[] = ['model', 'chromium', 'firefox', 'drain']
const only = PARTS.filter((part) => values.only === undefined || values.only.split(',').includes(part))
if (only.length === 0) {
  console.error(`Usage: npm run faults -- [--only ${PARTS.join('|')}] [--cases N] [--from STEP] [--seeds N]`)
  process.exit(2)
}
const count = (text: string | undefined) => (text === undefined ? undefined : Number(text))
const good = await runFaults(
  only,
  { cases: count(values.cases), from: count(values.from), seeds: count(values.seeds) },
  console.log,
)
process.exit(good ? 0 : 1)
