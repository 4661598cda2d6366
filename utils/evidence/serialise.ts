import { all, attribute, getter, typeOf } from '../sites/dom'
import { dataOf, nameOf } from '../sites/domRead'
import {
  escapeMarkup,
  HTML_NAMES,
  LEFT_OUT,
  MAX_HTML,
  SVG_ATTRIBUTES,
  SVG_NAMES,
  safeSvgValue,
  VOID,
} from './markup'
import { declare, type Look, lookOf } from './style'

const MAX_ELEMENTS = 6_000
const MAX_DEPTH = 200
const MAX_MEDIA = 200
/** Nothing smaller is worth its bytes. */
const MAX_CANVAS = 4_000_000

export type Serialised = {
  html: string
  truncated: boolean
  media: { url: string; kind: 'image' | 'video' }[]
}

const firstChildOf = getter<Node | null>(Node.prototype, 'firstChild')
const nextOf = getter<Node | null>(Node.prototype, 'nextSibling')
const openRootOf = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot')
const namespaceOf = getter<string | null>(Element.prototype, 'namespaceURI')
const currentSrc = getter<string>(HTMLImageElement.prototype, 'currentSrc')
const source = getter<string>(HTMLImageElement.prototype, 'src')
const poster = getter<string>(HTMLVideoElement.prototype, 'poster')
const textIn = {
  input: getter<string>(HTMLInputElement.prototype, 'value'),
  textarea: getter<string>(HTMLTextAreaElement.prototype, 'value'),
}
const checkedOf = getter<boolean>(HTMLInputElement.prototype, 'checked')
const SVG = 'http://www.w3.org/2000/svg'

type ChromeDom = { dom?: { openOrClosedShadowRoot?: (element: HTMLElement) => ShadowRoot | null } }

/**
 * One element as markup of our own making: an allow-list walk over what the browser has laid out, with the computed
 * styles that matter as classes. Nothing of the page's own markup is copied, so nothing in it can run or load.
 * @param leaveOut elements of ours that are not the page's.
 */
export function serialise(root: Element, leaveOut: ReadonlySet<Element> = new Set()): Serialised {
  const view = root.ownerDocument.defaultView ?? window
  const classes = new Map<string, string>()
  const media: Serialised['media'] = []
  const parts: string[] = []
  let size = 0
  let elements = 0
  let truncated = false

  const write = (text: string) => {
    parts.push(text)
    size += text.length
  }
  const classOf = (css: string): string => {
    if (css === '') return ''
    const known = classes.get(css) ?? `f${classes.size.toString(36)}`
    classes.set(css, known)
    return ` class="${known}"`
  }
  /** A picture's name in the snapshot; small pictures that are in the page itself stay as they are. */
  const picture = (address: string, kind: 'image' | 'video' = 'image'): string | null => {
    if (/^data:image\/(?:png|jpeg|webp|gif|avif);base64,[\w+/=]+$/i.test(address)) {
      return address.length < MAX_CANVAS && size + address.length < MAX_HTML ? address : null
    }
    const url = URL.canParse(address, view.location.href) ? new URL(address, view.location.href) : null
    if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
    url.hash = ''
    let at = media.findIndex((one) => one.url === url.href)
    if (at < 0 && media.length < MAX_MEDIA && url.href.length <= 4000)
      at = media.push({ url: url.href, kind }) - 1
    return at < 0 ? null : `flagpost-media:${at}:`
  }

  function image(name: string | null, look: Look, parent: Look | null, alt: string): void {
    const from = name === null ? '' : ` src="${name}"`
    write(`<img${classOf(declare(look, parent, picture))}${from} alt="${escapeMarkup(alt.slice(0, 2000))}">`)
  }

  function children(node: Element, look: Look, depth: number): void {
    const shadow = shadowOf(node)
    for (let child = firstChildOf(shadow ?? node); child; child = nextOf(child)) walk(child, look, depth + 1)
  }

  function shadowOf(node: Element): ShadowRoot | null {
    const open = openRootOf(node)
    if (open) return open
    const { dom } = (globalThis as { chrome?: ChromeDom }).chrome ?? {}
    if (!dom?.openOrClosedShadowRoot || !nameOf(node).includes('-')) return null
    try {
      return dom.openOrClosedShadowRoot(node as HTMLElement)
    } catch {
      return null
    }
  }

  function pseudo(node: Element, which: '::before' | '::after', parent: Look): void {
    const computed = view.getComputedStyle(node, which)
    const content = computed.getPropertyValue('content')
    if (content === 'none' || content === 'normal' || content === '') return
    const words = [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) =>
      (text ?? '').replace(/\\(.)/g, '$1'),
    )
    write(
      `<span${classOf(declare(lookOf(computed), parent, picture))}>${escapeMarkup(words.join(''))}</span>`,
    )
  }

  /** What a slot shows, or its own children where nothing is put into it. */
  function slotted(slot: HTMLSlotElement, look: Look, depth: number): void {
    const given = HTMLSlotElement.prototype.assignedNodes.call(slot)
    if (given.length === 0) children(slot, look, depth)
    for (const node of given) walk(node, look, depth + 1)
  }

  function drawing(node: Element, look: Look, parent: Look | null, depth: number): void {
    const name = nameOf(node)
    if (name === 'use') symbol(node, look, depth)
    if (!SVG_NAMES.has(name)) return
    let attributes = ''
    for (const one of Element.prototype.getAttributeNames.call(node)) {
      const value = attribute(node, one) ?? ''
      if (SVG_ATTRIBUTES.has(one) && value.length < 100_000 && safeSvgValue(value)) {
        attributes += ` ${one}="${escapeMarkup(value)}"`
      }
    }
    write(`<${name}${classOf(declare(look, parent, () => null))}${attributes}>`)
    children(node, look, depth)
    write(`</${name}>`)
  }

  /** `<use>` shows a drawing that stands elsewhere in the document: it is drawn here instead. */
  function symbol(node: Element, look: Look, depth: number): void {
    const id = (attribute(node, 'href') ?? attribute(node, 'xlink:href') ?? '').replace(/^#/, '')
    const target = /^[\w-]+$/.test(id) ? all(root.ownerDocument, `[id="${id}"]`)[0] : undefined
    if (!target || namespaceOf(target) !== SVG || contains(target, node)) return
    const box = attribute(target, 'viewBox')
    write(`<svg${box && safeSvgValue(box) ? ` viewBox="${escapeMarkup(box)}"` : ''}>`)
    children(target, look, depth)
    write('</svg>')
  }

  function field(node: Element, name: 'input' | 'textarea', look: Look, parent: Look | null): void {
    const type = attribute(node, 'type') ?? 'text'
    const secret = type === 'password' || type === 'hidden'
    const text =
      type === 'checkbox' || type === 'radio'
        ? checkedOf(node)
          ? '☑'
          : '☐'
        : secret
          ? ''
          : textIn[name](node)
    write(
      `<div${classOf(declare(look, parent, picture))}>${escapeMarkup(String(text).slice(0, 10_000))}</div>`,
    )
  }

  function frame(node: Element, look: Look, parent: Look | null): void {
    try {
      const { width, height } = node as HTMLCanvasElement | HTMLVideoElement
      const canvas =
        nameOf(node) === 'canvas' ? (node as HTMLCanvasElement) : root.ownerDocument.createElement('canvas')
      if (canvas !== node) {
        const { videoWidth, videoHeight } = node as HTMLVideoElement
        canvas.width = Math.min(videoWidth || width, 1280)
        canvas.height = Math.round((canvas.width * (videoHeight || height)) / (videoWidth || width || 1))
        canvas.getContext('2d')?.drawImage(node as HTMLVideoElement, 0, 0, canvas.width, canvas.height)
      }
      image(picture(HTMLCanvasElement.prototype.toDataURL.call(canvas, 'image/png')), look, parent, '')
    } catch {
      // It holds a picture of another origin: the browser does not give its pixels.
      image(null, look, parent, '')
    }
  }

  function element(node: Element, parent: Look | null, depth: number): void {
    const name = nameOf(node)
    if (LEFT_OUT.has(name) || leaveOut.has(node)) return
    elements++
    if (elements > MAX_ELEMENTS || size > MAX_HTML || depth > MAX_DEPTH) {
      truncated = true
      return
    }
    const look = lookOf(view.getComputedStyle(node))
    if (look.display === 'none') return
    if (namespaceOf(node) === SVG) drawing(node, look, parent, depth)
    else if (name === 'slot') slotted(node as HTMLSlotElement, parent ?? look, depth)
    else if (name === 'img') {
      image(picture(currentSrc(node) || source(node)), look, parent, attribute(node, 'alt') ?? '')
    } else if (name === 'video' && poster(node)) image(picture(poster(node)), look, parent, '')
    else if (name === 'video' || name === 'canvas') frame(node, look, parent)
    else if (name === 'input' || name === 'textarea') field(node, name, look, parent)
    else plain(node, HTML_NAMES.has(name) ? name : 'div', look, parent, depth)
  }

  function plain(node: Element, tag: string, look: Look, parent: Look | null, depth: number): void {
    write(`<${tag}${classOf(declare(look, parent, picture))}>`)
    if (VOID.has(tag)) return
    pseudo(node, '::before', look)
    children(node, look, depth)
    pseudo(node, '::after', look)
    write(`</${tag}>`)
  }

  function walk(node: Node, parent: Look | null, depth: number): void {
    const type = typeOf(node)
    if (type === 3) write(escapeMarkup(dataOf(node)))
    else if (type === 1) element(node as Element, parent, depth)
  }

  walk(root, null, 0)
  const rules = [...classes].map(([css, name]) => `.${name}{${css}}`).join('\n')
  return { html: documentOf(root, view, rules, parts.join('')), truncated, media }
}

const contains = (node: Node, inner: Node): boolean => Node.prototype.contains.call(node, inner)

/** The item in as much of its surroundings as it needs to look as it did: width, ground, direction, language. */
function documentOf(root: Element, view: Window, rules: string, body: string): string {
  const doc = root.ownerDocument
  const { width } = Element.prototype.getBoundingClientRect.call(root)
  const outer = view.getComputedStyle(doc.documentElement)
  const language = (attribute(doc.documentElement, 'lang') ?? '').replace(/[^\w-]/g, '')
  const scheme = /dark/.test(outer.colorScheme) ? 'dark' : 'light'
  return [
    `<!doctype html><html${language ? ` lang="${language}"` : ''} dir="${outer.direction === 'rtl' ? 'rtl' : 'ltr'}">`,
    '<head><meta charset="utf-8">',
    `<style>:where(:not(svg,svg *)){all:unset}head,style,meta,title{display:none}`,
    `html{display:block;color-scheme:${scheme};background:${groundOf(root, view)}}`,
    `body{display:block;margin:0;width:${Math.ceil(width)}px}\n${rules}</style></head>`,
    `<body>${body}</body></html>`,
  ].join('')
}

/** The first opaque colour behind the item. */
function groundOf(root: Element, view: Window): string {
  for (let at: Element | null = root; at; at = parentElementOf(at)) {
    const { backgroundColor } = view.getComputedStyle(at)
    if (/^rgb\(/.test(backgroundColor)) return backgroundColor
  }
  return 'Canvas'
}

const parentElementOf = getter<Element | null>(Node.prototype, 'parentElement')
