import { type Answer, type Ask, LINE, type MessageType, type Reply } from '../utils/messages'
import { ProblemError } from '../utils/problem'
import { alive, api, ask, given } from './ask'

type Told = Answer<unknown> | undefined

/**
 * A standing way to the background: a question on it is answered sooner than a message of its own. For questions that
 * may be asked twice: where the background ended before it answered, the question goes the other way.
 */
export function openLine() {
  /** Who waits, by number; told null when the line was cut. */
  const waiting = new Map<number, (answer: Told | null) => void>()
  let port: chrome.runtime.Port | null = null
  let asked = 0

  function tell(n: number, answer: Told | null) {
    const told = waiting.get(n)
    waiting.delete(n)
    told?.(answer)
  }

  function open(): chrome.runtime.Port {
    if (port) return port
    port = api.runtime.connect({ name: LINE })
    port.onMessage.addListener(({ n, answer }: { n: number; answer?: Told }) => tell(n, answer))
    port.onDisconnect.addListener(() => {
      port = null
      for (const n of [...waiting.keys()]) tell(n, null)
    })
    return port
  }

  return {
    /** Opens it ahead of the question. */
    ready(): void {
      if (alive()) open()
    },

    /**
     * Asks the background.
     * @throws ProblemError as `ask`.
     */
    async ask<T extends MessageType>(type: T, payload: Ask<T>): Promise<Reply<T>> {
      if (!alive()) throw new ProblemError({ code: 'orphaned' })
      const n = ++asked
      const answer = await new Promise<Told | null>((told) => {
        waiting.set(n, told)
        open().postMessage({ n, type, payload })
      })
      return answer === null ? ask(type, payload) : given<T>(answer)
    },
  }
}
