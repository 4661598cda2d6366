import { browser } from '../browser'
import { request } from '../connectors/http'
import { inTurn } from '../in-turn'
import { settings } from '../settings'
import type { Pack } from './ground'
import { readServerRules, rulesPlace, ServerRules, serverPack } from './server-rules'
import type { Shipped } from './shipped'

const KEY = 'serverRules'
const WEEK = 7 * 86_400_000

/** What was read of the servers that the reviewer has now, by host name. An entry that does not fit any more is none. */
export async function storedServerRules(): Promise<Record<string, ServerRules>> {
  const [{ [KEY]: stored }, { servers }] = await Promise.all([browser.storage.local.get(KEY), settings.get()])
  const entries = Object.entries((stored ?? {}) as Record<string, unknown>).flatMap(([host, one]) => {
    const parsed = ServerRules.safeParse(one)
    return parsed.success && servers[host] === parsed.data.software ? [[host, parsed.data] as const] : []
  })
  return Object.fromEntries(entries)
}

const turn = inTurn()

/**
 * Reads the rules of a server that the reviewer added, where its software has a place for them; only the server itself
 * is asked, without cookies. Gives their number; null: no answer that can be read, and what was read before stays.
 */
export async function readRulesOf(host: string, signal: AbortSignal): Promise<number | null> {
  const software = (await settings.get()).servers[host]
  const place = software ? rulesPlace(host, software) : null
  if (!software || !place) return null
  const answer = await request(place.url, place.init, signal)
  const rules = answer?.status === 200 ? readServerRules(software, answer.json) : null
  await turn(async () => {
    const known = await storedServerRules()
    const before = known[host] ?? { software, readAt: 0, rules: [] }
    const now = Date.now()
    const entry = { ...before, ...(rules ? { readAt: now, rules } : {}), askedAt: now }
    await browser.storage.local.set({ [KEY]: { ...known, [host]: entry } })
  })
  return rules?.length ?? null
}

/**
 * Asks each server again that was not asked for a week. Never at a press, which it would tell the
 * server. True: some were read.
 */
export async function refreshServerRules(signal: AbortSignal, now = Date.now()): Promise<boolean> {
  const [{ servers }, known] = await Promise.all([settings.get(), storedServerRules()])
  const due = Object.keys(servers).filter((host) => now - (known[host]?.askedAt ?? 0) > WEEK)
  const counts = await Promise.allSettled(due.map((host) => readRulesOf(host, signal)))
  return counts.some((one) => one.status === 'fulfilled' && one.value !== null)
}

/** The packs of grounds that the servers' rules are. */
export async function serverPacks(shipped: Pick<Shipped, 'packs' | 'phrases'>): Promise<Pack[]> {
  const known = await storedServerRules()
  const usual = new Map(
    shipped.packs.find(({ id }) => id === 'mastodon')?.grounds.map((ground) => [ground.id, ground]),
  )
  const told = Object.entries(known).filter(([, { rules }]) => rules.length > 0)
  return Promise.all(
    told.map(([host, read]) => serverPack(host, read, shipped.phrases, (id) => usual.get(id))),
  )
}
