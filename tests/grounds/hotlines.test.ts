import { describe, expect, it } from 'vitest'
import { hotlineFor } from '../../utils/grounds/hotlines'
import hotlines from '../../utils/grounds/hotlines.json'
import { sampleGround } from '../support/samples'

const bare = (jurisdiction?: string) =>
  sampleGround({ capture: 'url', ...(jurisdiction ? { jurisdiction } : {}) })

describe('the hotline beside the platform', () => {
  it('is the law’s country’s, then the reviewer’s, then the international list', () => {
    expect(hotlineFor(bare('DE'), 'KZ')?.name).toBe(hotlines.national.DE.name)
    expect(hotlineFor(bare(), 'KZ')?.name).toBe('SafeKaznet')
    expect(hotlineFor(bare('US'), null)?.name).toBe('INHOPE')
  })

  it('is offered with what is reported by address alone, with nothing else', () => {
    expect(hotlineFor(sampleGround({ capture: 'full', jurisdiction: 'DE' }), 'DE')).toBeNull()
  })

  it('has its source', () => {
    for (const one of [...Object.values(hotlines.national), hotlines.elsewhere]) {
      expect(one.source).toMatch(/^https:\/\//)
      expect(one.confidence).toMatch(/^[SNK]$/)
    }
  })
})
