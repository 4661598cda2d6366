import { type CompactJWSHeaderParameters, compactVerify, importJWK, type JWK } from 'jose'
import { z } from 'zod'
import { fromBase64 } from '../../bytes'
import { sha256 } from '../../ledger/entry'
import type { CaptureRecord } from '../record'
import type { Contents } from './container'
import { type Package, type PackageDigest, textOf } from './package'
import { type Add, fail, type Line } from './report'

const CURVE = { name: 'ECDSA', namedCurve: 'P-384' } as const
const ACCOUNT = 'flagpost/account.jws'

/**
 * The package's signature (wacz-auth 0.1.0, without a domain): ECDSA P-384 with SHA-256 over the text of the
 * package's hash, by the key that stands beside it. Whose key that is, it does not say.
 * @returns the key, for what else it has to have signed.
 */
export async function checkSignature(
  { created, software }: Package,
  { hash, signedData }: PackageDigest,
  add: Add,
  line: Line,
): Promise<string> {
  if (!signedData) return fail('unsigned')
  if (signedData.hash !== hash || signedData.created !== created || signedData.software !== software)
    add('differs', { file: 'datapackage-digest.json', what: 'signedData' })
  const spki = fromBase64(signedData.publicKey)
  const fingerprint = await sha256(spki)
  line.params.key = fingerprint
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
  return fingerprint
}

const Claims = z.strictObject({
  iss: z.string().max(500),
  sub: z.string().max(60),
  iat: z.number().int(),
  files: z.record(z.string(), z.string()),
})

/**
 * The account's signature (compact JWS, ES384): by the same device, over every other file, for the reviewer that the
 * capture record names.
 */
export async function checkAccount(
  contents: Contents,
  { resources }: Package,
  record: CaptureRecord,
  fingerprint: string,
  add: Add,
  line: Line,
): Promise<void> {
  const differs = (what: string) => add('differs', { file: ACCOUNT, what })
  let header: CompactJWSHeaderParameters | null = null
  const { payload } = await compactVerify(
    textOf(contents, ACCOUNT),
    async (protectedHeader) => {
      header = protectedHeader
      return importJWK(protectedHeader?.jwk as JWK, 'ES384', { extractable: true })
    },
    { algorithms: ['ES384'] },
  ).catch(() => fail('signature'))
  const { jwk, typ } = (header ?? {}) as CompactJWSHeaderParameters
  if (typ !== 'flagpost-account+jws') differs('typ')
  const key = await crypto.subtle.importKey('jwk', jwk as JsonWebKey, CURVE, true, ['verify'])
  if ((await sha256(new Uint8Array(await crypto.subtle.exportKey('spki', key)))) !== fingerprint)
    differs('jwk')
  const claims = Claims.parse(JSON.parse(new TextDecoder().decode(payload)))
  line.params = { reviewer: claims.sub, host: claims.iss }
  if (claims.sub !== record.reviewer) differs('sub')
  if (claims.iat !== Math.floor(Date.parse(record.sealedAt) / 1000)) differs('iat')
  const others = resources.filter(({ path }) => path !== ACCOUNT)
  const said = Object.entries(claims.files)
  if (said.length !== others.length || others.some(({ path, hash }) => claims.files[path] !== hash))
    differs('files')
}
