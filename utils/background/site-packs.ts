import { listConnections, openConnection } from '../connectors/connections'
import { ProblemError } from '../problem'
import { syncScripts } from '../scripts'
import { keepSitePack } from '../sites/hotfix'

/**
 * Asks each backend for newer rules of the sites. Only a pack signed by the key that the connection's account names
 * is kept; whatever fails, the last good one stays.
 */
export async function fetchSitePacks(signal: AbortSignal): Promise<void> {
  for (const { id, account } of await listConnections()) {
    if (!account.siteKey) continue
    const open = await openConnection(id)
    const text = await open?.connector.sites?.(open.access, signal).catch(() => null)
    if (!text) continue
    try {
      await keepSitePack(text, account.siteKey)
      await syncScripts()
    } catch (error) {
      const known = error instanceof ProblemError && error.problem.code === 'packOld'
      if (!known) console.error('site pack', error)
    }
  }
}
