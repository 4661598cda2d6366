import type { OutboxDatabase } from '../database'
import type { DraftRow } from '../draft'
import type { NoticeRow } from '../row'
import type { Outbox } from '../store'
import { sealFile } from './file'

/** So many small rows go into one record; bodies of evidence go one by one. */
const BATCH = 200
/** What is backed up. Connections' secrets are not: on another machine the account signs in itself. */
export const STORES = ['notices', 'contents', 'ledger', 'drafts', 'bodies'] as const
export type BackupStore = (typeof STORES)[number]
export type BackupRecord = { store: BackupStore; rows: unknown[] }

/**
 * The outbox as one file under a passphrase: notices with their exact bytes, drafts that are written down, sealed
 * evidence, the ledger. A draft whose box key is only in memory can be opened nowhere else and stays out.
 * `connectionId`: of that connection's notices alone; the ledger goes whole even then, for a chain with gaps proves
 * nothing, and it holds no content.
 * @throws ProblemError as `sealFile`.
 */
export function exportOutbox(outbox: Outbox, passphrase: string, connectionId?: string): Promise<Blob> {
  return sealFile(passphrase, records(outbox, connectionId))
}

async function* records(outbox: Outbox, connectionId?: string): AsyncGenerator<BackupRecord> {
  const db = await outbox.database()
  const own = (row: { connectionId: string }) =>
    connectionId === undefined || row.connectionId === connectionId
  const evidence = new Set<string>()
  for (const keys of batches(await db.getAllKeys('notices'))) {
    const [rows, contents] = await readNotices(db, keys, own)
    for (const row of rows) if (row.evidence) evidence.add(row.evidence.sha256)
    yield* record('notices', rows)
    yield* record('contents', contents)
  }
  for (const keys of batches(await db.getAllKeys('ledger')))
    yield* record('ledger', await db.getAll('ledger', IDBKeyRange.bound(keys[0], keys.at(-1))))
  for (const keys of batches(await db.getAllKeys('drafts'))) {
    const { store } = db.transaction('drafts')
    const rows = (await Promise.all(keys.map((key) => store.get(key)))).filter((row) => row !== undefined)
    const kept = rows.filter((row) => own(row) && row.key !== null)
    for (const row of kept) for (const sha256 of bodiesOf(row)) evidence.add(sha256)
    yield* record('drafts', kept)
  }
  for (const sha256 of evidence) {
    const body = await db.get('bodies', sha256)
    if (body) yield { store: 'bodies', rows: [body] }
  }
}

const bodiesOf = ({ evidence, whole }: DraftRow) => [evidence, whole].filter((sha256) => sha256 != null)

/** In one transaction: a notice that is made or undone meanwhile is in the file with its bytes, or not at all. */
async function readNotices(
  db: OutboxDatabase,
  ids: readonly string[],
  own: (row: NoticeRow) => boolean,
): Promise<[NoticeRow[], { id: string; body: string }[]]> {
  const tx = db.transaction(['notices', 'contents'])
  const read = await Promise.all(
    ids.map(async (id) => ({
      row: await tx.objectStore('notices').get(id),
      content: await tx.objectStore('contents').get(id),
    })),
  )
  const kept = read.filter(({ row }) => row && own(row))
  return [
    kept.map(({ row }) => row).filter((row) => row !== undefined),
    kept.map(({ content }) => content).filter((content) => content !== undefined),
  ]
}

function* record(store: BackupStore, rows: unknown[]): Generator<BackupRecord> {
  if (rows.length > 0) yield { store, rows }
}

function* batches<T>(keys: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < keys.length; at += BATCH) yield keys.slice(at, at + BATCH)
}
