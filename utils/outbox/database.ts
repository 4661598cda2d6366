import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Boxed } from '../evidence/box'
import type { LedgerEntry } from '../ledger/entry'
import type { DraftRow } from './draft'
import type { NoticeRow } from './row'

/** A body of evidence under its SHA-256 (of the plain bytes), boxed. */
export type BodyRow = {
  sha256: string
  boxed: Boxed
  bytes: number
  createdAt: number
  /** An authority’s answer (RFC 3161) over it, base64; absent: none came yet. */
  timestamp?: string
}

export interface OutboxSchema extends DBSchema {
  notices: {
    key: string
    value: NoticeRow
    indexes: {
      updated: number
      due: [string, number]
      /** By state, then by change: the newest of a state, and one state's list. */
      state: [string, number]
      /** By state, then by legal deadline; notices without one are not in it. */
      deadline: [string, number]
      /** By account, then by the time when it was made. */
      made: [string, number]
      /** By each mark of its author, of its explanations. */
      author: string
      why: string
      permalink: string
      draft: string
      evidence: string
    }
  }
  /** The JSON text of each notice, exactly as it is sent. */
  contents: { key: string; value: { id: string; body: string } }
  drafts: { key: string; value: DraftRow; indexes: { updated: number; nonce: string } }
  bodies: { key: string; value: BodyRow }
  ledger: { key: number; value: LedgerEntry; indexes: { notice: string } }
  /** Small values by name: cursors of change feeds, circuit breakers. */
  meta: { key: string; value: { name: string; value: unknown } }
}

export type OutboxDatabase = IDBPDatabase<OutboxSchema>
/** Its name; a later one, where the first was set aside, has a number behind it. */
export const DATABASE = 'flagpost'
export const VERSION = 3
const STORES = ['notices', 'contents', 'drafts', 'bodies', 'ledger', 'meta'] as const

/** Handles of a database that a newer version of this code has written. */
const newer = new WeakSet<OutboxDatabase>()

/** May this version only read it? What it would write, the newer one might not understand. */
export const isReadOnly = (db: OutboxDatabase): boolean => newer.has(db)

/**
 * Opens the outbox's database, making its stores where they are missing; one of a newer version as it is, to be read
 * only. A handle closes itself when another window brings a newer version (`onClose` tells, so that the next use opens
 * again): otherwise it would block it. Rejects where the browser refuses, and where stores are missing in it: nothing of
 * such a database is touched.
 */
export async function openDatabase(name: string, onClose: () => void): Promise<OutboxDatabase> {
  const db = await openOrMake(name, VERSION, onClose).catch((error: unknown) => {
    if (!(error instanceof DOMException) || error.name !== 'VersionError') throw error
    return openOrMake(name, undefined, onClose)
  })
  if (db.version > VERSION) newer.add(db)
  const lacks = STORES.filter((name) => !db.objectStoreNames.contains(name))
  if (lacks.length === 0) return db
  db.close()
  throw new Error(`The database has no ${lacks.join(', ')}.`)
}

/** `version` undefined: the one that it has. */
function openOrMake(name: string, version: number | undefined, onClose: () => void): Promise<OutboxDatabase> {
  return openDB<OutboxSchema>(name, version, {
    upgrade(db, from, _to, tx) {
      if (from < 1) {
        const notices = db.createObjectStore('notices', { keyPath: 'id' })
        notices.createIndex('updated', 'updatedAt')
        notices.createIndex('due', ['state', 'dueAt'])
        notices.createIndex('permalink', 'summary.permalink')
        notices.createIndex('draft', 'draftId')
        notices.createIndex('evidence', 'evidence.sha256')
        db.createObjectStore('contents', { keyPath: 'id' })
        const drafts = db.createObjectStore('drafts', { keyPath: 'id' })
        drafts.createIndex('updated', 'updatedAt')
        drafts.createIndex('nonce', 'nonce')
        db.createObjectStore('bodies', { keyPath: 'sha256' })
        db.createObjectStore('ledger', { keyPath: 'seq' }).createIndex('notice', 'noticeId')
        db.createObjectStore('meta', { keyPath: 'name' })
      }
      if (from < 2) {
        const notices = tx.objectStore('notices')
        notices.createIndex('state', ['state', 'updatedAt'])
        notices.createIndex('deadline', ['state', 'deadlineAt'])
      }
      if (from < 3) {
        const notices = tx.objectStore('notices')
        notices.createIndex('made', ['accountId', 'createdAt'])
        notices.createIndex('author', 'marks.authors', { multiEntry: true })
        notices.createIndex('why', 'marks.whys', { multiEntry: true })
      }
    },
    blocking(_current, _next, event) {
      ;(event.target as IDBDatabase | null)?.close()
      onClose()
    },
    terminated: onClose,
  })
}
