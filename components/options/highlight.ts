import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

const NAME = 'found'

/** Where words stand in the texts below `root`, whatever their case. */
function rangesOf(root: Element, words: readonly string[]): Range[] {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').toLowerCase()
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + word.length)
        ranges.push(range)
      }
    }
  }
  return ranges
}

/** Marks the words of a query where they stand, also in what is drawn later; nothing in the document changes. */
export function useHighlight(root: RefObject<Element | null>, query: string): void {
  useEffect(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    const { current } = root
    if (!current || words.length === 0 || !('highlights' in CSS)) return
    const mark = () => CSS.highlights.set(NAME, new Highlight(...rangesOf(current, words)))
    mark()
    const watcher = new MutationObserver(mark)
    watcher.observe(current, { subtree: true, childList: true, characterData: true })
    return () => {
      watcher.disconnect()
      CSS.highlights.delete(NAME)
    }
  }, [root, query])
}
