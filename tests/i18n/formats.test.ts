import { describe, expect, it } from 'vitest'
import { translator } from '../../utils/i18n'
import { ago, day, exact, size } from '../../utils/i18n/formats'

const NOW = Date.UTC(2026, 10, 25, 12)
const t = translator('en')

describe('times', () => {
  it.each([
    [0, 'just now'],
    [59_000, 'just now'],
    [5 * 60_000, '5 min ago'],
    [2 * 3_600_000, '2 h ago'],
    [40 * 86_400_000, '40 d ago'],
    [-5000, 'just now'],
  ])('%d ms before now', (passed, words) => {
    expect(ago(NOW - passed, t, NOW)).toBe(words)
  })

  it('are written as the language writes them, the day first', () => {
    expect(day(NOW, 'en')).toBe('25 Nov 2026')
    expect(day(NOW, 'ru')).toMatch(/^25 нояб/)
    // Never as an unknown language: "2026 M11 25".
    expect(day(NOW, 'kk')).not.toMatch(/M11/)
    expect(exact(NOW, 'en')).toMatch(/^25 Nov 2026, \d\d:00$/)
  })
})

describe('sizes', () => {
  it.each([
    [0, '0 bytes'],
    [1023, '1,023 bytes'],
    [1536, '1.5 kB'],
    [64 * 1024 * 1024, '64 MB'],
    [3 * 1024 ** 4, '3,072 GB'],
  ])('%d', (bytes, words) => {
    expect(size(bytes, t)).toBe(words)
  })
})
