import type { Item } from '../../utils/notice'
import { readFields, readPageItem } from '../../utils/sites/fields'
import { createFinder } from '../../utils/sites/find'
import { isSigned, listItems } from '../../utils/sites/items'
import type { Site } from '../../utils/sites/site'

/** What is bundled and put into a real page: reads all that the rules find. */
export function readDocument({ find, read }: Pick<Site, 'find' | 'read'>): Item[] {
  const finder = createFinder(find)
  const found = isSigned(finder, document) ? listItems(finder, document).filter(({ quoted }) => !quoted) : []
  const own = found.length ? null : readPageItem(finder, read, document, location.href)
  return own ? [own] : found.map((one) => readFields(finder, one, read, location.href))
}

/** Every class name and every id that a build or a framework made, replaced: what is read must not change. */
export function scramble(): void {
  const names = new Map<string, string>()
  const random = () => `z${Math.random().toString(36).slice(2, 9)}`
  for (const node of document.querySelectorAll('[class]')) {
    const classes = (node.getAttribute('class') ?? '').split(/\s+/).map((name) => {
      if (!names.has(name)) names.set(name, random())
      return names.get(name)
    })
    node.setAttribute('class', classes.join(' '))
  }
  for (const node of document.querySelectorAll('[id^="radix-"],[id^="ember"],[id^="id__"],[id^="_r_"]'))
    node.id = random()
}

Object.assign(globalThis, { flagpostTest: { readDocument, scramble } })
