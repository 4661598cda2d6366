import type { Outbox } from '../store'
import { sealFile } from './file'

/** So many small rows go into one record; bodies of evidence go one by one. */
const BATCH = 200
/** What is backed up. Connections' secrets are not: on another machine the account signs in itself. */
export const STORES = ['notices', 'contents', 'ledger', 'drafts', 'bodies'] as const
export type BackupStore = (typeof STORES)[number]
export type BackupRecord = { store: BackupStore; rows: unknown[] }

/**
 * The whole outbox as one file under a passphrase: notices with their exact bytes, drafts that are written down, sealed
 * evidence, the ledger. A draft whose box key is only in memory can be opened nowhere else and stays out.
 * @throws ProblemError as `sealFile`.
 */
export function exportOutbox(outbox: Outbox, passphrase: string): Promise<Blob> {
  return sealFile(passphrase, records(outbox))
}

async function* records(outbox: Outbox): AsyncGenerator<BackupRecord> {
  const db = await outbox.database()
  for (const store of STORES) {
    const keys = await db.getAllKeys(store)
    const size = store === 'bodies' ? 1 : BATCH
    for (let at = 0; at < keys.length; at += size) {
      const wanted = keys.slice(at, at + size)
      const tx = db.transaction(store)
      const rows = await Promise.all(wanted.map((key) => tx.store.get(IDBKeyRange.only(key))))
      const kept = rows.filter((row) => row !== undefined && !(store === 'drafts' && isLocked(row)))
      if (kept.length > 0) yield { store, rows: kept }
    }
  }
}

const isLocked = (row: unknown) => (row as { key: unknown }).key === null
