import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { type Arena, arena } from '../attacks/arena'
import { ATTACKS } from '../attacks/index'

/** The short cut of `npm run attacks`: one or a few of each family. */
describe('attacks', () => {
  let ring: Arena
  beforeAll(async () => {
    ring = await arena()
  })
  afterEach(() => ring.clear())
  afterAll(() => ring?.stop())

  const short = ATTACKS.filter((one) => one.short)
  it.each(short.map((one) => [`${one.family}: ${one.name}`, one] as const))('%s', async (_, attack) => {
    await attack.run(ring)
  })
})
