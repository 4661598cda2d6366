import { base64url, fromBase64url } from '../bytes'

/**
 * Bytes at rest that can be made unreadable for ever by dropping their key: a body is written to the disk only
 * under a key of its own, which stays in memory until a ground's capture class lets the body stay.
 */
export type Boxed = { iv: Uint8Array<ArrayBuffer>; cipher: ArrayBuffer }

/** A box's key as text, so that it fits into `storage.session` and into a notice's row. */
export type BoxKey = string

const ALGORITHM = 'AES-GCM'

/** A fresh 256-bit key, base64url. */
export function newBoxKey(): BoxKey {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

function importKey(key: BoxKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromBase64url(key), ALGORITHM, false, ['encrypt', 'decrypt'])
}

/** Encrypts `bytes` under `key` with a fresh nonce. */
export async function box(key: BoxKey, bytes: Uint8Array<ArrayBuffer>): Promise<Boxed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, cipher: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, await importKey(key), bytes) }
}

/** The bytes again. Rejects with an OperationError when the key is another one or the box was changed. */
export async function unbox(key: BoxKey, boxed: Boxed): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: ALGORITHM, iv: boxed.iv }, await importKey(key), boxed.cipher),
  )
}
