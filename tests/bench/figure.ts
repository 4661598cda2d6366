/** One measured figure, as it goes into `.output/bench.json`. A ratio has no unit. */
export type Figure = {
  name: string
  value: number
  unit: 'ratio' | 'kB' | 'ms' | 'count'
  /** The figure is good when it is at most this. */
  goal: number
  met: boolean
  /** First and third quartile of the single pairs; null for what does not vary. */
  spread: [number, number] | null
  /** How many pairs were measured. */
  pairs: number
}

/** One file of this folder that ends in `.bench.ts` exports one of these as its default. */
export type Bench = { about: string; run: () => Promise<Figure[]> }

const sorted = (values: number[]) => [...values].sort((a, b) => a - b)

/** The value below which `part` (0…1) of the values lie, between two neighbours by weight. */
export function quantile(values: number[], part: number): number {
  const all = sorted(values)
  const at = (all.length - 1) * part
  const low = all[Math.floor(at)] ?? Number.NaN
  const high = all[Math.ceil(at)] ?? Number.NaN
  return low + (high - low) * (at - Math.floor(at))
}

export const median = (values: number[]) => quantile(values, 0.5)

/**
 * Measures two things alternately in one run, after one pair to warm up; gives the ratio of their medians, with the
 * spread of the pairs. Both give milliseconds.
 */
export async function ratio(
  name: string,
  goal: number,
  of: () => Promise<number>,
  to: () => Promise<number>,
  pairs = 9,
): Promise<Figure> {
  await to()
  await of()
  const ours: number[] = []
  const bare: number[] = []
  for (let i = 0; i < pairs; i++) {
    // Which one goes first changes, so that neither always meets what the other has warmed.
    for (const first of i % 2 ? [true, false] : [false, true]) {
      if (first) ours.push(await of())
      else bare.push(await to())
    }
  }
  console.log(
    `  ${name}: ${median(ours).toFixed(1)} ms against ${median(bare).toFixed(1)} ms, ${pairs} pairs`,
  )
  return ratioOf(name, goal, ours, bare)
}

/** The ratio of two things that were measured alternately: of their medians, with the spread of the pairs. */
export function ratioOf(name: string, goal: number, ours: number[], bare: number[]): Figure {
  const value = median(ours) / median(bare)
  const single = ours.map((time, i) => time / (bare[i] ?? Number.NaN))
  return {
    name,
    value: round(value),
    unit: 'ratio',
    goal,
    met: value <= goal,
    spread: [round(quantile(single, 0.25)), round(quantile(single, 0.75))],
    pairs: ours.length,
  }
}

/** A figure that is the same each time: a size, a count. */
export function fixed(name: string, unit: Figure['unit'], value: number, goal: number): Figure {
  return { name, value: round(value), unit, goal, met: value <= goal, spread: null, pairs: 1 }
}

const round = (value: number) => Math.round(value * 1000) / 1000
