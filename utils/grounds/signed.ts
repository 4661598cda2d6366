import { z } from 'zod'
import { base64url, fromBase64url, hex } from '../bytes'
import { parseJson } from '../json'
import { ProblemError } from '../problem'

/**
 * A pack as an organisation hands it out: its JSON text, byte for byte, with an Ed25519 signature (RFC 8032) over
 * it and the public key. Whether that key is to be trusted is decided by whoever imports it.
 */
const Envelope = z.object({
  format: z.string(),
  key: z.string().regex(/^[\w-]{43}$/),
  signature: z.string().regex(/^[\w-]{86}$/),
  pack: z.string().max(5_000_000),
})

const ED25519 = { name: 'Ed25519' }
/** What is signed says what it is: a signature of the one kind is none of the other. */
const GROUNDS_FORMAT = 'flagpost.pack/1'
export const SITES_FORMAT = 'flagpost.sites/1'
const bytesOf = (format: string, pack: string) => new TextEncoder().encode(`${format}\n${pack}`)

/**
 * Signs a pack's JSON text. `key` is a private Ed25519 key that may sign, `publicKey` its other half.
 * @returns the envelope's JSON text.
 */
export async function signPack(
  pack: string,
  key: CryptoKey,
  publicKey: CryptoKey,
  format = GROUNDS_FORMAT,
): Promise<string> {
  const signature = await crypto.subtle.sign(ED25519, key, bytesOf(format, pack))
  const raw = await crypto.subtle.exportKey('raw', publicKey)
  return JSON.stringify({
    format,
    key: base64url(new Uint8Array(raw)),
    signature: base64url(new Uint8Array(signature)),
    pack,
  })
}

/**
 * The pack in an envelope of this format whose signature holds, still unparsed (`source`: byte for byte), and the key
 * that made it (base64url, raw).
 * @throws ProblemError `packWrong` (no envelope), `packSignature`, `packsNeedNewerBrowser` (no Ed25519: Chromium
 * before 137).
 */
export async function openSigned(
  text: string,
  format = GROUNDS_FORMAT,
): Promise<{ json: unknown; key: string; source: string }> {
  const envelope = Envelope.safeParse(parseJson(text))
  if (!envelope.success || envelope.data.format !== format)
    throw new ProblemError({ code: 'packWrong', params: { detail: format } })
  const { key, signature, pack } = envelope.data
  const publicKey = await crypto.subtle
    .importKey('raw', fromBase64url(key), ED25519, true, ['verify'])
    .catch((error: Error) => {
      const code = error.name === 'NotSupportedError' ? 'packsNeedNewerBrowser' : 'packSignature'
      throw new ProblemError({ code })
    })
  if (!(await crypto.subtle.verify(ED25519, publicKey, fromBase64url(signature), bytesOf(format, pack)))) {
    throw new ProblemError({ code: 'packSignature' })
  }
  return { json: parseJson(pack), key, source: pack }
}

/** What two people compare by eye or voice: the key's SHA-256, its first 20 bytes in groups of four digits. */
export async function fingerprint(key: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64url(key)))
  return hex(digest.slice(0, 20)).match(/.{4}/g)?.join(' ') ?? ''
}
