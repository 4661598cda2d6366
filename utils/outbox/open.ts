import { databaseName } from './aside'
import type { NoticeRow } from './row'
import { Outbox } from './store'

/** The outbox of this extension, in the database that is in use. Lazy: nothing is touched before the first use. */
export function openOutbox(changed?: (row?: NoticeRow) => void): Outbox {
  return new Outbox(changed, databaseName)
}
