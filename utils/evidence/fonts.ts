import { getter } from '../sites/dom'
import type { Pause } from './pause'
import { withoutLoads } from './style'
import type { Writer } from './writer'

const fontsOf = getter<Iterable<FontFace>>(Document.prototype, 'fonts')
const sheetsOf = getter<StyleSheetList>(Document.prototype, 'styleSheets')
const adoptedOf = getter<CSSStyleSheet[]>(Document.prototype, 'adoptedStyleSheets')
const baseOf = getter<string>(Node.prototype, 'baseURI')
/** A family's name that can be written as it is. */
const PLAIN = /^[\w .-]+$/
const DESCRIPTORS = [
  'font-weight',
  'font-style',
  'font-stretch',
  'unicode-range',
  'size-adjust',
  'ascent-override',
  'descent-override',
  'line-gap-override',
]
/** So deep are rules looked for in layers and conditions. */
const DEPTH = 4
/** So many rules are quick to look through. */
const AT_ONCE = 200

const bare = (family: string) =>
  family
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase()
const sameText = (text: string) => text.replace(/\s/g, '').toLowerCase()

/**
 * The `@font-face` rules of the fonts in which the item is written and which the browser has loaded; their files are
 * fetched in the background like pictures. Sheets of other origins do not show their rules: their fonts are lost.
 * @param families values of `font-family` in the item.
 */
export async function fontRules(
  doc: Document,
  families: Iterable<string>,
  { picture }: Writer,
  pause: Pause,
): Promise<string> {
  const used = new Set([...families].flatMap((value) => value.split(',').map(bare)))
  const loaded = new Set<string>()
  for (const { family, status, unicodeRange } of fontsOf(doc)) {
    if (status === 'loaded' && used.has(bare(family))) loaded.add(bare(family) + sameText(unicodeRange))
  }
  if (loaded.size === 0) return ''
  const rules: string[] = []
  let looked = 0

  function take(style: CSSStyleDeclaration, base: string): void {
    const family = style.getPropertyValue('font-family').replace(/["']/g, '')
    const range = style.getPropertyValue('unicode-range') || 'U+0-10FFFF'
    if (!PLAIN.test(family) || !loaded.has(bare(family) + sameText(range))) return
    const [, , address] = /url\((["']?)([^"')]+)\1\)/.exec(style.getPropertyValue('src')) ?? []
    const name = address && URL.canParse(address, base) ? picture(new URL(address, base).href, 'font') : null
    if (name === null || name === undefined) return
    const rest = DESCRIPTORS.map((one) => [one, style.getPropertyValue(one)] as const)
      .filter(([, value]) => value !== '' && withoutLoads(value, () => null) !== null)
      .map(([one, value]) => `${one}:${value};`)
    rules.push(`@font-face{font-family:"${family}";${rest.join('')}src:url("${name}")}`)
  }

  async function search(list: CSSRuleList, base: string, depth: number): Promise<void> {
    for (const rule of list) {
      if (++looked % AT_ONCE === 0) await pause()
      if (rule instanceof CSSFontFaceRule) take(rule.style, base)
      else if (rule instanceof CSSGroupingRule && depth < DEPTH) await search(rule.cssRules, base, depth + 1)
      else if (rule instanceof CSSImportRule && rule.styleSheet && depth < DEPTH)
        await searchSheet(rule.styleSheet, depth + 1)
    }
  }

  async function searchSheet(sheet: CSSStyleSheet, depth: number): Promise<void> {
    try {
      await search(sheet.cssRules, sheet.href ?? baseOf(doc), depth)
    } catch {
      // Of another origin.
    }
  }

  for (const sheet of [...sheetsOf(doc), ...adoptedOf(doc)]) await searchSheet(sheet, 0)
  return rules.map((one) => `${one}\n`).join('')
}
