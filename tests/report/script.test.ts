import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chain } from '../../utils/ledger/entry'
import { exportLedger } from '../../utils/ledger/export'
import { noticeFacts } from '../../utils/ledger/facts'
import { sampleNotice } from '../support/samples'

const ROOT = path.resolve(import.meta.dirname, '../..')
const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/report.ts', ...args], { cwd: ROOT })

let folder = ''
const at = (name: string) => path.join(folder, name)
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-report-'))
  for (const reviewer of ['a1', 'a2']) {
    const facts = await noticeFacts(sampleNotice(), 'Sample Office')
    const line = { noticeId: `n-${reviewer}`, reviewer, from: 'draft', to: 'held' }
    const made = await chain(null, { ...line, at: '2026-11-01T10:00:00.000Z', event: 'submit', facts })
    const arrived = await chain(made, {
      ...line,
      at: '2026-11-01T10:05:00.000Z',
      event: 'receipt',
      facts: {},
    })
    await fs.writeFile(at(`${reviewer}.jsonl`), exportLedger({ entries: [made, arrived], receipts: [] }))
  }
})
afterAll(() => fs.rm(folder, { recursive: true, force: true }))

describe('npm run report', () => {
  it('makes one report of several ledgers, the same bytes in whatever order they are named', async () => {
    await run(at('a1.jsonl'), at('a2.jsonl'), '--out', at('one'))
    await run(at('a2.jsonl'), at('a1.jsonl'), '--out', at('two'))
    for (const file of ['transparency-all.csv', 'transparency-all.json', 'register-all.json']) {
      const [one, two] = await Promise.all(
        ['one', 'two'].map((out) => fs.readFile(at(`${out}/flagpost-${file}`), 'utf8')),
      )
      expect(two, file).toBe(one)
    }
    const csv = await fs.readFile(at('one/flagpost-transparency-all.csv'), 'utf8')
    expect(csv.split('\r\n')[1]).toMatch(/,pending,2,5,$/)
  })

  it('takes no ledger that was changed, and says which', async () => {
    const text = await fs.readFile(at('a1.jsonl'), 'utf8')
    await fs.writeFile(at('changed.jsonl'), text.replace('"event":"receipt"', '"event":"arrived"'))
    await expect(run(at('changed.jsonl'), '--out', at('none'))).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/changed\.jsonl: The chain of this ledger breaks at line 2/),
    })
  })
})
