import type { Snapshot } from './show'
import { type Token, tokensOf } from './tokens'

const MAX_TEXT = 500_000
const UNREAD = new Set(['title', 'desc'])

/** `apart`: a box of its own in the line, as cells and buttons are. */
type Style = { block: boolean; apart: boolean; pre: boolean; hidden: boolean }

/**
 * The words of a snapshot as one reads them: blocks on lines of their own, spaces as the browser draws them. Taken
 * from the markup itself, so that the text never holds what the markup does not.
 */
export function textOf({ css, body }: Snapshot): { text: string; truncated: boolean } {
  const styles = new Map<string, string>()
  for (const [, name = '', rule = ''] of css.matchAll(/^\.(f[0-9a-z]+)\{([^}]*)\}$/gm)) styles.set(name, rule)
  const open: Style[] = [{ block: true, apart: false, pre: false, hidden: false }]
  let text = ''

  function styleOf({ attributes }: Token & { kind: 'start' }): Style {
    const [, names = ''] = / class="([^"]*)"/.exec(attributes) ?? []
    const rule = `;${styles.get(names.split(' ')[0] ?? '') ?? ''}`
    const value = (name: string) => new RegExp(`;${name}:([^;]*)`).exec(rule)?.[1]
    const around = open.at(-1) as Style
    const [display, space, seen] = ['display', 'white-space', 'visibility'].map(value)
    return {
      block: display !== undefined && !/^(?:inline|contents|ruby|table-cell)/.test(display),
      apart: display !== undefined && /^(?:inline-|table-cell)/.test(display),
      pre: space === undefined ? around.pre : /^(?:pre|break)/.test(space),
      hidden: seen === undefined ? around.hidden : seen !== 'visible',
    }
  }
  const newLine = () => {
    text = text.replace(/ +$/, '')
    if (text !== '' && !text.endsWith('\n')) text += '\n'
  }

  for (const token of tokensOf(body)) {
    const { pre, hidden } = open.at(-1) as Style
    if (token.kind === 'text') {
      if (hidden) continue
      const words = pre ? token.text : token.text.replace(/[\t\n\r ]+/g, ' ')
      text += /[\n ]$|^$/.test(text) && !pre ? words.replace(/^ /, '') : words
    } else if (token.kind === 'start') {
      if (token.name === 'br') text += '\n'
      if (/^(?:br|img|hr|wbr)$/.test(token.name)) continue
      const style = styleOf(token)
      open.push(UNREAD.has(token.name) ? { ...style, hidden: true } : style)
      if (style.block) newLine()
      else if (style.apart && /\S$/.test(text)) text += ' '
    } else {
      const { block, apart } = open.pop() as Style
      if (block) newLine()
      else if (apart && /\S$/.test(text)) text += ' '
    }
  }
  text = text.trim()
  return { text: text.slice(0, MAX_TEXT), truncated: text.length > MAX_TEXT }
}
