import { attribute, documentOf as ownerOf, parentOf, rootOf } from '../sites/dom'
import { ALONE, type Look, styleOf } from './style'

export const boxOf = (node: Element): DOMRect => Element.prototype.getBoundingClientRect.call(node)

/** The item stands alone: what placed it in the page does not place it here. */
export function rootValues(look: Look): Record<string, string> {
  const position = styleOf(look, 'position') === 'static' ? 'static' : 'relative'
  const moved = /^matrix\(1, 0, 0, 1, [-\d.]+, [-\d.]+\)$/.test(styleOf(look, 'transform'))
  const display = styleOf(look, 'display')
  return {
    ...ALONE,
    position,
    ...(moved ? { transform: 'none' } : {}),
    // A part of a table, or a line of its own, would shrink.
    ...(/^(?:table-|inline$)/.test(display) ? { display: 'block' } : {}),
  }
}

/** The item in as much of its surroundings as it needs to look as it did: width, ground, direction, language. */
export function documentOf(root: Element, view: Window, rules: string): (body: string) => string {
  const outer = rootOf(ownerOf(root))
  const { width } = boxOf(root)
  const { colorScheme, direction } = view.getComputedStyle(outer)
  const language = (attribute(outer, 'lang') ?? '').replace(/[^\w-]/g, '')
  const scheme = /dark/.test(colorScheme) ? 'dark' : 'light'
  const head = [
    `<!doctype html><html${language ? ` lang="${language}"` : ''} dir="${direction === 'rtl' ? 'rtl' : 'ltr'}">`,
    '<head><meta charset="utf-8">',
    `<style>:where(:not(svg,svg *)){all:unset}head,style,meta,title{display:none}`,
    `html{display:block;font-size:16px;color-scheme:${scheme};background:${groundOf(root, view)}}`,
    `body{display:block;margin:0;font-size:16px;width:${Math.ceil(width * 100) / 100}px}\n${rules}</style></head>`,
  ].join('')
  return (body) => `${head}<body>${body}</body></html>`
}

/** The first opaque colour behind the item. */
function groundOf(root: Element, view: Window): string {
  for (let at: Element | null = root; at; at = parentOf(at)) {
    const { backgroundColor } = view.getComputedStyle(at)
    if (/^rgb\(/.test(backgroundColor)) return backgroundColor
  }
  return 'Canvas'
}
