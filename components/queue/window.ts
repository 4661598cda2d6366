/** Heights of the list's parts, CSS pixels; `queue.css` gives them to the elements. */
export const LINE = 56
export const HEAD = 32
/** Lines that are drawn beyond the edges, so that a quick scroll meets no gap. */
const BEYOND = 6

/** An open line's panel stands under it and is as high as it is. */
export type Open = { at: number; height: number } | null
export type Slice = { from: number; to: number; before: number; after: number }

/** Where a line begins, counted from the first line's edge. */
export function offsetOf(at: number, open: Open): number {
  return at * LINE + (open && at > open.at ? open.height : 0)
}

export const heightOf = (count: number, open: Open): number => offsetOf(count, open)

/**
 * Which lines of `count` to draw so that what lies between `top` and `bottom` (pixels from the first line's edge) is
 * covered: `from` ≤ line < `to`, with the room to leave before and after them.
 */
export function sliceOf(count: number, open: Open, top: number, bottom: number): Slice {
  const at = (y: number) => {
    if (!open || y < (open.at + 1) * LINE) return Math.floor(y / LINE)
    return Math.max(open.at, Math.floor((y - open.height) / LINE))
  }
  const from = Math.min(count, Math.max(0, at(top) - BEYOND))
  const to = Math.min(count, Math.max(from, at(bottom) + 1 + BEYOND))
  return {
    from,
    to,
    before: offsetOf(from, open),
    after: heightOf(count, open) - offsetOf(to, open),
  }
}
