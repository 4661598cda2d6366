import { hostOf } from '../host'
import { sha256 } from '../ledger/entry'
import type { Notice } from '../notice'
import { authorKey, readAddress } from './address'
import { foldedWords } from './text'

/** What later notices are compared with: digests and codes, no content. Kept with the notice's row. */
export type Marks = {
  /** SHA-256 of each name of the author on its platform: by the address, and as it was read. */
  authors: string[]
  /** DSA categories of its grounds. */
  topics: string[]
  /** The item's language without its region, where it is known. */
  language: string | null
  /** SHA-256 of each explanation's folded words, in the order of the grounds. */
  whys: string[]
}

/** The marks of a notice. */
export async function marksOf({ item, grounds }: Notice): Promise<Marks> {
  const { site, author } = readAddress(item.platform, item.permalink)
  const host = hostOf(item.permalink) ?? ''
  const name = item.author.handle ?? item.author.address ?? item.author.name
  const names = [author, name === null ? null : authorKey(site, name, host)].filter((key) => key !== null)
  return {
    authors: await Promise.all([...new Set(names)].map((key) => sha256(key))),
    topics: [...new Set(grounds.map(({ ground }) => ground.dsa.category))],
    language: item.language?.toLowerCase().split('-')[0] ?? null,
    whys: await Promise.all(grounds.map(({ explanation }) => sha256(foldedWords(explanation.why)))),
  }
}
