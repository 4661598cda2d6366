import type { Item } from '../notice'
import { contains } from './dom'
import { windowOf } from './domRead'
import { readFields, readPageItem } from './fields'
import { createFinder } from './find'
import { isSigned, listItems } from './items'
import type { EveryAsk } from './target'

/** One item of a page. `quoted`: it lies in another one; `within`: place in the list of the item that holds it. */
export type EveryItem = { item: Item; quoted: boolean; within: number | null }

/**
 * Every item of the page as it stands now, in the page's order; where it shows none, what the document says of the
 * item that its own address (`page`) names (a page as the server sent it).
 */
export function readEvery(
  { find, read }: EveryAsk,
  doc: Document,
  page = windowOf(doc)?.location.href ?? doc.URL,
): EveryItem[] {
  const finder = createFinder(find)
  if (!isSigned(finder, doc)) return []
  const found = listItems(finder, doc)
  if (found.some(({ quoted }) => !quoted)) {
    return found.map((one) => {
      const holder = found.findLastIndex(({ root }) => root !== one.root && contains(root, one.root))
      return {
        item: readFields(finder, one, read, page),
        quoted: one.quoted,
        within: holder < 0 ? null : holder,
      }
    })
  }
  const own = readPageItem(finder, read, doc, page)
  return own ? [{ item: own, quoted: false, within: null }] : []
}
