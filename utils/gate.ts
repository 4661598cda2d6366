/** What the browser says of the Send button. `visible`: nothing covers or fades it; null where it can't tell (Firefox). */
export type Sight = { ratio: number; visible: boolean | null }

/** How long the button must have been in plain sight before it sends, milliseconds. */
export const HOLD = 500

/** A zoomed page gives fractions of a pixel away; what is cut off by a page is more than that. */
const WHOLE = 0.99

/** Since when the button has been in plain sight (milliseconds, any clock that only goes forward), or null. */
export type Gate = { since: number | null }

export const SHUT: Gate = { since: null }

/** The gate after one look. A second good look does not begin anew, a bad one does. */
export function look(gate: Gate, { ratio, visible }: Sight, now: number): Gate {
  if (visible === false || ratio < WHOLE) return SHUT
  return gate.since === null ? { since: now } : gate
}

/** The gate after the button stood elsewhere or larger than before: it has to be seen there for as long again. */
export function moved(gate: Gate, now: number): Gate {
  return gate.since === null ? SHUT : { since: now }
}

/** Milliseconds until it opens; 0: it is open; null: it does not open by waiting. */
export function opensIn({ since }: Gate, now: number): number | null {
  return since === null ? null : Math.max(0, since + HOLD - now)
}
