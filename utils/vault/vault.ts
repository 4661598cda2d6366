import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export const VAULT_DATABASE = 'flagpost-vault'

interface VaultSchema extends DBSchema {
  keys: { key: string; value: { id: string; key: CryptoKey } }
  secrets: { key: string; value: { id: string; iv: Uint8Array<ArrayBuffer>; cipher: ArrayBuffer } }
}

const KEY = 'main'
let opened: Promise<IDBPDatabase<VaultSchema>> | null = null

function open(): Promise<IDBPDatabase<VaultSchema>> {
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

/** The one key of this profile. Not extractable: its bytes can be used here, but not copied away. */
async function mainKey(): Promise<CryptoKey> {
  const db = await open()
  const kept = await db.get('keys', KEY)
  if (kept) return kept.key
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const tx = db.transaction('keys', 'readwrite', { durability: 'strict' })
  // Two first uses at once: the first key that was stored wins, or a secret would be lost.
  const first = await tx.store.get(KEY)
  if (!first) await tx.store.put({ id: KEY, key: made })
  await tx.done
  return first?.key ?? made
}

const DEVICE = { private: 'device.private', public: 'device.public' } as const

/**
 * The key pair with which this profile seals evidence, ECDSA P-384 (what the WACZ signing specification has). The
 * private key can sign here, but not be copied away.
 */
export async function deviceKey(): Promise<CryptoKeyPair> {
  const db = await open()
  const kept = await Promise.all([db.get('keys', DEVICE.private), db.get('keys', DEVICE.public)])
  if (kept[0] && kept[1]) return { privateKey: kept[0].key, publicKey: kept[1].key }
  const made = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, false, [
    'sign',
    'verify',
  ])
  const tx = db.transaction('keys', 'readwrite', { durability: 'strict' })
  // As with the main key: what was stored first stays.
  const first = await Promise.all([tx.store.get(DEVICE.private), tx.store.get(DEVICE.public)])
  if (!(first[0] && first[1])) {
    await tx.store.put({ id: DEVICE.private, key: made.privateKey })
    await tx.store.put({ id: DEVICE.public, key: made.publicKey })
  }
  await tx.done
  return first[0] && first[1] ? { privateKey: first[0].key, publicKey: first[1].key } : made
}

/** The id is bound into the cipher text, so that one connection's secret can't be put in another's place. */
const bound = (id: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(id),
})

/** Keeps a connection's secret, encrypted; replaces an older one. */
export async function putSecret(id: string, secret: string): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const cipher = await crypto.subtle.encrypt(bound(id, iv), await mainKey(), new TextEncoder().encode(secret))
  await (await open()).put('secrets', { id, iv, cipher })
}

/** The secret for the connector that uses it; null when there is none or it can't be opened any more. */
export async function getSecret(id: string): Promise<string | null> {
  const kept = await (await open()).get('secrets', id)
  if (!kept) return null
  try {
    return new TextDecoder().decode(
      await crypto.subtle.decrypt(bound(id, kept.iv), await mainKey(), kept.cipher),
    )
  } catch {
    return null
  }
}

/** Forgets one connection's secret. */
export async function dropSecret(id: string): Promise<void> {
  await (await open()).delete('secrets', id)
}
