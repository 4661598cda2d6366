import fs from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Key, wordsOf } from '../utils/i18n/catalogue'
import { problemText } from '../utils/i18n/problem-text'
import { makeTranslator } from '../utils/i18n/translator'
import { readLedger } from '../utils/ledger/export'
import { together } from '../utils/ledger/together'
import { ProblemError } from '../utils/problem'
import { registerJson } from '../utils/report/register'
import { reportCsv, reportJson, transparencyOf } from '../utils/report/transparency'

/**
 * `npm run report -- LEDGER… [--year 2026] [--out FOLDER]`: one transparency report (DSA Article 22(3)) and one public
 * register of several reviewers' saved ledgers. The same ledgers give the same bytes, in whatever order they are named.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { year: { type: 'string' }, out: { type: 'string', default: '.' } },
})
const year = values.year === undefined ? null : Number(values.year)
if (positionals.length === 0 || (year !== null && !/^\d{4}$/.test(values.year ?? ''))) {
  console.error('Which ledgers? npm run report -- LEDGER… [--year 2026] [--out FOLDER]')
  process.exit(2)
}
const t = makeTranslator<Key>(wordsOf('en'), 'en')
const ledgers = []
for (const file of positionals) {
  try {
    ledgers.push((await readLedger(await fs.readFile(file, 'utf8'))).entries)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    console.error(`${file}: ${problemText(t, error.problem)}`)
    process.exit(1)
  }
}
const entries = together(ledgers)
const report = transparencyOf(entries, year, ledgers)
const name = year ?? 'all'
await fs.mkdir(values.out, { recursive: true })
for (const [file, text] of [
  [`flagpost-transparency-${name}.csv`, reportCsv(report)],
  [`flagpost-transparency-${name}.json`, reportJson(report)],
  [`flagpost-register-${name}.json`, registerJson(entries, year)],
] as const) {
  await fs.writeFile(path.join(values.out, file), text)
  console.log(path.join(values.out, file))
}
console.log(`${report.notices} notices of ${report.ledgers.length} ledgers.`)
