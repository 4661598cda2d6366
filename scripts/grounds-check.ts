import { packFiles, readPack, readPhrases, readTaxonomy } from './pack-files'
import { checkPacks } from './packs-check'

/** `npm run grounds:check`: all packs are checked; what is stale or of low confidence is printed. Exit 1 on errors. */
const today = new Date().toISOString().slice(0, 10)
const files = packFiles().map((file) => ({ file, json: readPack(file) }))
const { errors, stale, unsure, counts } = checkPacks(files, readPhrases(), readTaxonomy(), today)

const list = (title: string, lines: string[]) => {
  if (lines.length === 0) return
  console.log(`\n${title} (${lines.length})`)
  for (const line of lines) console.log(`  ${line}`)
}

for (const { file, grounds } of counts) console.log(`${String(grounds).padStart(4)}  ${file}`)
const sum = (kind: string) =>
  counts.filter(({ file }) => file.startsWith(kind)).reduce((total, { grounds }) => total + grounds, 0)
console.log(
  `${String(sum('law') + sum('policy')).padStart(4)}  grounds: ${sum('law')} of laws, ${sum('policy')} of platforms`,
)
list('Checked more than 12 months ago', stale)
list(
  'Not read in the source itself (N: number read, title from general knowledge; K: general knowledge)',
  unsure,
)
list('Errors', errors)
console.log(errors.length ? `\n${errors.length} errors.` : '\nNo errors.')
process.exit(errors.length ? 1 : 0)
