import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SITES } from '../../utils/sites'

const FOLDER = join(import.meta.dirname, '../../utils/sites')
/** What runs the declarations: no selector of any platform may stand here. */
const MACHINERY =
  /^(?:block|define|dom|domRead|every|excerpt|fields|find|generic|grammar|health|hotfix|index|items|json|missed|outside|pack|parsers|pointed|read|readText|routes|said|selector|server|site|software|target)\.ts$/
const files = readdirSync(FOLDER).filter((file) => !MACHINERY.test(file))
/** Classes made by a build: `x1i10hfl`, `css-146c3p1`, `r-13awgt0`, `_a9zs`, `sc-abc123`, `Post_root__x7Yz2`. */
const HASHED = [
  /^(?:x[0-9a-z]{5,8}|css-\w{5,}|r-[0-9a-z]{6,}|_[0-9a-zA-Z]{4,6}|sc-\w{5,}|jsx-\d+|svelte-\w+)$/,
  /__[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*[A-Z]|__[A-Za-z0-9]{5}$/,
]
const isHashed = (name: string) =>
  HASHED.some((shape) => shape.test(name)) && !/__(?:info|image|title|thumb)$/.test(name)

function selectorsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(selectorsOf) : []
}

describe('site files', () => {
  it('name no class that a build makes', () => {
    for (const site of SITES) {
      for (const text of selectorsOf([site.find.items, site.read])) {
        for (const [, name = ''] of text.matchAll(/\.([A-Za-z_][\w-]*)/g))
          expect(isHashed(name), `${site.find.id}: .${name}`).toBe(false)
        expect(text, site.find.id).not.toMatch(/\[class[*^$~|]?="?(?:x1|css-|r-)/)
      }
    }
    expect(['x1i10hfl', 'css-146c3p1', 'r-13awgt0', '_a9zs', 'Post_root__x7Yz2'].map(isHashed)).toEqual(
      Array(5).fill(true),
    )
  })

  it('are one a platform, each with a table, a day and a word for its trust', () => {
    for (const file of files) {
      const text = readFileSync(join(FOLDER, file), 'utf8')
      expect(text, file).toContain('const AT = {')
      expect(text, file).toMatch(/held: '\d{4}-\d\d-\d\d'/)
      expect(text, file).toMatch(/proof: '(?:un)?proven'/)
    }
  })

  it('are plain data, so that they can be sent to a page', () => {
    for (const { find, read } of SITES) {
      expect(JSON.parse(JSON.stringify({ find, read }))).toEqual({ find, read })
    }
  })
})
