import { describe, expect, it } from 'vitest'
import { translator } from '../../utils/i18n'
import { markOf } from '../../utils/mark'

const ago = (ms: number) => Date.now() - ms
const HOUR = 3_600_000

describe('what the action shows of a notice', () => {
  const mark = (state: Parameters<typeof markOf>[0], locale: 'en' | 'ru' | 'kk' = 'en') =>
    markOf(state, translator(locale), locale)

  it('is its age while it is on its way, in minutes, hours or days', () => {
    expect(mark({ state: 'queued', at: ago(59_000), outcome: null }).text).toBe('0m')
    expect(mark({ state: 'delivered', at: ago(2 * HOUR + 1), outcome: null }).text).toBe('2h')
    expect(mark({ state: 'held', at: ago(50 * HOUR), outcome: null }).text).toBe('2d')
    expect(mark({ state: 'sending', at: ago(2 * HOUR + 1), outcome: null }, 'ru').text).toBe('2 ч')
  })

  it('is the decision’s word, else the state’s', () => {
    expect(mark({ state: 'decided', at: ago(0), outcome: 'removed' }).text).toBe('Removed')
    expect(mark({ state: 'refused', at: ago(0), outcome: null }).text).toBe(translator('en')('state.refused'))
  })

  it('says all of it in the name', () => {
    const { name } = mark({ state: 'decided', at: Date.UTC(2026, 10, 25, 9), outcome: 'removed' })
    expect(name).toMatch(/^Reported with Flagpost · 25 Nov 2026, .* · Removed$/)
  })

  it('fills the flag once the notice is more than a draft', () => {
    expect(mark({ state: 'draft', at: ago(0), outcome: null }).filled).toBe(false)
    expect(mark({ state: 'queued', at: ago(0), outcome: null }).filled).toBe(true)
  })
})
