import { describe, expect, it } from 'vitest'
import { clockOf, heardTime } from '../../utils/connectors/clock'

describe('the backend’s clock', () => {
  it('is taken from the middle of an exchange, by address, and only from a time', async () => {
    const at = Date.parse('2026-11-24T10:00:00.000Z')
    expect(await clockOf('https://crs.example/base')).toBeNull()
    heardTime('https://crs.example/v1/changes', 'Tue, 24 Nov 2026 10:00:05 GMT', at - 200, at + 200)
    heardTime('https://other.example/v1', 'Tue, 24 Nov 2026 09:00:00 GMT', at, at)
    await expect
      .poll(() => clockOf('https://crs.example/base'))
      .toEqual({ aheadMs: 5500, heardAt: '2026-11-24T10:00:00.200Z' })
    heardTime('https://crs.example/v1', 'yesterday', at, at)
    heardTime('https://crs.example/v1', null, at, at)
    expect((await clockOf('https://crs.example'))?.aheadMs).toBe(5500)
    expect(await clockOf('')).toBeNull()
  })
})
