const LONGEST = 64
/** Rows of the table below, kept: thousands of words are compared at one keystroke. */
const ROWS = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1))

/**
 * How many typing errors lie between what was typed and some beginning of the word: letters left out, added, changed
 * or swapped with the next (optimal string alignment). More than `most` gives `most + 1`, as soon as it is certain;
 * so does what is longer than 60 letters.
 */
export function distanceToPrefix(typed: string, word: string, most: number): number {
  const far = most + 1
  const height = typed.length
  if (height > LONGEST - 4 || word.length < height - most) return far
  const width = Math.min(word.length, height + most)
  let [before, last, next] = ROWS as [Uint8Array, Uint8Array, Uint8Array]
  for (let column = 0; column <= width; column++) last[column] = column
  for (let row = 1; row <= height; row++) {
    const letter = typed.charCodeAt(row - 1)
    let left = row
    let least = row
    next[0] = row
    for (let column = 1; column <= width; column++) {
      const other = word.charCodeAt(column - 1)
      const diagonal = last[column - 1] as number
      let cost = Math.min((last[column] as number) + 1, left + 1, letter === other ? diagonal : diagonal + 1)
      if (
        row > 1 &&
        column > 1 &&
        letter === word.charCodeAt(column - 2) &&
        typed.charCodeAt(row - 2) === other
      ) {
        cost = Math.min(cost, (before[column - 2] as number) + 1)
      }
      next[column] = cost
      left = cost
      if (cost < least) least = cost
    }
    if (least > most) return far
    ;[before, last, next] = [last, next, before]
  }
  let best = far
  for (let column = 0; column <= width; column++) best = Math.min(best, last[column] as number)
  return best
}
