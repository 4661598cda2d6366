/** Line icons, 16 × 16, in the colour of the text around them. */
const PATHS = {
  flag: 'M4 14.5v-12h8.5l-2 3 2 3H4',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3.5 8.5l3 3 6-7',
  sealed: 'M8 1.8l5 2v4c0 3-2 5.2-5 6.4-3-1.2-5-3.4-5-6.4v-4zM5.8 8l1.6 1.6 2.8-3',
  none: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM4 4l8 8',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.2 1.6',
  warn: 'M8 2.2l6 11H2zM8 6.4v3.2M8 11.6v.4',
  pen: 'M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2z',
  quote: 'M3 4h10M3 8h10M3 12h6',
  window: 'M6.5 4H3v9h9V9.5M9 3h4v4M13 3L7.5 8.5',
  undo: 'M6 3.5L3 6.5l3 3M3.2 6.5H10a3 3 0 0 1 0 6H6',
} as const
export type IconName = keyof typeof PATHS

/** An icon beside words; it says nothing by itself. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
