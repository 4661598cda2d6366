import { Window } from 'happy-dom'
import type { Item } from '../../utils/notice'
import { readFields, readPageItem } from '../../utils/sites/fields'
import { createFinder, type Found } from '../../utils/sites/find'
import { listItems } from '../../utils/sites/items'
import type { Site } from '../../utils/sites/site'

/** A document that shows `html` under an address; no script runs, nothing loads. */
export function open(html: string, url: string): Document {
  const window = new Window({
    url,
    settings: {
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      enableJavaScriptEvaluation: false,
    },
  })
  window.document.write(html)
  return window.document as unknown as Document
}

/** Every item that is not quoted, as the reader reads it. */
/** The items, or where the page shows none what the document says of the item that its address names. */
export function readAll(site: Site, doc: Document, page: string): Item[] {
  const items = readItems(site, doc, page).map(({ item }) => item)
  const own = items.length ? null : readPageItem(createFinder(site.find), site.read, doc, page)
  return own ? [own] : items
}

export function readItems(site: Site, doc: Document, page: string): { found: Found; item: Item }[] {
  const finder = createFinder(site.find)
  return listItems(finder, doc)
    .filter((found) => !found.quoted)
    .map((found) => ({ found, item: readFields(finder, found, site.read, page) }))
}
