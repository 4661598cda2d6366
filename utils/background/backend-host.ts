import { browser } from '../browser'
import { listConnections } from '../connectors/connections'
import { hostMatch } from '../connectors/host'
import { siteMatches } from '../scripts'

/**
 * Gives back the permission for the host of a backend that was removed, unless another connection or a site stands
 * there too.
 */
export async function giveHostBack(address: string): Promise<void> {
  const match = hostMatch(address)
  if (!match) return
  const [connections, sites] = await Promise.all([listConnections(), siteMatches()])
  const used = [
    ...connections.map((one) => hostMatch(one.address)),
    ...sites.flatMap(({ matches }) => matches),
  ]
  // What the manifest itself grants can't be given back.
  if (!used.includes(match)) await browser.permissions.remove({ origins: [match] }).catch(() => false)
}
