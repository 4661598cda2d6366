import { textOf } from './domRead'
import { print } from './routes'

const MAX_BYTES = 5_000_000
const MAX_OBJECTS = 300_000

/**
 * One value of the JSON in a script element: in the object whose keys equal `where` (`code={id},kind=x`, filled with
 * the parts of the item's address) what lies under the dotted `path`. Null when nothing names exactly this item.
 */
export function readJson(
  node: Element,
  where: string,
  path: string,
  parts: Record<string, string>,
): string | null {
  const text = textOf(node)
  if (text.length > MAX_BYTES) return null
  const wanted = where.split(',').map((pair) => {
    const cut = pair.indexOf('=')
    return [pair.slice(0, cut), print(pair.slice(cut + 1), parts)] as const
  })
  if (!wanted.every(([, value]) => value && text.includes(value))) return null
  const stack: unknown[] = [parseLoosely(text)]
  for (let seen = 0; stack.length && seen < MAX_OBJECTS; seen++) {
    const value = stack.pop()
    if (!value || typeof value !== 'object') continue
    if (!Array.isArray(value) && wanted.every(([key, text]) => String(at(value, key) ?? '') === text)) {
      const found = at(value, path)
      if (typeof found === 'string' || typeof found === 'number') return String(found)
    }
    for (const inner of Object.values(value)) stack.push(inner)
  }
  return null
}

function at(value: unknown, path: string): unknown {
  let here = value
  for (const key of path.split('.')) {
    if (!here || typeof here !== 'object' || !Object.hasOwn(here, key)) return undefined
    here = (here as Record<string, unknown>)[key]
  }
  return here
}

/** JSON, or the object that a script assigns (`var data = {…};`); undefined where it is neither. */
function parseLoosely(text: string): unknown {
  const bare = text.trim().replace(/^(?:var\s+|window\.)?[\w.$]+\s*=\s*(?=[{[])/, '')
  const end = Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']')) + 1
  for (const candidate of [bare, bare.slice(0, end)]) {
    try {
      return JSON.parse(candidate)
    } catch {
      // Not JSON as it stands: the next form, or nothing.
    }
  }
}
