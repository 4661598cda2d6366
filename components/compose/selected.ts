import { useEffect, useState } from 'preact/hooks'

/** The words that were last selected in the item's text in this form, else those that were `before`, in the page. */
export function useSelected(before: string): string {
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection()
      const node = selection?.anchorNode
      const element = node instanceof Element ? node : node?.parentElement
      if (!element?.closest('[data-item-text]')) return
      setWords(selection?.toString().trim() ?? '')
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  return words ?? before
}
