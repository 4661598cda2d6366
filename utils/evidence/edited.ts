import { diffArrays } from 'diff'
import type { CaptureClass } from '../grounds/ground'
import { strictest } from '../grounds/strictest'
import type { Item, Media, Notice } from '../notice'
import { COVER } from './names'

/** What one notice says of its item as it was captured. */
export type Seen = {
  item: Pick<Item, 'text' | 'truncated' | 'media' | 'missing' | 'mended'>
  captureClass: CaptureClass
  /** When: the evidence's time, or the notice's where it has none. */
  at: string
}

/** Some words of two texts put beside each other: in both, only in the earlier (`gone`), only in the later (`new`). */
export type Piece = { kind: 'same' | 'gone' | 'new'; text: string }
/** One of an item's media: how-many-th it is there, and what is said of it: its alternative text or its file's name. */
export type Changed = { kind: Media['kind']; number: number; about: string }
/** How the later of two captures differs; no pieces: in its media alone. */
export type Edit = { text: Piece[]; came: Changed[]; went: Changed[] }

/** So many of the newest notices on one item are compared. */
export const COMPARED = 20
/** Texts that differ in more words than this are shown one after the other: finding their way takes too long. */
const MAX_EDITS = 500
/** Of words that did not change, more than twice this is left out between two changes (characters). */
const AROUND = 120
const ONLY_COVERS = /^[█\s]+$/

/** @param notice as it was sent. */
export function seenIn({ item, grounds, evidence, createdAt }: Notice): Seen {
  const captureClass = strictest(grounds.map(({ ground }) => ground)) ?? 'full'
  return { item, captureClass, at: evidence?.capturedAt ?? createdAt }
}

/**
 * How an item differs between two captures; null: in nothing that both of them show. What a capture class leaves out,
 * a reviewer mended or covered, or lies behind the end of a text that was cut is no edit.
 */
export function editOf(earlier: Seen, later: Seen): Edit | null {
  const text = textEdit(earlier, later)
  const { came, went } = mediaEdit(earlier, later)
  return text.length + came.length + went.length > 0 ? { text, came, went } : null
}

export type Around<T> = { since: (T & { edit: Edit }) | null; before: (T & { edit: Edit }) | null }

/** Of other captures of the same item: the newest later one and the nearest earlier one that differ from this one. */
export function editsAround<T extends { seen: Seen }>(one: Seen, others: readonly T[]): Around<T> {
  const timeOf = ({ at }: Seen) => Date.parse(at)
  const sorted = [...others].sort((a, b) => timeOf(b.seen) - timeOf(a.seen))
  const around: Around<T> = { since: null, before: null }
  for (const other of sorted) {
    const later = timeOf(other.seen) - timeOf(one)
    const place = later > 0 ? 'since' : 'before'
    if (later === 0 || around[place]) continue
    const edit = later > 0 ? editOf(one, other.seen) : editOf(other.seen, one)
    if (edit) around[place] = { ...other, edit }
  }
  return around
}

/** The text as it was captured; null: it was not, or the reviewer typed it. */
function textOf({ item: { text, truncated, missing, mended }, captureClass }: Seen): string | null {
  if (captureClass === 'url' || mended.includes('text') || missing.includes('text')) return null
  return truncated ? (text ?? '').replace(/(?:…|\.{3})\s*$/, '') : (text ?? '')
}

function textEdit(earlier: Seen, later: Seen): Piece[] {
  const [before, after] = [textOf(earlier), textOf(later)]
  if (before === null || after === null) return []
  const pieces = withoutCovers(compare(before, after))
  dropBehindCut(pieces, earlier.item.truncated, later.item.truncated)
  return pieces.some(({ kind }) => kind !== 'same') ? shortened(pieces) : []
}

/** A word or sign of a text, and the spaces behind it: however many, they count the same. */
type Word = { word: string; spaces: string }

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.trim())) {
    const last = words.at(-1)
    if (last && segment.trim() === '') last.spaces += segment
    else words.push({ word: segment, spaces: '' })
  }
  return words
}

/** Of each change first what is gone, then what is new. */
function compare(before: string, after: string): Piece[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after), {
    comparator: (a, b) => a.word === b.word,
    maxEditLength: MAX_EDITS,
  })
  const pieces: Piece[] = parts?.map(({ value, removed, added }) => ({
    kind: removed ? 'gone' : added ? 'new' : 'same',
    text: value.map(({ word, spaces }) => word + spaces).join(''),
  })) ?? [
    { kind: 'gone', text: before },
    { kind: 'new', text: after },
  ]
  return pieces.filter(({ text }) => text !== '')
}

/** Words that only one of the two captures covers were not edited. */
function withoutCovers(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const last = kept.at(-1)
    const pair = last?.kind === 'gone' && piece.kind === 'new'
    if (pair && (ONLY_COVERS.test(last.text) || ONLY_COVERS.test(piece.text)))
      kept.splice(-1, 1, { kind: 'same', text: /\s$/.test(piece.text) ? `${COVER} ` : COVER })
    else kept.push(piece)
  }
  return kept
}

/** Takes away what stands at the end of one text only because the other was cut there. */
function dropBehindCut(pieces: Piece[], earlierCut: boolean, laterCut: boolean): void {
  const end = (kind: 'gone' | 'new') => (pieces.at(-1)?.kind === kind ? pieces.pop() : undefined)
  const added = end('new')
  const gone = end('gone')
  const [was, is] = [gone?.text ?? '', added?.text ?? '']
  if ((earlierCut && is.startsWith(was)) || (laterCut && was.startsWith(is))) return
  for (const piece of [gone, added]) if (piece) pieces.push(piece)
}

/** Long stretches without a change give way to what stands around the changes. */
function shortened(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    const signs = [...piece.text]
    if (piece.kind !== 'same' || signs.length <= 2 * AROUND) return piece
    const head = at > 0 ? signs.slice(0, AROUND).join('') : ''
    const tail = at < pieces.length - 1 ? signs.slice(-AROUND).join('') : ''
    return { kind: 'same', text: `${head} … ${tail}` }
  })
}

/**
 * By what a medium is known again: the name of its file. Hosts, sizes and signatures in its address change from day to
 * day (`a.example/small/abc.png?sig=1`, `b.example/original/abc.png`). Null: nothing to know it by.
 */
function nameOf({ url, poster }: Media): string | null {
  const address = poster ?? url
  if (!address || !URL.canParse(address)) return null
  const file = new URL(address).pathname.split('/').findLast((part) => part !== '')
  return file?.replace(/[@~].*$/, '').replace(/\.\w{2,5}$/, '') || null
}

const showsMedia = ({ item, captureClass }: Seen): boolean =>
  captureClass === 'full' &&
  !item.missing.includes('media') &&
  item.media.every((medium) => nameOf(medium) !== null)

function mediaEdit(earlier: Seen, later: Seen): Pick<Edit, 'came' | 'went'> {
  if (!showsMedia(earlier) || !showsMedia(later)) return { came: [], went: [] }
  return {
    came: onlyIn(later.item.media, earlier.item.media),
    went: onlyIn(earlier.item.media, later.item.media),
  }
}

function onlyIn(media: readonly Media[], others: readonly Media[]): Changed[] {
  const known = new Set(others.map(nameOf))
  return media.flatMap((one, at) => {
    const name = nameOf(one)
    return known.has(name) ? [] : [{ kind: one.kind, number: at + 1, about: one.alt || (name ?? '') }]
  })
}
