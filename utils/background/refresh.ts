import { listConnections, testConnection } from '../connectors/connections'
import { refreshServerRules } from '../grounds/server-rules-kept'
import type { Outbox } from '../outbox/store'
import { forgetCatalogue } from './catalogue'
import { fetchSitePacks } from './site-packs'

const EVERY = 3_600_000
const ASKED = 'accountsAsked'

/**
 * Asks each backend now and then who the reviewer is there: the role and the organisation's rules may have changed.
 * With that come newer rules of the sites, and of the reviewer's servers. At most once an hour, whether the background
 * lived meanwhile or not.
 */
export async function refreshAccounts(outbox: Outbox, now = Date.now()): Promise<void> {
  if (await outbox.readOnly()) return
  const asked = await outbox.getMeta(ASKED)
  if (typeof asked === 'number' && asked <= now && now - asked < EVERY) return
  await outbox.putMeta(ASKED, now)
  const connections = (await listConnections()).filter(({ kind }) => kind !== 'practice')
  await Promise.allSettled(connections.map(({ id }) => testConnection(id, AbortSignal.timeout(30_000))))
  await fetchSitePacks(AbortSignal.timeout(30_000))
  if (await refreshServerRules(AbortSignal.timeout(30_000))) forgetCatalogue()
}
