import type { Arena } from './arena'

/**
 * One attack: what the page (or whoever it is) tries. `run` throws `Broken` where it was not held; a text that it
 * gives says how it was.
 */
export type Attack = {
  family: string
  name: string
  tries: string
  /** Also part of the short cut in `npm test`. */
  short?: boolean
  /** Longer than a minute: only with `--long`. */
  long?: boolean
  run: (arena: Arena) => Promise<unknown>
}

/** What no extension can stop, and what the reviewer sees of it; `shows` tries that it is so. */
export type Unstopped = {
  name: string
  sees: string
  shows?: (arena: Arena) => Promise<void>
}

/** The attack went through. */
export class Broken extends Error {}

/** @throws Broken, unless it holds. */
export function hold(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Broken(otherwise)
}

/** @throws Broken, unless both are the same as JSON. */
export function same(found: unknown, wanted: unknown, what: string): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)]
  hold(is === should, `${what}: ${is?.slice(0, 400)} instead of ${should?.slice(0, 400)}`)
}
