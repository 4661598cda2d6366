import { browser } from './browser'
import { listConnections } from './connectors/connections'
import { listImported } from './grounds/imported'
import { openOutbox } from './outbox/open'
import { enabledSites, isGranted } from './scripts'
import { settings } from './settings'

const MINUTE = 60_000
const minutesSince = (at: number | null) => (at === null ? null : Math.round((Date.now() - at) / MINUTE))

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

/**
 * How the extension is, to be shown to whoever helps: versions, figures and codes. Nothing of what was reported, no
 * name, no account, no address of a backend or a page, no secret.
 */
export async function diagnostics(): Promise<Record<string, unknown>> {
  const outbox = openOutbox()
  const [now, sites, connections, rows, drafts, ledger, packs, allPages, scripts, storage, databases] =
    await Promise.all([
      settings.get(),
      enabledSites(),
      listConnections(),
      outbox.list({ limit: Number.POSITIVE_INFINITY }),
      outbox.drafts(),
      outbox.ledger(),
      listImported(),
      isGranted(['<all_urls>']),
      browser.scripting.getRegisteredContentScripts(),
      navigator.storage.estimate(),
      indexedDB.databases(),
    ])
  const { language, undoSeconds, ownWindow, quiet, paused, disabledSites, servers } = now
  const waiting = rows.filter(({ state }) => state === 'queued' || state === 'sending')
  return {
    made: new Date().toISOString(),
    version: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    languages: navigator.languages,
    settings: {
      language,
      undoSeconds,
      ownWindow,
      quiet,
      paused,
      disabledSites,
      servers: countBy(Object.values(servers)),
    },
    sites: sites.map(({ site }) => `${site.find.id} ${site.find.version}`),
    registered: scripts.map(({ id }) => id),
    allPages,
    connections: connections.map(({ kind, account, problem, lastSeen }) => ({
      kind,
      backendVersion: account.backend.version,
      role: account.role,
      problem: problem?.code ?? null,
      minutesSinceAnswer: minutesSince(lastSeen),
    })),
    notices: countBy(rows.map(({ state }) => state)),
    problems: countBy(rows.flatMap(({ problem }) => problem?.code ?? [])),
    oldestWaitingMinutes: minutesSince(
      waiting.reduce<number | null>(
        (oldest, { createdAt }) => Math.min(oldest ?? createdAt, createdAt),
        null,
      ),
    ),
    drafts: drafts.length,
    ledgerLines: ledger.length,
    importedPacks: packs.length,
    storage: { used: storage.usage ?? null, quota: storage.quota ?? null },
    databases: databases.map(({ name, version }) => `${name} ${version}`),
  }
}
