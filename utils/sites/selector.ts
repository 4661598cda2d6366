/**
 * The closed grammar of selectors that rules from outside may use: elements, ids, classes, attributes, combinators,
 * and pseudo-classes of structure. Nothing of it can ask for a resource, a state of the person (`:visited`, `:hover`)
 * or a nested `:has`, and whatever fits is a selector to every browser.
 */
const NAME = /^-?[A-Za-z_][\w-]*/
const ATTRIBUTE = /^\[\s*-?[A-Za-z_][\w-]*\s*(?:[~|^$*]?=\s*(?:"[^"\\\n]*"|'[^'\\\n]*')\s*[is]?\s*)?\]/
const PLAIN = new Set([
  'scope',
  'root',
  'empty',
  'first-child',
  'last-child',
  'only-child',
  'first-of-type',
  'last-of-type',
  'only-of-type',
])
const LISTS = new Set(['is', 'where', 'not', 'has'])
const COUNTED = new Set(['nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type'])
const MAX = 4000

/** Does a text fit the grammar as a list of selectors? */
export function isSelector(text: string): boolean {
  if (text.length > MAX) return false
  const rest = list(text, { relative: false, inHas: false })
  return rest !== null && rest.trim() === ''
}

type Where = { relative: boolean; inHas: boolean }

/** Each reads its part from the beginning and gives what is left over; null: it does not fit. */
function list(text: string, where: Where): string | null {
  let rest = complex(text, where)
  while (rest?.trimStart().startsWith(',')) rest = complex(rest.trimStart().slice(1), where)
  return rest
}

function complex(text: string, where: Where): string | null {
  let rest = text.trimStart()
  if (where.relative && /^[>+~]/.test(rest)) rest = rest.slice(1).trimStart()
  let left = compound(rest, where)
  while (left !== null) {
    const next = /^(?:\s*[>+~]\s*|\s+)(?=[^\s,)])/.exec(left)
    if (!next) return left
    left = compound(left.slice(next[0].length), where)
  }
  return null
}

function compound(text: string, where: Where): string | null {
  const element = text.startsWith('*') ? '*' : (NAME.exec(text)?.[0] ?? '')
  let rest = text.slice(element.length)
  for (;;) {
    const left = part(rest, where)
    if (left === null) return null
    if (left === rest) return rest.length < text.length ? rest : null
    rest = left
  }
}

/** One condition; the same text where there is none. */
function part(text: string, where: Where): string | null {
  if (text[0] === '#' || text[0] === '.') {
    const name = NAME.exec(text.slice(1))?.[0]
    return name ? text.slice(1 + name.length) : null
  }
  if (text[0] === '[') {
    const attribute = ATTRIBUTE.exec(text)?.[0]
    return attribute ? text.slice(attribute.length) : null
  }
  return text[0] === ':' ? pseudo(text.slice(1), where) : text
}

function pseudo(text: string, { inHas }: Where): string | null {
  const name = /^[a-z-]+/.exec(text)?.[0] ?? ''
  const rest = text.slice(name.length)
  if (PLAIN.has(name)) return rest
  if (COUNTED.has(name)) {
    const count = /^\(\s*(?:odd|even|[+-]?\d*n(?:\s*[+-]\s*\d+)?|\d+)\s*\)/.exec(rest)?.[0]
    return count ? rest.slice(count.length) : null
  }
  if (!LISTS.has(name) || rest[0] !== '(' || (name === 'has' && inHas)) return null
  const inner = list(rest.slice(1), { relative: name === 'has', inHas: inHas || name === 'has' })?.trimStart()
  return inner?.startsWith(')') ? inner.slice(1) : null
}
