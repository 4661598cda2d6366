import {
  addConnection,
  enrolConnection,
  listConnections,
  pinnedKeys,
  preferConnection,
  removeConnection,
  testConnection,
} from '../../connectors/connections'
import { ADDED, grantedOf, siteMatches, syncScripts } from '../../scripts'
import { settings } from '../../settings'
import { showBadge } from '../announce'
import { giveHostBack } from '../backend-host'
import type { Handlers } from '../router'
import type { Service } from '../service'
import { wipe } from '../wipe'

type SettingsMessages =
  | Extract<keyof Handlers, `connection.${string}`>
  | 'site.list'
  | 'site.sync'
  | 'local.wipe'

/** Long enough for a slow backend, short enough for someone who waits. */
const patience = () => AbortSignal.timeout(25_000)

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
      if (connection.problem === null) drain()
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
      const [sites, { disabledSites, mastodonHosts }] = await Promise.all([siteMatches(), settings.get()])
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
            missing: matches.filter((match) => !granted.includes(match)),
            servers: site === ADDED ? mastodonHosts : null,
          }
        }),
      )
    },

    async 'site.sync'() {
      await syncScripts()
      return null
    },

    async 'local.wipe'() {
      await wipe()
      await syncScripts()
      await showBadge(outbox)
      return null
    },
  }
}
