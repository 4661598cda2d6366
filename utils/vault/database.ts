import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export const VAULT_DATABASE = 'flagpost-vault'

type Bytes = Uint8Array<ArrayBuffer>

/** The key of the vault as only a passphrase opens it: AES-GCM under a key that PBKDF2 makes of it. */
export type Wrapped = { salt: Bytes; rounds: number; iv: Bytes; cipher: ArrayBuffer }
/** The one key of this profile: as it is, or wrapped. */
export type KeptKey = { id: string; key?: CryptoKey; wrapped?: Wrapped }
export type KeptSecret = { id: string; iv: Bytes; cipher: ArrayBuffer }

interface VaultSchema extends DBSchema {
  keys: { key: string; value: KeptKey }
  secrets: { key: string; value: KeptSecret }
}

let opened: Promise<IDBPDatabase<VaultSchema>> | null = null

/** The vault's database; a handle closes itself when it is deleted or another version opens it. */
export function openVault(): Promise<IDBPDatabase<VaultSchema>> {
  opened ??= openDB<VaultSchema>(VAULT_DATABASE, 1, {
    upgrade(db) {
      db.createObjectStore('keys', { keyPath: 'id' })
      db.createObjectStore('secrets', { keyPath: 'id' })
    },
    blocking: (_current, _next, event) => {
      ;(event.target as IDBDatabase | null)?.close()
      opened = null
    },
    terminated: () => {
      opened = null
    },
  })
  return opened
}
