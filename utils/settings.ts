import { z } from 'zod'
import { browser } from './browser'
import { inTurn } from './in-turn'

/** What the reviewer can set. A value that does not fit falls back alone; the others stay. */
export const Settings = z.object({
  version: z.literal(1).catch(1),
  language: z.enum(['system', 'en', 'ru', 'kk']).catch('system'),
  undoSeconds: z.number().int().min(0).max(600).catch(10),
  /** Always open the form in a window of its own, never in the page. */
  ownWindow: z.boolean().catch(false),
  /** Sites by their ids, other pages by their hosts, where the form opens in a window of its own. */
  ownWindowSites: z.array(z.string().max(253)).max(500).catch([]),
  /** Nothing of ours stands in any page until the reviewer calls it. */
  quiet: z.boolean().catch(false),
  /** A vault with a passphrase locks after so many minutes without input. */
  lockMinutes: z.number().int().min(1).max(240).catch(15),
  /** Nothing is sent while paused. */
  paused: z.boolean().catch(false),
  /** Single letters as commands on our own pages (never while typing). */
  singleKeys: z.boolean().catch(true),
  favourites: z.array(z.string()).max(200).catch([]),
  recentGrounds: z.array(z.string()).max(50).catch([]),
  /** Servers of the fediverse that the reviewer added: host name → id of the site that reads its software. */
  servers: z.record(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/), z.string().max(40)).catch({}),
  /** Sites are read by the rules that the extension ships, whatever came later. */
  shippedRules: z.boolean().catch(false),
  /** For developers: the popup can save the open page as a fixture. */
  fixtures: z.boolean().catch(false),
  disabledSites: z.array(z.string()).max(100).catch([]),
})
export type Settings = z.infer<typeof Settings>

const KEY = 'settings'
const parse = (value: unknown): Settings =>
  Settings.parse(typeof value === 'object' && value !== null ? withServers(value) : {})

/** Before servers of other software could be added, all of them were Mastodon's, in a list. */
function withServers(value: object): object {
  const { mastodonHosts, ...rest } = value as { mastodonHosts?: unknown; servers?: unknown }
  if (rest.servers !== undefined || !Array.isArray(mastodonHosts)) return rest
  return { ...rest, servers: Object.fromEntries(mastodonHosts.map((host) => [host, 'mastodon'])) }
}

const oneByOne = inTurn()

export const settings = {
  async get(): Promise<Settings> {
    return parse((await browser.storage.local.get(KEY))[KEY])
  },

  /** Changes some of the settings; concurrent changes follow one another. */
  set(patch: Partial<Settings>): Promise<void> {
    return oneByOne(async () => {
      await browser.storage.local.set({ [KEY]: { ...(await settings.get()), ...patch } })
    })
  },

  /** Calls back after each change, from whichever page; returns its remover. */
  watch(changed: (now: Settings, before: Settings) => void): () => void {
    const listener = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>, area: string) => {
      const change = changes[KEY]
      if (area === 'local' && change) changed(parse(change.newValue), parse(change.oldValue))
    }
    browser.storage.onChanged.addListener(listener)
    return () => browser.storage.onChanged.removeListener(listener)
  },
}
