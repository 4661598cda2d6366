import { type Database, inTransaction } from '../database'
import type { EvidenceStore } from '../evidence-store'
import { checkTimestamp } from './check'
import { askAuthority, timestampRequest } from './request'

/** An authority that stamps by RFC 3161, by its address; `roots`: PEM of what its certificates have to lead to. */
export type Authority = { address: string; roots: readonly string[] }

/** How often is looked for evidence that has no timestamp yet, milliseconds. */
const EACH = 1_000
/** After a failure the authority is left alone for so long, and evidence older than this is not tried any more. */
const AGAIN = '1 minute'
const GIVE_UP = '30 days'

/**
 * Gets a timestamp for one body of evidence that has none, if any is due; true when there was one. Any node may do it,
 * at any time. The authority sees a hash and this backend's address, never who reports or what.
 */
export async function stampNext(db: Database, store: EvidenceStore, authority: Authority): Promise<boolean> {
  const { rows } = await db.query<{ sha256: string }>({
    name: 'stamp-next',
    text: `update evidence set stamp_tried_at = now() where sha256 = (
        select sha256 from evidence
        where stamp is null and created_at > now() - interval '${GIVE_UP}'
          and (stamp_tried_at is null or stamp_tried_at < now() - interval '${AGAIN}')
        order by created_at limit 1 for update skip locked
      ) returning sha256`,
  })
  const [row] = rows
  if (!row) return false
  const { der, nonce } = timestampRequest(row.sha256)
  const answer = await askAuthority(authority.address, der)
  const data = await store.read(row.sha256)
  const { at } = await checkTimestamp(answer, { data, nonce, roots: authority.roots })
  await keepStamp(db, row.sha256, answer, at)
  return true
}

/**
 * Writes a timestamp down and tells all notices with that evidence. The row's lock is what a notice's commit waits
 * for (`tellStamped`): whichever comes second sees the other, so that no notice misses its timestamp.
 */
async function keepStamp(db: Database, sha256: string, answer: Uint8Array, at: string): Promise<void> {
  await inTransaction(db, async (client) => {
    await client.query('update evidence set stamp = $2, stamped_at = $3 where sha256 = $1', [
      sha256,
      Buffer.from(answer),
      at,
    ])
    await client.query(
      `insert into event (account_id, notice_id, type, payload)
       select account_id, id, 'timestamped', jsonb_build_object('timestamp', $2::text)
       from notice where evidence_sha256 = $1`,
      [sha256, Buffer.from(answer).toString('base64')],
    )
  })
}

/** In a notice's transaction, after it was inserted: if its evidence has its timestamp already, the feed says so. */
export async function tellStamped(
  client: { query: (text: string, values: unknown[]) => Promise<unknown> },
  noticeId: string,
  sha256: string,
): Promise<void> {
  await client.query('select 1 from evidence where sha256 = $1 for share', [sha256])
  await client.query(
    `insert into event (account_id, notice_id, type, payload)
     select n.account_id, n.id, 'timestamped', jsonb_build_object('timestamp', translate(encode(e.stamp, 'base64'), E'\\n', ''))
     from notice n join evidence e on e.sha256 = n.evidence_sha256 where n.id = $1 and e.stamp is not null`,
    [noticeId],
  )
}

/** Stamps what is due until it is told to stop; a failure is logged once for each kind. */
export function keepStamping(db: Database, store: EvidenceStore, authority: Authority): () => Promise<void> {
  let stopped = false
  let said = ''
  let wake = () => {}
  const run = async () => {
    while (!stopped) {
      const more = await stampNext(db, store, authority).catch((error: Error) => {
        if (!stopped && error.message !== said) console.error(`Timestamp: ${error.message}`)
        said = error.message
        return false
      })
      if (more) said = ''
      else if (!stopped)
        await new Promise<void>((done) => {
          const timer = setTimeout(done, EACH)
          wake = () => {
            clearTimeout(timer)
            done()
          }
        })
    }
  }
  const running = run()
  return () => {
    stopped = true
    wake()
    return running
  }
}
