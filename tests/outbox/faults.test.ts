import { describe, expect, it } from 'vitest'
import { judge, NOTICES } from './story'

/** Each seed is a story; `npm run faults -- --only model` tells a thousand, `FAULT_SEEDS` so many here. */
const SEEDS = Number(process.env.FAULT_SEEDS ?? 60)
const FIRST = Number(process.env.FAULT_FIRST ?? 1)

describe('the outbox under faults', () => {
  it(`loses nothing and doubles nothing in ${SEEDS} stories of ${NOTICES} notices`, {
    timeout: 600_000,
  }, async () => {
    for (let seed = FIRST; seed < FIRST + SEEDS; seed++)
      expect(await judge(seed), `seed ${seed}`).toEqual({ lost: 0, doubled: 0, wrong: [] })
  })
})
