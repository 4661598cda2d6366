import { CompactSign, exportJWK } from 'jose'
import { base64 } from '../bytes'
import type { Resource } from './package'
import type { CaptureRecord } from './record'

/** Who seals: the device's key pair (ECDSA P-384), and the backend whose account the reviewer has ('practice': none). */
export type Sealer = { pair: CryptoKeyPair; issuer: string }

const encode = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>

/**
 * The account's signature: a compact JWS (ES384) of the device's key over who sealed for which backend, and over each
 * file. It can't stand in the package's own signature: that one's form has no room for an account (wacz-auth 0.1.0).
 */
export async function accountFile(
  { pair, issuer }: Sealer,
  { reviewer, sealedAt }: CaptureRecord,
  resources: readonly Resource[],
): Promise<Uint8Array<ArrayBuffer>> {
  const claims = {
    iss: issuer,
    sub: reviewer,
    iat: Math.floor(Date.parse(sealedAt) / 1000),
    files: Object.fromEntries(resources.map(({ path, hash }) => [path, hash])),
  }
  const jws = await new CompactSign(encode(JSON.stringify(claims)))
    .setProtectedHeader({
      alg: 'ES384',
      typ: 'flagpost-account+jws',
      jwk: await exportJWK(pair.publicKey),
    })
    .sign(pair.privateKey)
  return encode(jws)
}

/**
 * The package's signature as readers of WACZ files check it (wacz-auth 0.1.0, the form without a domain): ECDSA with
 * SHA-256 over the text of the package's hash, the public key beside it. Nothing else may stand in it.
 */
export async function signPackage(
  { pair }: Sealer,
  signed: { hash: string; created: string; software: string },
): Promise<{ hash: string; created: string; software: string; signature: string; publicKey: string }> {
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = await crypto.subtle.sign(algorithm, pair.privateKey, encode(signed.hash))
  const publicKey = await crypto.subtle.exportKey('spki', pair.publicKey)
  return {
    ...signed,
    signature: base64(new Uint8Array(signature)),
    publicKey: base64(new Uint8Array(publicKey)),
  }
}
