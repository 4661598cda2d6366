/**
 * The grammar of addresses. A pattern is literal text with parts `{name:type}` (type `word` where none is given);
 * a path may end in `/*` (anything may follow) and have a query of required parameters (`?v={v:code}`); one that
 * starts with `//` names its host too. An address is parsed into its parts and printed anew: what is not in the
 * pattern is gone by construction.
 */
const TYPES: Record<string, string> = {
  num: '[0-9]{1,25}',
  int: '-?[0-9]{1,25}',
  word: '[A-Za-z0-9_.-]{1,100}',
  code: '[A-Za-z0-9_-]{1,120}',
  label: '[a-z0-9-]{1,63}',
  acct: '[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}(?:@[A-Za-z0-9.-]{1,253})?',
  who: '(?:did:[a-z]{1,20}:)?[A-Za-z0-9._-]{1,253}',
  slug: "(?:[A-Za-z0-9_.~!'()*,;:@+$&=-]|%[0-9A-Fa-f]{2}){1,300}",
  lazyslug: "(?:[A-Za-z0-9_.~!'()*,;:@+$&=-]|%[0-9A-Fa-f]{2}){1,300}?",
  any: '[^]{1,300}',
  lazy: '[^]{1,300}?',
  rest: '[^]+',
}

/**
 * The pattern as the source of a regular expression with one named group a part.
 * @throws Error for a type that the grammar does not have.
 */
export function classOf(pattern: string): string {
  const open = pattern.endsWith('/*')
  const body = (open ? pattern.slice(0, -2) : pattern)
    .split(/(\{\w+(?::\w+)?\})/)
    .map((bit) => {
      const part = /^\{(\w+)(?::(\w+))?\}$/.exec(bit)
      if (!part) return bit.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      const type = TYPES[part[2] ?? 'word']
      if (!type) throw new Error(`no such type in ${pattern}`)
      return `(?<${part[1]}>${type})`
    })
    .join('')
  return `^${body}${open ? '(?:/.*)?' : '/?'}$`
}
