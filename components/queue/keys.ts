/** What a key means on the queue's pages. */
export type Command =
  | 'search'
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'close'
  | 'list'
  | 'report'
  | 'queue'
  | 'pause'
  | 'undo'
  | 'retry'
  | 'mend'
  | 'withdraw'

/** The letters, as they are named in the list of keys. */
export const LETTERS = {
  j: 'next',
  k: 'previous',
  o: 'open',
  r: 'report',
  u: 'undo',
  t: 'retry',
  e: 'mend',
  w: 'withdraw',
  q: 'queue',
  p: 'pause',
} as const satisfies Record<string, Command>

const NAMED: Record<string, Command> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Escape: 'close',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>

/**
 * The command of a key press. `typing`: the focus is in a field, where only Escape counts. `letters`: single
 * characters are on. A letter is the one that the key shows; on layouts without Latin letters the one on a Latin
 * keyboard in its place, so that `j` is `j` with a Russian or Kazakh layout, too.
 */
export function commandOf(
  event: Pressed,
  { typing, letters }: { typing: boolean; letters: boolean },
): Command | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null
  if (typing) return event.key === 'Escape' ? 'close' : null
  if (NAMED[event.key]) return NAMED[event.key] ?? null
  if (!letters) return null
  const latin = /^[\x20-\x7e]$/.test(event.key)
  if (event.key === '?' || (!latin && event.shiftKey && event.code === 'Slash')) return 'list'
  if (event.key === '/' || (!latin && event.code === 'Slash')) return 'search'
  const letter = latin ? event.key : event.code.replace(/^Key/, '').toLowerCase()
  return event.shiftKey ? null : ((LETTERS as Record<string, Command>)[letter] ?? null)
}

/** Is the focus where letters are written? */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return target.matches('input:not([type=checkbox], [type=radio], [type=button], [type=submit])')
}
