import { useEffect, useRef } from 'preact/hooks'

type Keys = {
  send: (event: KeyboardEvent) => void
  /** Null: it can't be closed now. */
  close: (() => void) | null
}

/** The form's own keys: Ctrl or Cmd with Enter sends; Escape closes an open fold-out, else the form, which keeps all. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        now.current.send(event)
      } else if (event.key === 'Escape') {
        event.preventDefault()
        if (!foldIn()) now.current.close?.()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/**
 * When the frame gets the focus again, it goes to where it was: a press on the page around makes the browser forget.
 */
export function useReturn(): void {
  useEffect(() => {
    const end = new AbortController()
    const { signal } = end
    let last = document.activeElement
    document.addEventListener(
      'focusin',
      ({ target }) => {
        last = target as Element
      },
      { signal },
    )
    addEventListener(
      'focus',
      () => {
        if (document.activeElement !== document.body || !(last instanceof HTMLElement)) return
        last.focus({ preventScroll: true })
      },
      { signal },
    )
    return () => end.abort()
  }, [])
}

/** Folds in what is open around the focus. */
function foldIn(): boolean {
  const open = document.activeElement?.closest('details[open]')
  if (!(open instanceof HTMLDetailsElement)) return false
  open.open = false
  open.querySelector('summary')?.focus()
  return true
}

/** Brings the focus to a field of the form, unfolding what it stands in; '' or an unknown one: to the summary. */
export function focusField(field: string): void {
  const found =
    document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`) ??
    document.querySelector<HTMLElement>('[data-field=""]')
  const fold = found?.closest('details')
  if (fold) fold.open = true
  const control = found?.matches('fieldset, details')
    ? found.querySelector<HTMLElement>('input, summary')
    : found
  control?.focus()
  control?.scrollIntoView({ block: 'nearest' })
}
