import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import pkg from '../../package.json'
import { sitesTable } from '../../scripts/readme-sites'
import { SITES } from '../../utils/sites'

const ROOT = path.resolve(import.meta.dirname, '../..')
const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8')

/** A table without what only lines its columns up. */
const bare = (table = '') => table.replace(/ +/g, ' ').replace(/-{3,}/g, '---')

describe('README', () => {
  it('lists every site as proven or unproven, as the index has it', () => {
    const table = /<!-- sites -->\n([\s\S]*?)\n?<!-- \/sites -->/.exec(readme)?.[1]?.trim()
    expect(bare(table)).toBe(bare(sitesTable()))
    expect(table?.split('\n')).toHaveLength(SITES.length + 2)
  })

  it('names only commands that are there', () => {
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name)
    expect(Object.keys(pkg.scripts)).toEqual(expect.arrayContaining(named))
  })

  it('shows only small pictures and files that are there', () => {
    const linked = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, file = '']) => file)
    for (const file of linked.filter((one) => !one.startsWith('http'))) {
      expect(existsSync(path.join(ROOT, file)), file).toBe(true)
      if (file.endsWith('.png')) expect(statSync(path.join(ROOT, file)).size, file).toBeLessThan(300_000)
    }
  })
})
