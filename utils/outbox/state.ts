/** The states of a notice, as in the design: `machine.ts` decides every step between them. */
export const STATES = [
  'draft',
  'held',
  'inReview',
  'queued',
  'sending',
  'delivered',
  'decided',
  'refused',
  'uncertain',
  'withdrawn',
] as const
export type State = (typeof STATES)[number]

/** States in which a notice needs the reviewer: what the badge counts and the popup shows first. */
export const NEEDS_REVIEWER: readonly State[] = ['refused', 'uncertain']
