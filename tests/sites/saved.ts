import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SITES, siteById, siteFor } from '../../utils/sites'
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

function json(file: string): Json {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return value && typeof value === 'object' ? (value as Json) : {}
  } catch {
    return {}
  }
}

/** The site of an address, or for software that any host may run the one that the page is said to be of. */
export function siteOfPage(address: string, platform: string): Site | null {
  const named = siteById(platform)
  return siteFor(address) ?? (named?.find.origin === 'self' ? named : null)
}

function savedPage(folder: string, platform: string, file: string): Page | null {
  const name = file.replace(/\.html$/, '')
  const about = join(folder, `${name}.json`)
  const { pageUrl, platform: told } = json(about)
  if (typeof pageUrl !== 'string' || !/^https?:/.test(pageUrl) || !URL.canParse(pageUrl)) return null
  const software = typeof told === 'string' && SITES.some(({ find }) => find.id === told) ? told : platform
  return {
    name: `${platform}/${name}`,
    platform,
    pageUrl,
    legacy: name.startsWith('legacy-'),
    html: readFileSync(join(folder, file)),
    site: siteOfPage(pageUrl, software),
    expected: () => {
      const { items } = json(about)
      return Array.isArray(items) ? items.filter((one) => one && typeof one === 'object') : []
    },
  }
}

/** A page out of a test. */
export function madePage(name: string, site: Site, pageUrl: string, html: string): Page {
  const platform = site.find.id
  return { name, platform, pageUrl, legacy: false, html: Buffer.from(html), site, expected: () => [] }
}

/** The saved pages `PLATFORM/NAME.html` of a folder that say in `NAME.json` where they were saved. */
export function savedPages(folder: string): Page[] {
  return readdirSync(folder)
    .sort()
    .filter((platform) => statSync(join(folder, platform)).isDirectory())
    .flatMap((platform) =>
      readdirSync(join(folder, platform))
        .sort()
        .filter((file) => file.endsWith('.html'))
        .flatMap((file) => savedPage(join(folder, platform), platform, file) ?? []),
    )
}

/** White space collapsed, the first 80 characters: how texts are compared. */
export const brief = (text: unknown) =>
  typeof text === 'string' ? text.replace(/\s+/g, ' ').trim().slice(0, 80).trim() || null : null
