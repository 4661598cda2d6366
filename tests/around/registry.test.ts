import { describe, expect, it } from 'vitest'
import { TWENTY } from '../../scripts/safeguards-page'
import { SAFEGUARDS } from '../../utils/assess/safeguards'
import { TABLE } from './table'

const WAYS = ['form', 'message', 'api'] as const

describe('what is tried', () => {
  it.each(TWENTY)('is each of the twenty safeguards on all three ways: $number, $title', ({ number }) => {
    const cases = TABLE.filter(({ safeguard }) => safeguard === number)
    for (const way of WAYS) {
      const tries = cases.filter((one) => one[way].finds || one[way].special)
      expect(tries.length, way).toBeGreaterThan(0)
    }
  })

  it.each(SAFEGUARDS)('is each rule: $id', ({ id, number }) => {
    expect(TABLE.filter(({ rule, safeguard }) => rule === id && safeguard === number)).toHaveLength(1)
  })

  it('names findings that there are', () => {
    const codes = new Set([...SAFEGUARDS.flatMap(({ finds }) => Object.keys(finds)), 'declarationMissing'])
    for (const one of TABLE)
      for (const way of WAYS) if (one[way].finds) expect(codes, one[way].finds).toContain(one[way].finds)
  })
})
