import { ProblemError } from './problem'

/** PBKDF2-HMAC-SHA-256, as OWASP's Password Storage Cheat Sheet asks for at least. */
export const ROUNDS = 600_000
/** A shorter passphrase is guessed from a copied file or profile; characters. */
export const SHORTEST = 12

/** Has it fewer characters than are taken? */
export const isShort = (passphrase: string): boolean => [...passphrase].length < SHORTEST

/** @throws ProblemError `passphraseShort`, with the field that it was typed in. */
export function checkPassphrase(passphrase: string): void {
  if (isShort(passphrase))
    throw new ProblemError({ code: 'passphraseShort', field: 'passphrase', params: { count: SHORTEST } })
}

/** The AES-256-GCM key that a passphrase stands for; the caller brings it into one form of Unicode before. */
export async function passphraseKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase)
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
