import { attribute, getter, isConnected, documentOf as ownerOf, typeOf } from '../sites/dom'
import { dataOf, nameOf, windowOf } from '../sites/domRead'
import { drawnAs, drawnAttributes, movedTo, usedBy } from './drawing'
import { FIELDS, shownInField } from './fields'
import { fontRules } from './fonts'
import { escapeMarkup, tagFor, VOID } from './markup'
import { createPause, type Pause } from './pause'
import { hasFrame, pixelsOf } from './pixels'
import type { CoverReason, Region } from './redaction'
import { declare, type Look, styleOf, withoutLoads, withValues } from './style'
import { boxOf, documentOf, rootValues } from './surroundings'
import { isDrawing, type Leaf, readTree, type Tree } from './tree'
import { createWriter, type Named } from './writer'

/** Deeper markup is not shown by browsers as it was written. */
const MAX_DEPTH = 400
/** Used drawings may use others. */
const MAX_USES = 8
const MAX_SUGGESTED = 200
const MAX_RECTS = 40

export type Serialised = {
  html: string
  truncated: boolean
  /** The page changed the item while it was read. */
  changed: boolean
  media: Named[]
  /** Where in the markup, and on the page, what may be covered stands. */
  suggested: Region[]
}

const baseOf = getter<string>(Node.prototype, 'baseURI')
const currentSrc = getter<string>(HTMLImageElement.prototype, 'currentSrc')
const source = getter<string>(HTMLImageElement.prototype, 'src')
const poster = getter<string>(HTMLVideoElement.prototype, 'poster')
const videoSource = getter<string>(HTMLMediaElement.prototype, 'currentSrc')
const scrollLeft = getter<number>(Element.prototype, 'scrollLeft')
const scrollTop = getter<number>(Element.prototype, 'scrollTop')
const partsOf = getter<HTMLCollection>(Element.prototype, 'children')
const wordsOf = getter<string>(Element.prototype, 'textContent')

/**
 * One element as markup of our own making: an allow-list walk over what the browser has laid out, with the computed
 * styles that matter as classes. Nothing of the page's own markup is copied, so nothing in it can run or load.
 * @param marks what may be covered, and why.
 * @param pause when its caller last gave the page its turn.
 */
export async function serialise(
  root: Element,
  marks: ReadonlyMap<Element, CoverReason> = new Map(),
  pause: Pause = createPause(),
): Promise<Serialised> {
  const view = windowOf(ownerOf(root)) ?? window
  let changed = false
  const watcher = new MutationObserver(() => {
    changed = true
  })
  const watch = (node: Node) =>
    watcher.observe(node, { childList: true, characterData: true, attributes: true, subtree: true })
  const tree = await readTree(root, view, pause, watch)
  const written = await writeTree(root, view, tree, marks, pause)
  changed ||= watcher.takeRecords().length > 0 || !isConnected(root)
  watcher.disconnect()
  return { ...(await written()), changed }
}

/** Gives what is still to be waited for once nothing of the page is read any more. */
async function writeTree(
  root: Element,
  view: Window,
  { leaves, truncated }: Tree,
  marks: ReadonlyMap<Element, CoverReason>,
  pause: Pause,
): Promise<() => Promise<Omit<Serialised, 'changed'>>> {
  const doc = ownerOf(root)
  const writer = createWriter(baseOf(root))
  const { open, picture } = writer
  const suggested: Region[] = []
  const corner = boxOf(root)
  let cut = truncated
  let uses = 0

  const styled = (look: Look, parent: Look | null, sized = false, more = '', pseudo = '') =>
    writer.styled(declare(look, parent, picture, sized) + more, pseudo)

  function image(name: string | null, look: Look, parent: Look | null, alt: string, more: string): void {
    const from = name === null ? '' : ` src="${name}"`
    const words = escapeMarkup(alt.slice(0, 2000))
    writer.start('img', `${styled(look, parent, true, more)}${from} alt="${words}"`)
  }

  /** Words and pictures before or after an element's own. */
  function generated(look: Look, content: string, parent: Look): void {
    const [, address] = /^url\("([^"]*)"\)/.exec(content) ?? []
    const words = [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => unescapeText(text ?? ''))
    writer.start('span', styled(look, parent))
    if (address !== undefined) image(picture(address), [], null, '', '')
    else writer.text(words.join(''))
    writer.end()
  }

  /** A list's mark of another colour, and what counts by itself, stay what they are. */
  function countedIn(node: Element, { look, before, after, content }: Leaf): string {
    const marked = styleOf(look, 'display') === 'list-item' && view.getComputedStyle(node, '::marker').color
    if (marked && marked !== styleOf(look, 'color')) return `::marker{color:${marked}}`
    return (
      [before, after]
        .map((one, at) => {
          const safe =
            one && /counter/.test(content[at] ?? '') ? withoutLoads(content[at] ?? '', () => null) : null
          const rule = one && safe ? `content:${safe};${declare(one, look, picture)}` : ''
          return rule && `::${at ? 'after' : 'before'}{${rule}}`
        })
        .find(Boolean) ?? ''
    )
  }

  async function drawing(
    node: Element,
    leaf: Leaf,
    parent: Look | null,
    depth: number,
    more: string,
  ): Promise<void> {
    const name = nameOf(node)
    if (name === 'use') used(node, leaf.look, parent, depth)
    const tag = drawnAs(node)
    if (tag === null) return
    // In words about a drawing nothing is drawn.
    const wordsOnly = tag === 'title' || tag === 'desc'
    const outer = tag === 'svg' && !(open.at(-1) ?? '').match(/^(?:svg|g|symbol)$/)
    writer.start(tag, styled(leaf.look, parent, outer, more) + drawnAttributes(node))
    if (wordsOnly) writer.text(wordsOf(node) ?? '')
    else await nodes(leaf, depth)
    writer.end()
  }

  /** `<use>` shows a drawing that stands elsewhere in the document: it is drawn here instead, in the colours of here. */
  function used(node: Element, look: Look, parent: Look | null, depth: number): void {
    const target = usedBy(node)
    if (!target || uses > MAX_USES) return
    uses++
    writer.start('g', styled(look, parent) + drawnAttributes(node, ['transform']) + movedTo(node))
    const framed = nameOf(target) === 'symbol' || nameOf(target) === 'svg'
    if (framed) {
      writer.start(
        'svg',
        drawnAttributes(target, ['viewBox', 'preserveAspectRatio']) +
          drawnAttributes(node, ['width', 'height']),
      )
      for (const child of partsOf(target)) template(child, depth + 1)
      writer.end()
    } else template(target, depth + 1)
    writer.end()
    uses--
  }

  /** A part of a drawing that is only drawn where it is used: its attributes say how. */
  function template(node: Element, depth: number): void {
    const tag = isDrawing(node) ? drawnAs(node) : null
    if (nameOf(node) === 'use') used(node, [], null, depth)
    if (tag === null || depth > MAX_DEPTH || writer.full()) return
    writer.start(tag, drawnAttributes(node))
    for (const child of partsOf(node)) template(child, depth + 1)
    writer.end()
  }

  function field(node: Element, name: string, look: Look, parent: Look | null, more: string): void {
    const { text, faint } = shownInField(node, name)
    const line = name !== 'textarea' && /^inline|block/.test(styleOf(look, 'display'))
    const inner: Record<string, string> = line
      ? { display: 'inline-flex', 'align-items': 'center', 'white-space': 'pre' }
      : {}
    const colour: Record<string, string> = faint
      ? { color: view.getComputedStyle(node, '::placeholder').color }
      : {}
    writer.start(tagFor('div', open), styled(withValues(look, { ...inner, ...colour }), parent, true, more))
    writer.text(text)
    writer.end()
  }

  /** What a canvas or a video shows now; a video that shows nothing yet has its poster. */
  function frame(node: Element, look: Look, parent: Look | null, more: string): void {
    const video = nameOf(node) === 'video'
    if (video && videoSource(node)) writer.name(videoSource(node), 'video')
    const own = !video || hasFrame(node)
    const pixels = own ? pixelsOf(node, boxOf(node)) : null
    const lost = (why: Named['missing']) => writer.lost(video ? 'video' : 'canvas', why)
    if (pixels instanceof Promise) {
      writer.later(`${styled(look, parent, true, more)} alt=""`, pixels, () => lost('tooLarge'))
      return
    }
    const name = video && poster(node) ? picture(poster(node)) : null
    if (name === null && pixels) lost(pixels)
    image(name, look, parent, '', more)
  }

  async function element(node: Element, parent: Look | null, depth: number, shift: string): Promise<void> {
    await pause()
    const leaf = leaves.get(node)
    if (!leaf) return
    if (writer.full() || depth > MAX_DEPTH) {
      cut = true
      return
    }
    const why = marks.get(node)
    if (why && suggested.length < MAX_SUGGESTED)
      suggested.push({ why, rects: rectsOf(node, corner), cuts: [{ at: writer.place() }] })
    const name = nameOf(node)
    const look = node === root ? withValues(leaf.look, rootValues(leaf.look)) : leaf.look
    const more = styleOf(look, 'translate') === 'none' ? shift : ''
    if (isDrawing(node)) await drawing(node, { ...leaf, look }, parent, depth, more)
    else if (name === 'slot' && styleOf(look, 'display') === 'contents')
      await nodes({ ...leaf, look: parent ?? look }, depth)
    else if (name === 'img') {
      image(picture(currentSrc(node) || source(node)), look, parent, attribute(node, 'alt') ?? '', more)
    } else if (name === 'video' || name === 'canvas') frame(node, look, parent, more)
    else if (FIELDS.has(name)) field(node, name, look, parent, more)
    else await plain(node, name, { ...leaf, look }, parent, depth, more)
  }

  async function plain(
    node: Element,
    name: string,
    leaf: Leaf,
    parent: Look | null,
    depth: number,
    more: string,
  ): Promise<void> {
    const { look, before, after, content } = leaf
    const tag = tagFor(name, open)
    const counted = countedIn(node, leaf)
    const language = /^[\w-]{1,35}$/.exec(attribute(node, 'lang') ?? '')
    writer.start(tag, styled(look, parent, false, more, counted) + (language ? ` lang="${language}"` : ''))
    if (VOID.has(tag)) return
    if (before && !counted.startsWith('::before')) generated(before, content[0], look)
    await nodes(leaf, depth, scrolled(node, look))
    if (after && !counted.startsWith('::after')) generated(after, content[1], look)
    writer.end()
  }

  /** What was scrolled stands where it stood: the parts are moved, for nothing scrolls by itself. */
  function scrolled(node: Element, look: Look): string {
    if (styleOf(look, 'overflow-y') === 'visible' && styleOf(look, 'overflow-x') === 'visible') return ''
    const [x, y] = [scrollLeft(node), scrollTop(node)]
    return x || y ? `translate:${-x}px ${-y}px;` : ''
  }

  async function nodes({ look, nodes }: Leaf, depth: number, shift = ''): Promise<void> {
    for (const node of nodes) {
      const type = typeOf(node)
      if (type === 1) await element(node as Element, look, depth + 1, shift)
      else if (type === 3 && shift && dataOf(node).trim()) {
        writer.start(
          'span',
          writer.styled(`position:relative;${shift.replace('translate:', 'left:').replace(' ', ';top:')}`),
        )
        writer.text(dataOf(node))
        writer.end()
      } else if (type === 3) writer.text(dataOf(node))
    }
  }

  await element(root, null, 0, '')
  const families = new Set([...leaves.values()].map(({ look }) => styleOf(look, 'font-family')))
  const rules = (await fontRules(doc, families, writer, pause)) + writer.rules()
  const around = documentOf(root, view, rules)
  return async () => ({
    html: around(await writer.body()),
    truncated: cut,
    media: writer.media,
    suggested,
  })
}

/** Where an element and what stands out of it is seen, from the item's corner. */
function rectsOf(node: Element, corner: DOMRect): Region['rects'] {
  const boxes = [...Element.prototype.getClientRects.call(node)]
  for (const inner of Element.prototype.querySelectorAll.call(node, '*')) boxes.push(boxOf(inner))
  return boxes
    .filter(({ width, height }) => width > 0 && height > 0)
    .slice(0, MAX_RECTS)
    .map(({ x, y, width, height }) => ({ x: x - corner.x, y: y - corner.y, width, height }))
}

/** Words of a computed `content`: characters in quotes, some by their number. */
const unescapeText = (text: string) =>
  text.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, code?: string, sign?: string) =>
    code ? String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)) : (sign ?? ''),
  )
