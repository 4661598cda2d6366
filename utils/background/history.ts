import type { History } from '../assess/assess'
import type { Notice } from '../notice'
import type { Outbox } from '../outbox/store'

/** What is known of this reviewer's earlier notices, as due process asks for it. */
export async function historyOf(_outbox: Outbox, _notice: Notice): Promise<History> {
  return {}
}
