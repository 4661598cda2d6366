import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { createChecker } from '../tests/sites/check'
import { savedIn } from '../tests/sites/saved'
import { score } from '../tests/sites/score'
import { type Row, table } from '../tests/sites/table'
import { buildGranted } from '../tests/support/build'

/** `npm run sites:check -- DIR`: how exactly the built extension reads the saved pages of a folder. */
const folder = process.argv[2] && resolve(process.argv[2])
if (!folder || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(
    'Give a folder of saved pages: npm run sites:check -- DIR (with PLATFORM/NAME.html and NAME.json)',
  )
  process.exit(2)
}
const { pages, skipped } = savedIn(folder)
for (const { file, why } of skipped) console.log(`skipped ${file}: ${why}`)
if (pages.length === 0) {
  console.error(`There is no saved page in ${folder}.`)
  process.exit(2)
}
await buildGranted()
const checker = await createChecker()
const rows: Row[] = []
try {
  for (const page of pages) {
    const { name, legacy } = page
    try {
      const read = await checker.read(page)
      rows.push({ name, platform: page.site?.find.id ?? page.platform, legacy, score: score(read, page) })
    } catch (error) {
      const failed = `could not be read: ${String(error).split('\n')[0]}`
      rows.push({ name, platform: page.platform, legacy, score: score([], page), failed })
    }
  }
} finally {
  await checker.close()
}
console.log(table(rows))
