import type { Form } from '../../utils/messages'

/** A change goes to the disk at most so much later, milliseconds: after 300 it has to lie there, on a busy machine too. */
export const PAUSE = 150
/** When keeping failed, it is tried again after this time, milliseconds. */
const AGAIN = 2000

export type Saver = ReturnType<typeof createSaver>

/**
 * Keeps what is typed: at most `PAUSE` after the first change that is not kept yet, one after the other, the newest
 * last. `done` hears how each went (the error, or null).
 */
export function createSaver(save: (form: Form) => Promise<unknown>, done: (error: unknown) => void) {
  let waiting: Form | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let going: Promise<void> = Promise.resolve()

  /** Keeps at once what is not kept; resolves when it is, or could not be. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (waiting === null) return going
    const form = waiting
    waiting = null
    // Sent now, not after the one before: the page may be gone by then. The background keeps the order.
    const saved = save(form).then(
      () => done(null),
      (error: unknown) => {
        waiting ??= form
        timer ??= setTimeout(flush, AGAIN)
        done(error)
      },
    )
    going = Promise.all([going, saved]).then(() => {})
    return going
  }

  return {
    flush,
    change(form: Form) {
      waiting = form
      timer ??= setTimeout(flush, PAUSE)
    },
    /** What was not kept yet is dropped: it is being sent, or discarded. */
    drop() {
      clearTimeout(timer)
      timer = undefined
      waiting = null
    },
  }
}
