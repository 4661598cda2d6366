import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { CompactSign, exportJWK, type JWK } from 'jose'
import type { AccountAnswer, Change, Decision } from '../notice'
import { ProblemError } from '../problem'
import type { Connector } from './connector'
import { checkReceipt } from './receipt'

/** A notice as the practice desk received it. */
export type PracticeNotice = {
  id: string
  body: string
  receivedAt: number
  receipt: string
  decided: boolean
}

export const PRACTICE_DATABASE = 'flagpost-practice'

interface PracticeSchema extends DBSchema {
  received: { key: string; value: PracticeNotice }
  changes: { key: number; value: Change & { seq?: number } }
  keys: { key: string; value: { id: string; pair: CryptoKeyPair } }
}

let opened: Promise<IDBPDatabase<PracticeSchema>> | null = null

function open(): Promise<IDBPDatabase<PracticeSchema>> {
  opened ??= openDB<PracticeSchema>(PRACTICE_DATABASE, 1, {
    upgrade(db) {
      db.createObjectStore('received', { keyPath: 'id' })
      db.createObjectStore('changes', { keyPath: 'seq', autoIncrement: true })
      db.createObjectStore('keys', { keyPath: 'id' })
    },
    blocking: (_current, _next, event) => {
      ;(event.target as IDBDatabase | null)?.close()
      opened = null
    },
  })
  return opened
}

async function keyPair(): Promise<CryptoKeyPair> {
  const db = await open()
  const kept = await db.get('keys', 'receipts')
  if (kept) return kept.pair
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  await db.put('keys', { id: 'receipts', pair })
  return pair
}

/** The key with which the practice desk's receipts are checked. */
export async function practiceKeys(): Promise<JWK[]> {
  return [await exportJWK((await keyPair()).publicKey)]
}

/** Who reports in practice: nobody's account, nothing leaves the browser. */
export const PRACTICE_ACCOUNT: AccountAnswer = {
  id: 'practice',
  name: 'Practice',
  reviewerCode: 'practice',
  role: 'reviewer',
  organisation: { id: 'practice', name: 'Practice', country: null },
  backend: { name: 'Practice desk', version: '1' },
  maxEvidenceBytes: 64 * 1024 * 1024,
}

/** The desk inside the extension: the same way as a real backend, receipts and decisions included. */
export const practice: Connector = {
  async deliver(parcel) {
    const db = await open()
    const before = await db.get('received', parcel.id)
    if (before && before.body !== parcel.body) {
      const params = { status: 422, detail: 'This number belongs to another notice.' }
      return { kind: 'mend', problem: { code: 'backendSays', params } }
    }
    const claims = {
      iss: 'practice',
      sub: parcel.id,
      jti: `practice-${parcel.id.slice(-12)}`,
      iat: Math.floor(Date.now() / 1000),
      body: parcel.bodyDigest,
      evidence: parcel.evidence ? [parcel.evidence.sha256] : [],
      ...(parcel.ledger ? { ledger: parcel.ledger } : {}),
    }
    const receipt =
      before?.receipt ??
      (await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'ES256' })
        .sign((await keyPair()).privateKey))
    if (!before) {
      await db.put('received', {
        id: parcel.id,
        body: parcel.body,
        receivedAt: Date.now(),
        receipt,
        decided: false,
      })
    }
    const checked = await checkReceipt(receipt, parcel, await practiceKeys())
    return checked
      ? { kind: 'receipt', receipt: checked }
      : { kind: 'lost', problem: { code: 'receiptWrong' } }
  },

  async changes(cursor) {
    const after = Number(cursor ?? 0)
    const db = await open()
    const keys = await db.getAllKeys('changes', IDBKeyRange.lowerBound(after, true), 100)
    const changes = await Promise.all(keys.map((key) => db.get('changes', key)))
    return {
      changes: changes.filter((change) => change !== undefined),
      cursor: String(keys.at(-1) ?? after),
      more: keys.length === 100,
    }
  },

  async withdraw(noticeId) {
    await (await open()).delete('received', noticeId)
  },

  reviews: null,

  account: async () => PRACTICE_ACCOUNT,
}

/** What lies on the practice desk, newest first, with what was decided last. */
export async function practiceNotices(): Promise<(PracticeNotice & { decision: Decision | null })[]> {
  const db = await open()
  const [rows, changes] = await Promise.all([db.getAll('received'), db.getAll('changes')])
  const decisions = new Map(changes.map(({ noticeId, decision }) => [noticeId, decision ?? null]))
  return rows
    .map((row) => ({ ...row, decision: decisions.get(row.id) ?? null }))
    .sort((a, b) => b.receivedAt - a.receivedAt)
}

/** The trainee, playing the platform's representative, decides. Throws `notFound` for an unknown notice. */
export async function practiceDecide(id: string, decision: Decision): Promise<void> {
  const tx = (await open()).transaction(['received', 'changes'], 'readwrite')
  const row = await tx.objectStore('received').get(id)
  if (!row) throw new ProblemError({ code: 'notFound' })
  tx.objectStore('received').put({ ...row, decided: true })
  tx.objectStore('changes').add({ noticeId: id, at: decision.decidedAt, type: 'decided', decision })
  await tx.done
}
