import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { safeguardsPage, TWENTY } from '../../scripts/safeguards-page'
import { SAFEGUARDS } from '../../utils/assess/safeguards'
import { AREAS } from '../../utils/i18n/catalogue'

const ROOT = path.resolve(import.meta.dirname, '../..')

describe('the register of safeguards', () => {
  it('has all twenty, each with what holds it or what does not', () => {
    expect(TWENTY.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    for (const { number, elsewhere, open } of TWENTY) {
      expect(SAFEGUARDS.some((rule) => rule.number === number) || elsewhere.length > 0 || open).toBeTruthy()
      for (const file of elsewhere) expect(fs.existsSync(path.join(ROOT, file)), file).toBe(true)
    }
  })

  it('names each rule and each finding once, with a source and words', () => {
    const codes = SAFEGUARDS.flatMap(({ finds }) => Object.keys(finds))
    expect(new Set(codes).size).toBe(codes.length)
    expect(new Set(SAFEGUARDS.map(({ id }) => id)).size).toBe(SAFEGUARDS.length)
    for (const { source } of SAFEGUARDS) expect(source.length).toBeGreaterThan(10)
    // No finding without words, and no words for what is never found.
    expect(Object.keys(AREAS.assess.en).sort()).toEqual(codes.map((code) => `problem.${code}`).sort())
  })

  it('is what the page says: npm run safeguards', () => {
    expect(fs.readFileSync(path.join(ROOT, 'docs/safeguards.md'), 'utf8')).toBe(safeguardsPage())
  })

  it('asks, and orders nobody', () => {
    for (const words of Object.values(AREAS.assess)) {
      for (const text of Object.values(words))
        expect(text).not.toMatch(/must remove|take ?down|direct access|!/i)
    }
  })
})
