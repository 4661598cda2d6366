import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { siteById, siteFor } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'

/** Saved pages of others, beside the repository; absent in a plain clone. */
export const FIXTURES = resolve(import.meta.dirname, '../../../shared/fixtures')
export const haveFixtures = existsSync(FIXTURES)

/** What a careful reader finds; fields that a page does not have are absent or null. */
export type Expected = {
  kind?: string
  permalink?: string | null
  author?: { name?: string | null; handle?: string | null } | null
  time?: string | null
  timeText?: string | null
  text?: string | null
  mediaCount?: number | null
  hasQuote?: boolean
  sponsored?: boolean
  edited?: boolean
  truncated?: boolean
  quotes?: string
  repostedBy?: unknown
  platformId?: string
}

/** A saved page without what is expected of it: that is looked up only when it has been read. */
export type Page = {
  /** `platform/name`. */
  name: string
  platform: string
  pageUrl: string
  /** Of a front end that is gone: not to be read, and not to be misread either. */
  legacy: boolean
  html: Buffer
  site: Site | null
  /** Reads the expected items, at the time of asking. */
  expected: () => Expected[]
}

type Json = Record<string, unknown>

/** The object in a JSON file, or why there is none. */
function json(file: string): Json | string {
  if (!existsSync(file)) return `${basename(file)} is missing`
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return value && typeof value === 'object' ? (value as Json) : `${basename(file)} holds no object`
  } catch {
    return `${basename(file)} is no JSON`
  }
}

/** The site of an address, or for software that any host may run the one that the page is said to be of. */
export function siteOfPage(address: string, platform: string): Site | null {
  const named = siteById(platform)
  return siteFor(address) ?? (named?.find.origin === 'self' ? named : null)
}

/** A saved page, or why it cannot be looked at. */
function savedPage(folder: string, group: string, file: string): Page | string {
  const name = file.replace(/\.html?$/, '')
  const about = join(folder, `${name}.json`)
  const told = json(about)
  if (typeof told === 'string') return told
  const { pageUrl, platform, items } = told
  if (typeof pageUrl !== 'string' || !URL.canParse(pageUrl) || !/^https?:/.test(pageUrl))
    return `${name}.json has no pageUrl with http or https`
  if (!Array.isArray(items)) return `${name}.json has no list of items`
  const software = typeof platform === 'string' && siteById(platform) ? platform : group
  const site = siteOfPage(pageUrl, software)
  return {
    name: `${group}/${name}`,
    platform: site?.find.id ?? software,
    pageUrl,
    legacy: name.startsWith('legacy-'),
    html: readFileSync(join(folder, file)),
    site,
    expected: () => {
      const again = json(about)
      const list = typeof again === 'string' ? [] : again.items
      return Array.isArray(list) ? list.filter((one) => one && typeof one === 'object') : []
    },
  }
}

/** A page out of a test. */
export function madePage(name: string, site: Site, pageUrl: string, html: string): Page {
  const platform = site.find.id
  return { name, platform, pageUrl, legacy: false, html: Buffer.from(html), site, expected: () => [] }
}

/** The saved pages of a folder, and those of its files that are none, each with the reason. */
export type Saved = { pages: Page[]; skipped: { file: string; why: string }[] }

/** Every page NAME.html in a folder and in its folders that says in its `NAME.json` where it was saved. */
export function savedIn(folder: string): Saved {
  const groups = readdirSync(folder)
    .sort()
    .filter((group) => statSync(join(folder, group), { throwIfNoEntry: false })?.isDirectory())
  const saved: Saved = { pages: [], skipped: [] }
  for (const group of ['', ...groups]) {
    const place = join(folder, group)
    const files = readdirSync(place).filter((file) => /\.html?$/.test(file))
    for (const file of files.sort()) {
      const page = savedPage(place, group || basename(resolve(folder)), file)
      if (typeof page === 'string') saved.skipped.push({ file: join(group, file), why: page })
      else saved.pages.push(page)
    }
  }
  return saved
}

export const savedPages = (folder: string): Page[] => savedIn(folder).pages

/** White space collapsed, the first 80 characters: how texts are compared. */
export const brief = (text: unknown) =>
  typeof text === 'string' ? text.replace(/\s+/g, ' ').trim().slice(0, 80).trim() || null : null
