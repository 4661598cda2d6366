import { z } from 'zod'
import { browser } from '../browser'
import { base64, fromBase64 } from '../bytes'
import { checkPassphrase, passphraseKey, ROUNDS } from '../passphrase'
import { ProblemError } from '../problem'
import { openVault, type Wrapped } from './database'

export const KEY = 'main'
const OPEN = 'vault-key'
const USES: KeyUsage[] = ['encrypt', 'decrypt']
type Bytes = Uint8Array<ArrayBuffer>

/** Not extractable: its bytes can be used here, but not copied away. */
const aesKey = (bytes: Bytes) => crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, USES)

const Encoded = z.base64().length(44)

const keyOf = (passphrase: string, salt: Bytes, rounds: number): Promise<CryptoKey> =>
  passphraseKey(passphrase.normalize('NFKC'), salt, rounds)

/** The opened key of a vault with a passphrase: in memory that only our own pages and the background see. */
async function openKey(): Promise<CryptoKey | null> {
  const found = Encoded.safeParse((await browser.storage.session.get(OPEN))[OPEN])
  return found.success ? aesKey(fromBase64(found.data)) : null
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
  checkPassphrase(passphrase)
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const outer = await keyOf(passphrase, salt, ROUNDS)
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, outer, bytes)
  return {
    key: await aesKey(bytes),
    wrapped: { salt, rounds: ROUNDS, iv, cipher },
    opened: () => browser.storage.session.set({ [OPEN]: base64(bytes) }),
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
  await browser.storage.session.set({ [OPEN]: base64(new Uint8Array(bytes)) })
}

/** Locks the vault; without a passphrase there is nothing to lock. */
export async function lock(): Promise<void> {
  await browser.storage.session.remove(OPEN)
}
