import fs from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { verifyFile } from './verify/file'
import { readTrust } from './verify/trust'

/**
 * `npm run verify -- FILE…`: says line by line what was checked in each file (a bundle, an exported ledger), what holds,
 * what fails. Ends with 0 only if everything holds in every one of them. `--keys FILE`: the backend's keys for receipts (its
 * `/.well-known/jwks.json`), `--roots FILE`: PEM of the roots that a timestamp's certificate has to lead to, `--receipt FILE`: a
 * receipt from the backend's own records, by which a ledger's cut end shows.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keys: { type: 'string' },
    roots: { type: 'string' },
    receipt: { type: 'string', multiple: true },
  },
})
if (positionals.length === 0) {
  console.log('Which file? npm run verify -- FILE [--keys JWKS.json] [--roots ROOTS.pem] [--receipt FILE]')
  process.exit(2)
}
const trust = await readTrust(values, fs)
let good = true
for (const file of positionals) {
  const { holds, text } = await verifyFile(file, trust, fs)
  console.log(text)
  good &&= holds
}
process.exit(good ? 0 : 1)
