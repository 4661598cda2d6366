import type { CaptureClass } from './ground'

const RANK: Record<CaptureClass, number> = { full: 0, text: 1, url: 2 }

/** The strictest capture class of several grounds; without a ground nothing is decided yet. */
export function strictest(grounds: readonly { capture: CaptureClass }[]): CaptureClass | null {
  return grounds.reduce<CaptureClass | null>(
    (worst, { capture }) => (worst === null || RANK[capture] > RANK[worst] ? capture : worst),
    null,
  )
}
