import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { outboxPage } from '../../scripts/outbox-page'
import { FAULT_TABLE } from './fault-table'

const ROOT = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8')

describe('the faults of a notice’s way', () => {
  it('are all there, in order', () => {
    expect(FAULT_TABLE.map(({ id }) => id)).toEqual(Array.from({ length: 29 }, (_, i) => i + 1))
  })

  it.each(FAULT_TABLE)('$id ($fault) has its tests', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0)
    for (const [file, name] of tests) expect(read(file), `${file}: ${name}`).toContain(name)
  })
})

it('the page is what the code says: npm run outbox-page', () => {
  expect(read('docs/outbox.md')).toBe(outboxPage())
})
