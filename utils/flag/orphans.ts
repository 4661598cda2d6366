/** The flag on its pole, 24 × 24: also the mark by which an action of ours is known. */
export const GLYPH = 'M6 21.5v-18h12.5l-3 4.5 3 4.5H6'

/**
 * Takes out what an older script, cut off by an update, left in a page: Chrome's orphans see to it themselves, in
 * Firefox they are dead at once. Injected by the background before the new script (`func`, with `args: [GLYPH]`), so
 * it stands alone.
 */
export function removeOrphans(glyph: string): void {
  type Closed = Element & { openOrClosedShadowRoot?: ShadowRoot | null }
  const dom = globalThis.chrome?.dom
  for (const node of document.querySelectorAll('span:not([class]):empty, [popover]:empty')) {
    const root = (node as Closed).openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(node as HTMLElement)
    const frame = root?.querySelector('iframe')
    if (root?.querySelector(`path[d="${glyph}"]`) || frame?.src.includes('compose.html')) node.remove()
  }
}
