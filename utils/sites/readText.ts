import { attribute, documentOf, isElement, matches, parentOf, typeOf } from './dom'
import { dataOf, lastChildOf, nameOf, previousOf, windowOf } from './domRead'

/** What is never text of a post, wherever it stands. */
const NEVER =
  'script,style,noscript,template,button,[role="button"],svg,video,audio,iframe,select,textarea,input,[hidden]'
/** Elements that start a new line where no style is known (parsed documents that nobody shows). */
const BLOCKS =
  /^(?:P|DIV|LI|UL|OL|BLOCKQUOTE|PRE|H[1-6]|SECTION|ARTICLE|HEADER|FOOTER|TABLE|TR|FIGURE|FIGCAPTION|HR|DL|DT|DD)$/i
/** More in one text than any post has; what lies behind is cut, and said to be. */
const MAX_NODES = 10_000

export type TextRules = {
  limit: number
  /** Subtrees that are no text of the author. */
  skip?: string | undefined
  /** Hidden from the eye, text all the same. */
  keep?: string | undefined
  /** Subtrees that belong to somebody else. */
  foreign?: (node: Element) => boolean
  /** How many nodes may be looked at, also by those who read other texts. */
  budget?: { nodes: number }
}

/**
 * The text of an element as a reader sees it: what is hidden is dropped, pictures in the line (emoji) give their
 * alternative text, blocks and `<br>` give line breaks. `cut`: the limit (characters) ended it.
 */
export function readText(root: Element, rules: TextRules): { text: string; cut: boolean } {
  const { limit, foreign, budget = { nodes: MAX_NODES } } = rules
  const skip = rules.skip ? `${NEVER},${rules.skip}` : NEVER
  const out = createLines(limit)
  const stack: (Node | number)[] = [root]
  while (stack.length) {
    const node = stack.pop() as Node | number
    if (typeof node === 'number') {
      out.lineBreak(node)
      continue
    }
    if (out.full() || --budget.nodes < 0) return { text: out.text(), cut: true }
    if (typeOf(node) === 3) out.add(dataOf(node), keepsLines(node))
    if (!isElement(node)) continue
    const element = node
    if (element !== root && (matches(element, skip) || foreign?.(element))) continue
    if (nameOf(element) === 'br') out.lineBreak(1)
    else if (nameOf(element) === 'img') out.add(attribute(element, 'alt') ?? '', false)
    else {
      const look = lookOf(element, rules.keep, element === root)
      if (look === 'hidden') continue
      if (look) {
        out.lineBreak(look)
        stack.push(look)
      }
      pushChildren(element, stack)
    }
  }
  return { text: out.text(), cut: out.full() }
}

/** Are line breaks in the source line breaks on the screen? */
function keepsLines(node: Node): boolean {
  const parent = dataOf(node).includes('\n') ? parentOf(node) : null
  return (
    !!parent && /^(?:pre|break)/.test(windowOf(documentOf(node))?.getComputedStyle(parent).whiteSpace ?? '')
  )
}

function pushChildren(element: Element, stack: (Node | number)[]): void {
  for (let child = lastChildOf(element); child; child = previousOf(child)) stack.push(child)
}

/** Line breaks round an element (0, 1, 2 for a paragraph), or `hidden`. */
function lookOf(element: Element, keep: string | undefined, isRoot: boolean): number | 'hidden' {
  const breaks = nameOf(element) === 'p' ? 2 : 1
  const style = windowOf(documentOf(element))?.getComputedStyle(element)
  if (!style?.display) return BLOCKS.test(nameOf(element)) ? breaks : 0
  // What a page puts out of sight (the ends of a shortened link) stands in the middle of a line, whatever its style.
  if (keep && matches(element, keep)) return 0
  if (!isRoot && isHidden(style)) return 'hidden'
  return /^(?:inline|contents|none|ruby)/.test(style.display) ? 0 : breaks
}

/** Not shown, or there for screen readers only. */
function isHidden(style: CSSStyleDeclaration): boolean {
  if (style.display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse')
    return true
  if (Number.parseFloat(style.fontSize) === 0) return true
  if (style.position !== 'absolute' && style.position !== 'fixed') return false
  const small = Number.parseFloat(style.width) <= 1 && Number.parseFloat(style.height) <= 1
  const clipped =
    /^rect\((?:[01](?:px)?,? ?){4}\)/.test(style.clip) || /^inset\((?:50|100)%/.test(style.clipPath)
  return clipped || (small && style.overflow === 'hidden')
}

/** Collects text: white space collapsed, at most one empty line, never more than `limit` characters. */
function createLines(limit: number) {
  let text = ''
  let breaks = 0
  let space = false
  return {
    full: () => text.length >= limit,
    lineBreak(count: number) {
      breaks = Math.max(breaks, count)
    },
    add(piece: string, lines: boolean) {
      const words = piece.slice(0, limit * 4)
      for (const [i, line] of (lines ? words.split('\n') : [words]).entries()) {
        if (i > 0) breaks = Math.min(breaks + 1, 2)
        const part = line.replace(/[ \t\n\r\f]+/g, ' ')
        if (part.startsWith(' ')) space = true
        const word = part.trim()
        if (!word) continue
        if (text && breaks) text += '\n'.repeat(breaks)
        else if (text && space) text += ' '
        breaks = 0
        text += word
        space = part.endsWith(' ')
      }
    },
    /** Cut so that no character is left half. */
    text: () => (text.length > limit ? text.slice(0, limit).replace(/[\ud800-\udbff]$/, '') : text),
  }
}
