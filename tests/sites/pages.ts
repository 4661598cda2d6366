import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Window } from 'happy-dom'
import type { Item } from '../../utils/notice'
import { readFields, readPageItem } from '../../utils/sites/fields'
import { createFinder, type Found } from '../../utils/sites/find'
import { listItems } from '../../utils/sites/items'
import type { Site } from '../../utils/sites/site'

/** Saved pages of others, beside the repository; absent in a plain clone. */
export const FIXTURES = resolve(import.meta.dirname, '../../../shared/fixtures')
export const haveFixtures = existsSync(FIXTURES)

/** Are there saved pages of this platform? */
export const havePages = (platform: string) => existsSync(join(FIXTURES, platform))

export type Expected = {
  kind: string
  permalink: string | null
  author: { name: string | null; handle: string | null }
  time: string | null
  timeText?: string | null
  text: string | null
  mediaCount: number
  hasQuote?: boolean
  sponsored?: boolean
  quotes?: string
  repostedBy?: string
  truncated?: boolean
  platformId?: string
}
export type Page = {
  name: string
  pageUrl: string
  authentic: string
  note: string
  items: Expected[]
  html: string
}

/** The saved pages of one platform. */
export function savedPages(platform: string): Page[] {
  const folder = join(FIXTURES, platform)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      name: `${platform}/${file.replace('.json', '')}`,
      ...JSON.parse(readFileSync(join(folder, file), 'utf8')),
      html: readFileSync(join(folder, file.replace('.json', '.html')), 'utf8'),
    }))
}

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

/** White space collapsed, the first 80 characters: how texts are compared. */
export const brief = (text: string | null) => text?.replace(/\s+/g, ' ').trim().slice(0, 80).trim() ?? null
