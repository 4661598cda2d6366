import { GLYPH } from '../utils/flag/orphans'

/** The mark: a small flag on a post, in the colour of the text around it. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={GLYPH} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" />
    </svg>
  )
}
