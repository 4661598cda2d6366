import type { Rules } from '../assess/assess'
import type { Connection } from '../messages'

/** What the organisation behind a connection asks for. */
export async function rulesOf(_connection: Connection): Promise<Rules> {
  return {}
}
