// @vitest-environment happy-dom
import { render } from 'preact'
import { useRef } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useSight } from '../../components/compose/sight'

vi.mock('../../components/ask', () => ({ ask: async () => null }))

let looks: (entries: Partial<IntersectionObserverEntry & { isVisible: boolean }>[]) => void
/** A clock that goes on with every look at it, as a real one does. */
let clock = 0

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 0.3
    return clock
  })
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof looks) {
        looks = callback
      }
      observe() {}
      disconnect() {}
      takeRecords() {
        return []
      }
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function Probe() {
  const button = useRef<HTMLButtonElement>(null)
  const { sighted } = useSight(button, 'editing')
  return (
    <button ref={button} type="button">
      {sighted}
    </button>
  )
}

it('opens also when its half second ends between two looks at the clock', async () => {
  const host = document.createElement('div')
  await act(() => render(<Probe />, host))
  clock = 0
  await act(() => looks([{ intersectionRatio: 1, isVisible: true }]))
  expect(host.textContent).toBe('waiting')
  // The timer fires a fraction early: the end of the wait lies between this look and the next.
  clock = 499.75
  await act(() => void vi.advanceTimersToNextTimer())
  clock = 600
  await act(() => void vi.runAllTimers())
  expect(host.textContent).toBe('open')
})
