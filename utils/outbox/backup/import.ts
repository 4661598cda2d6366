import type { IDBPTransaction } from 'idb'
import { z } from 'zod'
import { chain, findBreak, LedgerEntry, sha256 } from '../../ledger/entry'
import { ProblemError } from '../../problem'
import type { BodyRow, OutboxDatabase, OutboxSchema } from '../database'
import type { DraftRow } from '../draft'
import type { NoticeRow } from '../row'
import { STATES } from '../state'
import type { Outbox } from '../store'
import { type BackupRecord, STORES } from './export'
import { openFile } from './file'

/** Enough of each row to put it in its place; the rest is as this very code wrote it, sealed under the passphrase. */
const Row = {
  notices: z.looseObject({
    id: z.uuid(),
    state: z.enum(STATES),
    bodyDigest: z.string(),
    accountId: z.string(),
    updatedAt: z.number(),
  }),
  contents: z.object({ id: z.uuid(), body: z.string() }),
  ledger: LedgerEntry,
  drafts: z.looseObject({ id: z.string(), key: z.string() }),
  bodies: z.looseObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number() }),
}
const Rows = z.object({ store: z.enum(STORES), rows: z.array(z.unknown()) })

/** What an import did: how many notices came, how many were here already. */
export type Imported = { notices: number; known: number }

type Content = { id: string; body: string }

/**
 * Takes a backup in, whole or not at all. A notice that is here already stays as it is here; one that comes keeps its
 * number, its key and its bytes, so that what was sent from both machines arrives once. An empty outbox takes the
 * ledger over as it is; one that has a ledger of its own writes a line for each notice, and keeps the other chain beside
 * (`importedLedgers`).
 * @throws ProblemError as `openFile`; `backupBroken` where a notice or the chain is not what it says.
 */
export async function importOutbox(outbox: Outbox, passphrase: string, file: Blob): Promise<Imported> {
  const read = await readAll(passphrase, file)
  const db = await outbox.toWrite()
  await takeBodies(db, passphrase, file)
  for (;;) {
    const [head, known] = await Promise.all([lastLine(db), db.getAllKeys('notices')])
    const here = new Set(known)
    const fresh = read.notices.filter(({ id }) => !here.has(id))
    const lines = head ? await linesFor(head, fresh, read.ledger) : read.ledger
    const tx = db.transaction(['notices', 'contents', 'drafts', 'ledger', 'meta'], 'readwrite', {
      durability: 'strict',
    })
    const last = await tx.objectStore('ledger').openKeyCursor(null, 'prev')
    if ((last?.key ?? 0) !== (head?.seq ?? 0)) {
      // Another window has written meanwhile: each step of a notice is a line, so nothing is taken over a newer one.
      tx.abort()
      await tx.done.catch(() => {})
      continue
    }
    const writes: Promise<unknown>[] = [...lines.map((line) => tx.objectStore('ledger').add(line))]
    putNotices(tx, fresh, read.contents, writes)
    await putDrafts(tx, fresh, read.drafts, writes)
    const end = read.ledger.at(-1)
    if (head && end)
      writes.push(tx.objectStore('meta').put({ name: `importedLedger:${end.hash}`, value: read.ledger }))
    await Promise.all([...writes, tx.done])
    return { notices: fresh.length, known: read.notices.length - fresh.length }
  }
}

/** Evidence is addressed by its content: alone it does no harm, and it must not all be in memory at once. */
async function takeBodies(db: OutboxDatabase, passphrase: string, file: Blob): Promise<void> {
  for await (const { store, rows } of recordsOf(passphrase, file)) {
    if (store !== 'bodies') continue
    for (const row of rows as BodyRow[])
      if (!(await db.getKey('bodies', row.sha256))) await db.put('bodies', row)
  }
}

type Taking = IDBPTransaction<
  OutboxSchema,
  ('notices' | 'contents' | 'drafts' | 'ledger' | 'meta')[],
  'readwrite'
>

/**
 * Notices with their bytes. Their connections' feeds are read again from the beginning: what was said of them before
 * they were here was passed over.
 */
function putNotices(
  tx: Taking,
  fresh: readonly NoticeRow[],
  contents: readonly Content[],
  writes: Promise<unknown>[],
): void {
  const bodies = new Map(contents.map((one) => [one.id, one]))
  for (const row of fresh) {
    // Until there is a receipt, the other machine may have sent it since the backup was made.
    const settled = row.receipt !== null || row.state === 'withdrawn'
    writes.push(tx.objectStore('notices').put(settled ? row : { ...row, imported: true }))
    const body = bodies.get(row.id)
    if (body) writes.push(tx.objectStore('contents').put(body))
  }
  for (const id of new Set(fresh.map(({ connectionId }) => connectionId)))
    writes.push(tx.objectStore('meta').put({ name: `cursor:${id}`, value: null }))
}

/** Drafts that are not here, unless they have become a notice: that one would be made a second time, or never shown. */
async function putDrafts(
  tx: Taking,
  fresh: readonly NoticeRow[],
  drafts: readonly DraftRow[],
  writes: Promise<unknown>[],
): Promise<void> {
  const came = new Set(fresh.map(({ id }) => id))
  for (const draft of drafts) {
    const [here, became] = await Promise.all([
      tx.objectStore('drafts').getKey(draft.id),
      tx.objectStore('notices').index('draft').getKey(draft.id),
    ])
    const used = draft.committed === null ? became !== undefined : !came.has(draft.committed)
    if (!here && !used) writes.push(tx.objectStore('drafts').put(draft))
  }
}

async function lastLine(db: OutboxDatabase): Promise<LedgerEntry | null> {
  return (await db.transaction('ledger').store.openCursor(null, 'prev'))?.value ?? null
}

type Read = { notices: NoticeRow[]; contents: Content[]; drafts: DraftRow[]; ledger: LedgerEntry[] }

/** Everything but the evidence, judged before anything is written. */
async function readAll(passphrase: string, file: Blob): Promise<Read> {
  const read: Read = { notices: [], contents: [], drafts: [], ledger: [] }
  for await (const { store, rows } of recordsOf(passphrase, file)) {
    if (store !== 'bodies') (read[store] as unknown[]).push(...rows)
  }
  const digests = new Map(read.notices.map(({ id, bodyDigest }) => [id, bodyDigest]))
  for (const { id, body } of read.contents) if ((await sha256(body)) !== digests.get(id)) throw broken()
  if (await findBreak(read.ledger)) throw broken()
  return read
}

async function* recordsOf(passphrase: string, file: Blob): AsyncGenerator<BackupRecord> {
  for await (const record of openFile(passphrase, file)) {
    const parsed = Rows.safeParse(record)
    if (!parsed.success) throw broken()
    const { store, rows } = parsed.data
    if (!rows.every((row) => Row[store].safeParse(row).success)) throw broken()
    yield { store, rows }
  }
}

/** A line for each notice that came, chained to the ledger that is here; it names where the other chain ended. */
async function linesFor(
  head: LedgerEntry,
  rows: readonly NoticeRow[],
  other: readonly LedgerEntry[],
): Promise<LedgerEntry[]> {
  const end = other.at(-1)
  const lines: LedgerEntry[] = []
  const at = new Date().toISOString()
  for (const { id: noticeId, state, accountId: reviewer, bodyDigest: body } of rows) {
    const facts = { body, ...(end ? { ledger: end.hash, entries: end.seq } : {}) }
    const fields = { at, noticeId, event: 'import', from: state, to: state, reviewer, facts }
    lines.push(await chain(lines.at(-1) ?? head, fields))
  }
  return lines
}

const broken = () => new ProblemError({ code: 'backupBroken' })
