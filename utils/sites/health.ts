import { z } from 'zod'
import { browser } from '../browser'
import { inTurn } from '../in-turn'
import { isMissed } from './missed'
import type { FindRules } from './site'

/** So many pages in a row that the rules missed make a site degraded. */
const PAGES = 3

const Health = z.object({
  /** Of the rules that were looked at; newer ones start anew. */
  version: z.number(),
  /** Pages in a row that were missed. */
  missed: z.number().int().min(0),
  /** The popup has said so. */
  told: z.boolean(),
  /** How often each alternative of each field gave its value: `time.0`, `time.none`. */
  counts: z.record(z.string().max(60), z.number().int().min(0)),
})
export type Health = z.infer<typeof Health>
const All = z.record(z.string().max(40), Health).catch({})
const KEY = 'siteHealth'
/** Names that a page may make us keep; a site has some dozens. */
const MOST_COUNTS = 200

const fresh = (version: number): Health => ({ version, missed: 0, told: false, counts: {} })

const oneByOne = inTurn()

/** What is known of every site, by its id. Never leaves this browser but by the reviewer's own export. */
export async function healthOfSites(): Promise<Record<string, Health>> {
  return All.parse((await browser.storage.local.get(KEY))[KEY] ?? {})
}

function change(find: Pick<FindRules, 'id' | 'version'>, next: (health: Health) => Health): Promise<void> {
  return oneByOne(async () => {
    const all = await healthOfSites()
    const now = all[find.id]
    const health = next(now?.version === find.version ? now : fresh(find.version))
    await browser.storage.local.set({ [KEY]: { ...all, [find.id]: health } })
  })
}

/** A page of the site was looked over. A page with neither items nor links to any says nothing. */
export function notePage(
  find: Pick<FindRules, 'id' | 'version'>,
  items: number,
  strays: number,
): Promise<void> {
  if (items === 0 && !isMissed(items, strays)) return Promise.resolve()
  return change(find, (health) =>
    isMissed(items, strays)
      ? { ...health, missed: Math.min(health.missed + 1, PAGES) }
      : { ...health, missed: 0, told: false },
  )
}

/** Counts which alternatives gave an item's fields (`field.place`), or that none did (`field.none`). */
export function noteUsed(find: Pick<FindRules, 'id' | 'version'>, used: readonly string[]): Promise<void> {
  return change(find, (health) => {
    const counts = { ...health.counts }
    for (const name of used)
      if (name in counts || Object.keys(counts).length < MOST_COUNTS) counts[name] = (counts[name] ?? 0) + 1
    return { ...health, counts }
  })
}

export const isDegraded = (health: Health | undefined, version: number): boolean =>
  health?.version === version && health.missed >= PAGES

/** The reviewer was told that a site is degraded: not again, until it was well in between. */
export const noteTold = (find: Pick<FindRules, 'id' | 'version'>): Promise<void> =>
  change(find, (health) => ({ ...health, told: true }))
