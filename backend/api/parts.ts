import type { Account } from '../accounts'
import type { Database } from '../database'
import type { EvidenceStore } from '../evidence-store'
import type { Signer } from '../receipts'

/** What the routes need; made once at the start. */
export type Parts = { db: Database; store: EvidenceStore; signer: Signer; issuer: string; epoch: string }
export type Env = { Variables: { account: Account } }
