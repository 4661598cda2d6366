import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ATTACKS } from '../attacks/index'

const NAMES = new Set(ATTACKS.map(({ family, name }) => `${family}: ${name}`))
const FAMILIES = new Set(ATTACKS.map(({ family }) => family))
const LINES = readFileSync('docs/threat-model.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [STRIDE] +\|/.test(line))

function isThere(named: string): boolean {
  if (named.endsWith('.test.ts') || named.endsWith('.test.tsx')) return existsSync(named)
  return named.endsWith(': *') ? FAMILIES.has(named.slice(0, -3)) : NAMES.has(named)
}

describe('the threat model', () => {
  it.each(LINES)('%s', (line) => {
    const held = line.split('|')[4] ?? ''
    const named = [...held.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !isThere(name))).toEqual([])
    expect(named.length > 0 || held.includes('nothing can')).toBe(true)
  })

  it('speaks of every letter', () => {
    expect(LINES.length).toBeGreaterThan(25)
    expect(new Set(LINES.map((line) => line[2]))).toEqual(new Set('STRIDE'))
  })

  it('names each attack once', () => {
    expect(NAMES.size).toBe(ATTACKS.length)
    expect(ATTACKS.length).toBeGreaterThanOrEqual(60)
  })
})
