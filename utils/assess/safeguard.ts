import type { Notice } from '../notice'
import type { Problem } from '../problem'
import type { History } from './history'
import type { Rules } from './rules'

/** What a finding does: the notice may not go, a second reviewer decides, or the reviewer is asked to think again. */
export type Effect = 'block' | 'secondReviewer' | 'warn'

/** What a safeguard judges. `at`: when the notice was made, milliseconds since 1970; no safeguard looks at the clock. */
export type Case = { notice: Notice; history: History; rules: Rules; at: number }

/** One rule of due process, with each thing it can find. */
export type Safeguard = {
  id: string
  /** Which of the twenty safeguards it belongs to (`docs/safeguards.md`). */
  number: number
  /** The article or principle that it comes from. */
  source: string
  /** The codes of its problems (worded as `problem.<code>`) and what each does. */
  finds: Record<string, Effect>
  /** What it finds. Pure; a problem's `field` is named as the form names it. */
  check: (given: Case) => Problem[]
}

/** A problem where `found`, else nothing. */
export type When<C extends string> = (
  found: boolean,
  code: C,
  field?: string,
  params?: Problem['params'],
) => Problem[]

const when: When<string> = (found, code, field, params) =>
  found ? [{ code, ...(field ? { field } : {}), ...(params ? { params } : {}) }] : []

/** A safeguard whose check can only find what it lists. */
export function safeguard<const F extends Record<string, Effect>>(
  rule: Omit<Safeguard, 'finds' | 'check'> & {
    finds: F
    check: (given: Case, when: When<keyof F & string>) => Problem[]
  },
): Safeguard {
  return { ...rule, check: (given) => rule.check(given, when) }
}
