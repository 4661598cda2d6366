import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Ask, MessageType, Reply } from '../utils/messages'
import type { Problem } from '../utils/problem'
import { ask, problemIn } from './ask'

/** What the background answers to a question, asked when the page opens and at `again`. */
export type Asked<T> = { value: T | null; problem: Problem | null; again: () => Promise<void> }

/** Asks the background as long as the component is there; `again` keeps the old value until the new one is here. */
export function useAsked<T extends MessageType>(type: T, payload: Ask<T>): Asked<Reply<T>> {
  const [value, setValue] = useState<Reply<T> | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const key = JSON.stringify(payload)
  const again = useCallback(async () => {
    try {
      setValue(await ask(type, JSON.parse(key)))
      setProblem(null)
    } catch (error) {
      setProblem(problemIn(error))
    }
  }, [type, key])
  useEffect(() => void again(), [again])
  return { value, problem, again }
}

/** Runs one piece of work at a time: whether it runs, and what went wrong with the last one. */
export function useWork() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  /** True when it went well. */
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
      return true
    } catch (error) {
      setProblem(problemIn(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run, forget: () => setProblem(null) }
}
