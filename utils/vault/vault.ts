import { ProblemError } from '../problem'
import { type KeptSecret, openVault } from './database'
import { KEY, lock, mainKey, newKey, newWrapped } from './key'

/** The id is bound into the cipher text, so that one connection's secret can't be put in another's place. */
const bound = (id: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(id),
})

async function seal(key: CryptoKey, id: string, secret: string): Promise<KeptSecret> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const cipher = await crypto.subtle.encrypt(bound(id, iv), key, new TextEncoder().encode(secret))
  return { id, iv, cipher }
}

const open = async (key: CryptoKey, { id, iv, cipher }: KeptSecret): Promise<string | null> =>
  crypto.subtle.decrypt(bound(id, iv), key, cipher).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  )

async function unlockedKey(): Promise<CryptoKey> {
  const key = await mainKey()
  if (!key) throw new ProblemError({ code: 'vaultLocked' })
  return key
}

/** Keeps a connection's secret, encrypted; replaces an older one. @throws ProblemError `vaultLocked` */
export async function putSecret(id: string, secret: string): Promise<void> {
  await (await openVault()).put('secrets', await seal(await unlockedKey(), id, secret))
}

/** The secret for the connector that uses it; null when there is none, it is locked or can't be opened any more. */
export async function getSecret(id: string): Promise<string | null> {
  const kept = await (await openVault()).get('secrets', id)
  const key = kept && (await mainKey())
  return key ? open(key, kept) : null
}

/** Is a secret kept under this name, whether it can be opened now or not? */
export async function hasSecret(id: string): Promise<boolean> {
  return (await (await openVault()).count('secrets', id)) > 0
}

/** Forgets one connection's secret. */
export async function dropSecret(id: string): Promise<void> {
  await (await openVault()).delete('secrets', id)
}

/**
 * Puts the vault under a passphrase, or under another one (null: under none): a new key, and every secret sealed anew
 * under it, in one transaction. It is unlocked then.
 * @throws ProblemError `vaultLocked`, `passphraseShort`
 */
export async function protect(passphrase: string | null): Promise<void> {
  const before = await unlockedKey()
  const next = passphrase === null ? { key: await newKey() } : await newWrapped(passphrase)
  const db = await openVault()
  const secrets: KeptSecret[] = []
  for (const kept of await db.getAll('secrets')) {
    const secret = await open(before, kept)
    if (secret !== null) secrets.push(await seal(next.key, kept.id, secret))
  }
  const tx = db.transaction(['keys', 'secrets'], 'readwrite', { durability: 'strict' })
  const keys = tx.objectStore('keys')
  await keys.put('wrapped' in next ? { id: KEY, wrapped: next.wrapped } : { id: KEY, key: next.key })
  const store = tx.objectStore('secrets')
  await store.clear()
  for (const secret of secrets) await store.put(secret)
  await tx.done
  if ('opened' in next) await next.opened()
  else await lock()
}

/** A passphrase that nobody knows any more: every secret is forgotten with it. */
export async function forgetSecrets(): Promise<void> {
  const tx = (await openVault()).transaction(['keys', 'secrets'], 'readwrite', { durability: 'strict' })
  await tx.objectStore('secrets').clear()
  await tx.objectStore('keys').delete(KEY)
  await tx.done
  await lock()
}
