import type { JWK } from 'jose'
import type { Proof } from '../../utils/evidence/copy'
import type { Report } from '../../utils/evidence/verify/report'
import { verifyBundle } from '../../utils/evidence/verify/verify'
import type { Database } from '../database'
import type { EvidenceStore } from '../evidence-store'
import { checkTimestamp } from '../timestamps/check'

/** The receipt of one notice, and the timestamp of its evidence if there is one. */
export async function proofOf(db: Database, noticeId: string, keys: readonly JWK[]): Promise<Proof> {
  const { rows } = await db.query<{ receipt: string; stamp: Buffer | null }>({
    name: 'proof-of',
    text: 'select n.receipt, e.stamp from notice n left join evidence e on e.sha256 = n.evidence_sha256 where n.id = $1',
    values: [noticeId],
  })
  const [row] = rows
  return {
    receipt: row ? { receipt: row.receipt, keys } : null,
    timestamp: row?.stamp ? new Uint8Array(row.stamp) : null,
  }
}

export type CheckParts = {
  db: Database
  store: EvidenceStore
  keys: readonly JWK[]
  roots: readonly string[]
}

/** What the verifier says of a notice's evidence, receipt and timestamp included. */
export async function checkEvidence(
  { db, store, keys, roots }: CheckParts,
  noticeId: string,
  sha256: string,
): Promise<Report> {
  const proof = await proofOf(db, noticeId, keys)
  return verifyBundle(await store.read(sha256), {
    sha256,
    proof,
    keys,
    timestamp: (answer, data) => checkTimestamp(answer, { data, roots }),
  })
}
