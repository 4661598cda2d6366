import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

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

/** White space collapsed, the first 80 characters: how texts are compared. */
export const brief = (text: string | null) => text?.replace(/\s+/g, ' ').trim().slice(0, 80).trim() ?? null
