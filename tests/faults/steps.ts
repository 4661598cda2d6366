/** How one notice goes in a case: to a decision, or taken back after it was delivered. */
export type Life = 'decided' | 'withdrawn'
export type Step = { point: string; life: Life }

const commit = (name: string, life: Life = 'decided'): Step[] => [
  { point: `commit ${name}: before`, life },
  { point: `commit ${name}: after`, life },
]
const exchange = (name: string, body: boolean, life: Life = 'decided'): Step[] => [
  { point: `${name}: sent`, life },
  ...(body ? [{ point: `${name}: half`, life }] : []),
  { point: `${name}: answered`, life },
]

/** Every step between the press and the decision (and of a withdrawal), in its order: its number is its place. */
export const STEPS: readonly Step[] = [
  ...commit('draft'),
  ...commit('body'),
  ...commit('submit'),
  ...commit('due'),
  ...commit('send'),
  ...exchange('HEAD evidence', false),
  ...exchange('PUT evidence', true),
  ...exchange('POST notice', true),
  ...commit('receipt'),
  ...exchange('GET changes', false),
  ...commit('decide'),
  ...commit('cursor'),
  ...commit('withdraw', 'withdrawn'),
  ...exchange('POST withdrawal', true, 'withdrawn'),
  ...commit('told', 'withdrawn'),
]

/** What is done to a notice's way at a step. */
export const FAULTS = [
  'worker stopped',
  'browser killed',
  'backend killed',
  'database killed',
  'cut before the request',
  'cut in the upload',
  'cut before the answer',
] as const
export type Fault = (typeof FAULTS)[number]

export type Case = Step & { step: number; fault: Fault }

/** A step's number; they count from 1. */
export const stepOf = (point: string): number => STEPS.findIndex((one) => one.point === point) + 1

/** Is there still something to come that the fault can meet? (After its last upload, no upload of a notice can be cut.) */
function canMeet(step: number, fault: Fault): boolean {
  if (fault !== 'cut in the upload') return true
  const upload = STEPS[step - 1]?.life === 'withdrawn' ? 'POST withdrawal: half' : 'POST notice: half'
  return step <= stepOf(upload)
}

/** Every step with every fault that can meet something there. */
export const cases = (): Case[] =>
  STEPS.flatMap((one, i) =>
    FAULTS.filter((fault) => canMeet(i + 1, fault)).map((fault) => ({ ...one, step: i + 1, fault })),
  )

/** `count` of them, spread over all steps and faults. */
export function spread(all: readonly Case[], count: number): Case[] {
  if (count >= all.length) return [...all]
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)] as Case)
}
