import { expect, it } from 'vitest'
import { onStage } from '../faults/faults'
import { runCase } from '../faults/matrix'
import { cases, type Fault } from '../faults/steps'

/**
 * A short cut of `npm run faults`: most of its faults once, at the step where it hurts most. All steps with all faults, Firefox
 * and the drain through a wild way are that command's.
 */
const CUT: readonly [string, Fault][] = [
  ['commit submit: after', 'worker stopped'],
  ['POST notice: answered', 'browser killed'],
  ['POST notice: half', 'backend killed'],
  ['commit receipt: before', 'database killed'],
  ['PUT evidence: half', 'cut in the upload'],
  ['POST notice: answered', 'cut before the answer'],
]

it('loses and doubles nothing, whatever dies or breaks at any step', async () => {
  const list = CUT.map(([point, fault]) => cases().find((one) => one.point === point && one.fault === fault))
  await onStage('chromium', console.log, async (on) => {
    for (const [i, one] of list.entries()) {
      if (!one) throw new Error(`There is no such case: ${CUT[i]?.join(', ')}`)
      expect(await runCase(on, one, 100 + i), `${one.point}, ${one.fault}`).toEqual({
        lost: 0,
        doubled: 0,
        wrong: [],
      })
    }
  })
}, 240_000)
