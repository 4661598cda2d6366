import { readdirSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { buildGranted, OUTPUT } from '../support/build'
import type { Bench, Figure } from './figure'

/** `npm run bench [-- name]`: every `*.bench.ts` here, one after the other; the figures go to `.output/bench.json`. */
const wanted = process.argv.slice(2)
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort()

await buildGranted()
const figures: Figure[] = []
const failed: string[] = []
for (const file of files) {
  const { default: bench } = (await import(path.join(import.meta.dirname, file))) as { default: Bench }
  console.log(bench.about)
  try {
    figures.push(...(await bench.run()))
  } catch (error) {
    // The others are measured all the same.
    console.error(error)
    failed.push(bench.about)
  }
}

const text = (value: number, unit: Figure['unit']) => (unit === 'ratio' ? `× ${value}` : `${value} ${unit}`)
console.log()
for (const { name, value, unit, goal, met, spread, pairs } of figures) {
  const scatter = spread ? `, half of ${pairs} pairs between ${spread[0]} and ${spread[1]}` : ''
  console.log(
    `${met ? 'met   ' : 'missed'}  ${name}: ${text(value, unit)} (goal ${text(goal, unit)}${scatter})`,
  )
}
for (const about of failed) console.log(`failed  ${about}: not measured, the reason stands above`)
await fs.mkdir(OUTPUT, { recursive: true })
await fs.writeFile(path.join(OUTPUT, 'bench.json'), `${JSON.stringify({ figures }, null, 2)}\n`)
process.exit(failed.length ? 1 : 0)
