import { sha256 } from '../../ledger/entry'
import type { Package, PackageDigest } from './package'
import { type Add, fail, type Line } from './report'

const CURVE = { name: 'ECDSA', namedCurve: 'P-384' } as const

/**
 * The package's signature (wacz-auth 0.1.0, without a domain): ECDSA P-384 with SHA-256 over the text of the
 * package's hash, by the key that stands beside it. Whose key that is, it does not say.
 */
export async function checkSignature(
  { created, software }: Package,
  { hash, signedData }: PackageDigest,
  add: Add,
  line: Line,
): Promise<void> {
  if (!signedData) {
    line.state = 'absent'
    return
  }
  if (signedData.hash !== hash || signedData.created !== created || signedData.software !== software)
    add('differs', { file: 'datapackage-digest.json', what: 'signedData' })
  const spki = fromBase64(signedData.publicKey)
  line.params.key = await sha256(spki)
  const key = await crypto.subtle
    .importKey('spki', spki, CURVE, false, ['verify'])
    .catch(() => fail('signature'))
  const good = await crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    key,
    fromBase64(signedData.signature),
    new TextEncoder().encode(signedData.hash),
  )
  if (!good) fail('signature')
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
