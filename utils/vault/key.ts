import { z } from 'zod'
import { browser } from '../browser'
import { ProblemError } from '../problem'
import { openVault, type Wrapped } from './database'

/** PBKDF2-HMAC-SHA-256, as OWASP's Password Storage Cheat Sheet asks for at least. */
export const ROUNDS = 600_000
/** A shorter passphrase is guessed from a copied profile. */
export const SHORTEST = 12

export const KEY = 'main'
const OPEN = 'vault-key'
const USES: KeyUsage[] = ['encrypt', 'decrypt']
type Bytes = Uint8Array<ArrayBuffer>

/** Not extractable: its bytes can be used here, but not copied away. */
const aesKey = (bytes: Bytes) => crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, USES)

const encode = (bytes: Bytes) => btoa(String.fromCharCode(...bytes))
const decode = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
const Encoded = z.base64().length(44)

/** The key that a passphrase stands for. */
async function keyOf(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, USES)
}

/** The opened key of a vault with a passphrase: in memory that only our own pages and the background see. */
async function openKey(): Promise<CryptoKey | null> {
  const found = Encoded.safeParse((await browser.storage.session.get(OPEN))[OPEN])
  return found.success ? aesKey(decode(found.data)) : null
}

/** Whether the vault has a passphrase, and whether it is locked now. */
export async function vaultState(): Promise<{ passphrase: boolean; locked: boolean }> {
  const kept = await (await openVault()).get('keys', KEY)
  const passphrase = kept?.wrapped !== undefined
  return { passphrase, locked: passphrase && (await openKey()) === null }
}

/** The key that opens the secrets; null: the vault is locked. Without a passphrase one is made at the first use. */
export async function mainKey(): Promise<CryptoKey | null> {
  const db = await openVault()
  const kept = await db.get('keys', KEY)
  if (kept?.wrapped) return openKey()
  if (kept?.key) return kept.key
  const made = await newKey()
  const tx = db.transaction('keys', 'readwrite', { durability: 'strict' })
  // Two first uses at once: the first key that was stored wins, or a secret would be lost.
  const first = await tx.store.get(KEY)
  if (!first) await tx.store.put({ id: KEY, key: made })
  await tx.done
  return first?.key ?? made
}

/** A key without a passphrase. */
export const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, USES) as Promise<CryptoKey>

/**
 * A key that only the passphrase opens, and its wrapping. `opened` puts it where the unlocked key stands.
 * @throws ProblemError `passphraseShort`
 */
export async function newWrapped(
  passphrase: string,
): Promise<{ key: CryptoKey; wrapped: Wrapped; opened: () => Promise<void> }> {
  if ([...passphrase].length < SHORTEST)
    throw new ProblemError({ code: 'passphraseShort', params: { count: SHORTEST } })
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const outer = await keyOf(passphrase, salt, ROUNDS)
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, outer, bytes)
  return {
    key: await aesKey(bytes),
    wrapped: { salt, rounds: ROUNDS, iv, cipher },
    opened: () => browser.storage.session.set({ [OPEN]: encode(bytes) }),
  }
}

/**
 * Unlocks the vault until it is locked or the browser ends.
 * @throws ProblemError `passphraseWrong`
 */
export async function unlock(passphrase: string): Promise<void> {
  const kept = await (await openVault()).get('keys', KEY)
  if (!kept?.wrapped) return
  const { salt, rounds, iv, cipher } = kept.wrapped
  const outer = await keyOf(passphrase, salt, rounds)
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, outer, cipher).catch(() => {
    throw new ProblemError({ code: 'passphraseWrong' })
  })
  await browser.storage.session.set({ [OPEN]: encode(new Uint8Array(bytes)) })
}

/** Locks the vault; without a passphrase there is nothing to lock. */
export async function lock(): Promise<void> {
  await browser.storage.session.remove(OPEN)
}
