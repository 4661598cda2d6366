import fs from 'node:fs/promises'
import { verifyFile } from './verify/file'

/**
 * `npm run verify -- FILE…`: says line by line what was checked in each file, what holds, what fails. Ends with 0 only
 * if everything holds in every one of them.
 */
const files = process.argv.slice(2)
if (files.length === 0) {
  console.log('Which file? npm run verify -- FILE.wacz')
  process.exit(2)
}
let good = true
for (const file of files) {
  const { holds, text } = await verifyFile(file, fs)
  console.log(text)
  good &&= holds
}
process.exit(good ? 0 : 1)
