import { type Queue, readFront, readQueue } from '../../utils/outbox/queue'
import type { Outbox } from '../../utils/outbox/store'

/** Changes come in bursts while the queue drains; a page follows at this pace at most, milliseconds. */
const PACE = 120
/** The longer a reading takes, the rarer it is: it gets at most this part of the time. */
const SHARE = 1 / 4

/**
 * Reads the queue for a page: what stands in front at once, then all of it, and again whenever `soon` is called; one
 * reading at a time, and calls during one make one more. `end` ends it.
 */
export function readAgain(
  outbox: Outbox,
  show: (queue: Queue) => void,
  fail: (error: unknown) => void,
): { soon: () => void; end: () => void } {
  let busy = true
  let wanted = true
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function read(reading: () => Promise<Queue>): Promise<void> {
    const began = performance.now()
    try {
      const queue = await reading()
      if (!over) show(queue)
    } catch (error) {
      if (!over) fail(error)
    }
    // The first sight is followed by the whole at once.
    const pause = reading === front ? 0 : Math.max(PACE, (performance.now() - began) / SHARE)
    timer = setTimeout(rested, pause)
  }
  function rested(): void {
    busy = false
    if (wanted) soon()
  }
  function soon(): void {
    wanted = true
    if (busy || over) return
    busy = true
    wanted = false
    void read(whole)
  }
  const front = () => readFront(outbox)
  const whole = () => readQueue(outbox)
  void read(front)
  return {
    soon,
    end() {
      over = true
      clearTimeout(timer)
    },
  }
}
