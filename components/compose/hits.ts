import { nameless, namesIn } from '../../utils/evidence/names'
import type { Rect, Region } from '../../utils/evidence/redaction'
import { readSnapshot } from '../../utils/evidence/show'
import { endOf, type Token, tokensOf } from '../../utils/evidence/tokens'

/** So much of a picture has to be under a box to be taken away whole, and so much of a word or drawing to be hit. */
const ALL = 0.9
const SOME = 0.2

/** A snapshot that is being shown: what of its markup stands where. */
export type Shown = { doc: Document; tokens: Token[]; nodes: Map<number, Node> }

/** Joins a snapshot's markup with the nodes that were built of it. */
export function shownSnapshot(doc: Document, template: string): Shown {
  const tokens = tokensOf(readSnapshot(template).body)
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  const nodes = new Map<number, Node>()
  for (const [at, { kind }] of tokens.entries()) {
    if (kind === 'end') continue
    const node = walker.nextNode()
    if (node) nodes.set(at, node)
  }
  return { doc, tokens, nodes }
}

/** Measures in the item's own CSS pixels, whatever the snapshot is zoomed to. */
function unzoomed<T>({ doc }: Shown, measure: () => T): T {
  const { style } = doc.documentElement
  const before = style.getPropertyValue('zoom')
  style.setProperty('zoom', '1')
  try {
    return measure()
  } finally {
    style.setProperty('zoom', before)
  }
}

/** What lies under a box that was drawn over the snapshot, ready to be covered. */
export function hitBy(shown: Shown, box: Rect, why: Region['why']): Region {
  return unzoomed(shown, () => {
    const region: Region & { parts: NonNullable<Region['parts']> } = {
      why,
      rects: [box],
      cuts: [],
      parts: [],
    }
    for (const [at, node] of shown.nodes) {
      if (node.nodeType === 3)
        region.cuts.push(...wordsUnder(node as Text, box).map((cut) => ({ at, ...cut })))
      else if (node instanceof pictureOf(shown)) pictureUnder(node, at, box, region)
      else if (
        (node as Element).localName === 'svg' &&
        share((node as Element).getBoundingClientRect(), box) > SOME
      )
        region.cuts.push({ at })
    }
    return region
  })
}

const pictureOf = ({ doc }: Shown) => (doc.defaultView as Window & typeof globalThis).HTMLImageElement

/** The words of a text that lie under a box, as runs of characters. */
function wordsUnder(node: Text, box: Rect): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  const range = node.ownerDocument.createRange()
  range.selectNodeContents(node)
  if (![...range.getClientRects()].some((rect) => share(rect, box) > 0)) return runs
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    if (![...range.getClientRects()].some((rect) => share(rect, box) > SOME)) continue
    const last = runs.at(-1)
    const joined = last && node.data.slice(last.to, index).trim() === ''
    if (last && joined) last.to = index + word.length
    else runs.push({ from: index, to: index + word.length })
  }
  return runs
}

function pictureUnder(
  image: HTMLImageElement,
  at: number,
  box: Rect,
  region: { cuts: Region['cuts']; parts: NonNullable<Region['parts']> },
): void {
  const rect = image.getBoundingClientRect()
  const under = share(rect, box)
  if (under === 0) return
  if (under >= ALL || image.naturalWidth === 0) region.cuts.push({ at })
  else region.parts.push({ at, box: inPicture(image, rect, box) })
}

/** A box as a fraction of the picture itself, which may be cut or stand free in its place. */
function inPicture(image: HTMLImageElement, rect: DOMRect, box: Rect): Rect {
  const { naturalWidth, naturalHeight } = image
  const { objectFit } = image.ownerDocument.defaultView?.getComputedStyle(image) ?? {}
  const [x, y] = [rect.width / naturalWidth, rect.height / naturalHeight]
  const even = objectFit === 'cover' ? Math.max(x, y) : objectFit === 'contain' ? Math.min(x, y) : null
  const [width, height] = [naturalWidth * (even ?? x), naturalHeight * (even ?? y)]
  const [left, top] = [rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2]
  const part = (value: number) => Math.min(1, Math.max(0, value))
  const from = { x: part((box.x - left) / width), y: part((box.y - top) / height) }
  return {
    ...from,
    width: part((box.x + box.width - left) / width) - from.x,
    height: part((box.y + box.height - top) / height) - from.y,
  }
}

/** How much of a rectangle lies under a box, 0…1. */
function share(rect: Rect, box: Rect): number {
  const width = Math.min(rect.x + rect.width, box.x + box.width) - Math.max(rect.x, box.x)
  const height = Math.min(rect.y + rect.height, box.y + box.height) - Math.max(rect.y, box.y)
  const whole = rect.width * rect.height
  return width > 0 && height > 0 && whole > 0 ? (width * height) / whole : 0
}

/** The words that a region covers. */
export function textsIn(tokens: readonly Token[], { cuts }: Region): string[] {
  return cuts.flatMap(({ at, from, to }) => {
    const token = tokens[at]
    if (token?.kind === 'text') return [token.text.slice(from ?? 0, to)]
    return token?.kind === 'start' ? textsUnder(tokens, at) : []
  })
}

const textsUnder = (tokens: readonly Token[], at: number): string[] =>
  tokens.slice(at, endOf(tokens, at) + 1).flatMap((one) => (one.kind === 'text' ? [one.text] : []))

/** The region with every other place in which its names stand, so that the picture can be covered there, too. */
export function withEveryPlace(shown: Shown, region: Region): Region {
  const names = namesIn(textsIn(shown.tokens, region))
  if (names.length === 0) return region
  return unzoomed(shown, () => {
    const cuts = [...region.cuts]
    const rects = [...region.rects]
    for (const [at, node] of shown.nodes) {
      if (node.nodeType !== 3 || cuts.some((cut) => covers(shown.tokens, cut, at))) continue
      for (const name of names) {
        const text = (node as Text).data
        for (let from = text.toLowerCase().indexOf(name.toLowerCase()); from >= 0; ) {
          const to = from + name.length
          if (nameless(text.slice(Math.max(0, from - 1), to + 1), [name]) === '') {
            cuts.push({ at, from, to })
            const range = shown.doc.createRange()
            range.setStart(node, from)
            range.setEnd(node, to)
            rects.push(
              ...[...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height })),
            )
          }
          from = text.toLowerCase().indexOf(name.toLowerCase(), to)
        }
      }
    }
    return { ...region, cuts: cuts.slice(0, 2000), rects: rects.slice(0, 200) }
  })
}

/** Does a cut take away what stands at a place? */
const covers = (tokens: readonly Token[], cut: Region['cuts'][number], at: number): boolean =>
  cut.at <= at && at <= endOf(tokens, cut.at)
