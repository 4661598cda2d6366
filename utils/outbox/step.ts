import type { LedgerEntry } from '../ledger/entry'
import type { OutboxDatabase } from './database'
import type { DraftRow } from './draft'
import type { Light } from './light'
import type { NoticeRow } from './row'

/** The transaction of one step: durable on the disk when it has ended. */
export function openStep(db: OutboxDatabase) {
  return db.transaction(['notices', 'contents', 'drafts', 'bodies', 'ledger'], 'readwrite', {
    durability: 'strict',
  })
}

type Writing = ReturnType<typeof openStep>

/** The notice as it is, the one that its draft became before (if it is new), and the ledger's last line. */
export function askStep(tx: Writing, row: NoticeRow, isNew: boolean) {
  const notices = tx.objectStore('notices')
  return Promise.all([
    notices.get(row.id),
    isNew ? notices.index('draft').get(row.draftId) : undefined,
    tx.objectStore('ledger').openKeyCursor(null, 'prev'),
  ])
}

/** After these the draft has done its work. */
const LEAVES = new Set(['send', 'ask', 'withdraw'])

/** Steps that remove evidence: they ask for more before they know what to write. */
export const asksMore = (event: string): boolean => event === 'erase' || LEAVES.has(event)

/** Writes what belongs to one step. Resolves when all of it is asked for, the transaction's end says if it is there. */
export async function writeStep(
  tx: Writing,
  event: string,
  row: NoticeRow,
  entry: LedgerEntry,
  { body, draft, light }: { body?: string; draft?: DraftRow; light?: Light },
): Promise<void> {
  const notices = tx.objectStore('notices')
  const contents = tx.objectStore('contents')
  const drafts = tx.objectStore('drafts')
  const writes: Promise<unknown>[] = []
  /** What is taken back with the rest fails, too: it is said once. */
  const write = (going: Promise<unknown>) => {
    going.catch(() => {})
    writes.push(going)
  }
  write(tx.objectStore('ledger').add(entry))
  if (draft) write(drafts.put(draft))
  if (body !== undefined) write(contents.add({ id: row.id, body }))
  if (light) {
    write(contents.put({ id: row.id, body: light.body }))
    const { sha256, bytes } = light.evidence
    write(tx.objectStore('bodies').put({ sha256, boxed: light.boxed, bytes, createdAt: row.updatedAt }))
  }
  if (event === 'undo') {
    write(notices.delete(row.id))
    write(contents.delete(row.id))
  } else write(notices.put(row))
  if (event === 'erase') {
    write(contents.delete(row.id))
    write(dropUnused(tx, row))
  }
  if (LEAVES.has(event)) {
    write(dropWhole(tx, drafts.get(row.draftId)))
    write(drafts.delete(row.draftId))
  }
  await Promise.all(writes)
}

/** What was covered in a notice's evidence is gone for good as soon as it goes out. */
async function dropWhole(tx: Writing, draft: Promise<DraftRow | undefined>): Promise<void> {
  const { whole } = (await draft) ?? {}
  if (!whole) return
  const used = await tx.objectStore('notices').index('evidence').count(whole)
  if (used === 0) await tx.objectStore('bodies').delete(whole)
}

/** The notice's evidence goes with it, unless another notice or a draft needs it. */
async function dropUnused(tx: Writing, row: NoticeRow): Promise<void> {
  const { sha256 = '' } = row.evidence ?? {}
  const [notes, drafts] = await Promise.all([
    tx.objectStore('notices').index('evidence').getAll(sha256),
    tx.objectStore('drafts').getAll(),
  ])
  const used =
    notes.some(({ id, evidence }) => id !== row.id && evidence?.key != null) ||
    drafts.some(({ evidence }) => evidence === sha256)
  if (sha256 && !used) await tx.objectStore('bodies').delete(sha256)
  // What was too large is in no other notice.
  if (row.lightened) await tx.objectStore('bodies').delete(row.lightened.from.sha256)
}
