import {
  addConnection,
  enrolConnection,
  listConnections,
  removeConnection,
  testConnection,
} from '../../connectors/connections'
import { practiceDecide, practiceNotices } from '../../connectors/practice'
import { Decision } from '../../notice'
import { isGranted, siteMatches, syncScripts } from '../../scripts'
import { settings } from '../../settings'
import type { Handlers } from '../router'
import type { Service } from '../service'

type SettingsMessages = Extract<
  keyof Handlers,
  `connection.${string}` | `site.${string}` | `practice.${string}`
>

/** Long enough for a slow backend, short enough for someone who waits. */
const patience = () => AbortSignal.timeout(25_000)

/** Messages of the options and practice pages. */
export function settingsHandlers({
  drain,
  feed,
}: Service): Pick<Handlers, Exclude<SettingsMessages, 'site.hello'>> {
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
      await removeConnection(connectionId)
      return null
    },

    async 'site.list'() {
      const [sites, { disabledSites }] = await Promise.all([siteMatches(), settings.get()])
      return Promise.all(
        sites.map(async ({ site, matches }) => ({
          id: site.find.id,
          name: site.name,
          matches,
          proof: site.proof,
          held: site.held,
          granted: (await isGranted(matches)) && !disabledSites.includes(site.find.id),
        })),
      )
    },

    async 'site.sync'() {
      await syncScripts()
      return null
    },

    async 'practice.list'() {
      const notices = await practiceNotices()
      return notices.map(({ id, body, receivedAt, decided }) => ({ id, body, receivedAt, decided }))
    },

    async 'practice.decide'({ id, decision }) {
      await practiceDecide(id, Decision.parse(decision))
      await feed.poll()
      return null
    },
  }
}
