import type { State } from '../utils/outbox/state'

/** One sign a state, 16 × 16, drawn in the colour of the text around it. */
const PATHS: Record<State, string> = {
  draft: 'M3 13l.7-2.9L10.7 3 13 5.3l-7.1 7zM9.2 4.6l2.2 2.2',
  held: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6.4 6v4M9.6 6v4',
  inReview:
    'M1.8 8s2.2-4 6.2-4 6.2 4 6.2 4-2.2 4-6.2 4-6.2-4-6.2-4zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z',
  queued: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.2 1.5',
  sending: 'M14 2.2L2.2 6.8l4.6 2.4 2.4 4.6zM14 2.2L6.8 9.2',
  delivered: 'M3 8.6l3.2 3.2L13 4.6',
  decided: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.2 8.2l2 2 3.6-4',
  refused: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  uncertain:
    'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6.2 6.4c0-1 .8-1.7 1.8-1.7s1.8.7 1.8 1.6c0 1.3-1.8 1.4-1.8 2.7M8 11v.3',
  withdrawn: 'M6 3.5L3 6.5l3 3M3.2 6.5H10a3 3 0 0 1 0 6H6',
}

/** The sign of a state; its word stands beside it. */
export function StateSign({ state }: { state: State }) {
  return (
    <svg class="state-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[state]} />
    </svg>
  )
}
