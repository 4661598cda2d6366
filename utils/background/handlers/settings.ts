import {
  addConnection,
  enrolConnection,
  listConnections,
  pinnedKeys,
  preferConnection,
  removeConnection,
  testConnection,
} from '../../connectors/connections'
import type { ServerRules } from '../../grounds/server-rules'
import { readRulesOf, storedServerRules } from '../../grounds/server-rules-kept'
import { ProblemError } from '../../problem'
import { enabledSite, grantedOf, siteMatches, syncScripts } from '../../scripts'
import { settings } from '../../settings'
import { healthOfSites, isDegraded, noteTold } from '../../sites/health'
import { serverHost } from '../../sites/server'
import { softwareOf } from '../../sites/software'
import { showBadge } from '../announce'
import { giveHostBack } from '../backend-host'
import { forgetCatalogue } from '../catalogue'
import type { Handlers } from '../router'
import type { Service } from '../service'
import { fetchSitePacks } from '../site-packs'
import { wipe } from '../wipe'

type SettingsMessages =
  | Extract<keyof Handlers, `connection.${string}`>
  | 'site.list'
  | 'site.sync'
  | 'site.add'
  | 'site.rules'
  | 'site.degraded'
  | 'site.counts'
  | 'local.wipe'

/** Long enough for a slow backend, short enough for someone who waits. */
const patience = () => AbortSignal.timeout(25_000)

const readOf = (known: ServerRules | undefined) =>
  known?.readAt ? { count: known.rules.length, readAt: known.readAt } : null

/** Messages of the options page. */
export function settingsHandlers({ drain, outbox }: Service): Pick<Handlers, SettingsMessages> {
  return {
    'connection.list': () => listConnections(),

    async 'connection.enrol'({ link }) {
      const connection = await enrolConnection(link, patience())
      drain()
      return connection
    },

    async 'connection.add'({ address, token }) {
      const connection = await addConnection(address, token, patience())
      drain()
      return connection
    },

    async 'connection.test'({ connectionId }) {
      const connection = await testConnection(connectionId, patience())
      if (connection.problem === null) {
        drain()
        // With the account comes whose rules of sites are trusted.
        void fetchSitePacks(patience()).catch(() => {})
      }
      return connection
    },

    async 'connection.remove'({ connectionId }) {
      const gone = (await listConnections()).find(({ id }) => id === connectionId)
      await removeConnection(connectionId)
      if (gone) await giveHostBack(gone.address)
      return null
    },

    async 'connection.prefer'({ connectionId }) {
      await preferConnection(connectionId)
      return null
    },

    'connection.keys': ({ connectionId }) => pinnedKeys(connectionId),

    async 'site.list'() {
      const [sites, { disabledSites, servers }, health, rules] = await Promise.all([
        siteMatches(),
        settings.get(),
        healthOfSites(),
        storedServerRules(),
      ])
      return Promise.all(
        sites.map(async ({ site, matches }) => {
          const granted = await grantedOf(matches)
          const disabled = disabledSites.includes(site.find.id)
          return {
            id: site.find.id,
            name: site.name,
            matches,
            proof: site.proof,
            held: site.held,
            granted: granted.length > 0 && !disabled,
            disabled,
            degraded: isDegraded(health[site.find.id], site.find.version),
            missing: matches.filter((match) => !granted.includes(match)),
            servers:
              site.find.origin === 'self'
                ? Object.keys(servers)
                    .filter((host) => servers[host] === site.find.id)
                    .map((host) => ({ host, rules: readOf(rules[host]) }))
                : null,
          }
        }),
      )
    },

    async 'site.sync'() {
      // A server that was taken away takes its rules along.
      forgetCatalogue()
      await syncScripts()
      return null
    },

    async 'site.add'({ host: given }) {
      const host = serverHost(given)
      const site = host && (await softwareOf(host, patience()))
      if (!host || !site) throw new ProblemError({ code: 'serverUnknown', params: { host: host ?? given } })
      await settings.set({ servers: { ...(await settings.get()).servers, [host]: site } })
      await syncScripts()
      // A server that tells no rules is a server all the same.
      await readRulesOf(host, patience())
      forgetCatalogue()
      return { site }
    },

    async 'site.rules'({ host }) {
      const count = await readRulesOf(host, patience())
      forgetCatalogue()
      return count === null ? null : { count }
    },

    async 'site.degraded'({ address }) {
      const site = await enabledSite(address)
      const health = site && (await healthOfSites())[site.find.id]
      if (!site || !health || health.told || !isDegraded(health, site.find.version)) return null
      await noteTold(site.find)
      return { id: site.find.id, name: site.name }
    },

    async 'site.counts'() {
      return Object.entries(await healthOfSites()).map(([site, health]) => ({
        site,
        version: health.version,
        degraded: isDegraded(health, health.version),
        counts: health.counts,
      }))
    },

    async 'local.wipe'() {
      await wipe()
      await syncScripts()
      await showBadge(outbox)
      return null
    },
  }
}
