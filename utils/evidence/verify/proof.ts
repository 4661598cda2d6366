import { calculateJwkThumbprint, compactVerify, importJWK, type JWK } from 'jose'
import { z } from 'zod'
import { sha256 } from '../../ledger/entry'
import { ReceiptClaims } from '../../notice'
import type { Contents } from './container'
import { checkFiles, jsonOf, Package, PackageDigest } from './package'
import { type Add, fail, type Line } from './report'

/** What can only come into being after a bundle was sent: it stands in a copy, or is given beside the bundle. */
export type GivenProof = {
  receipt: { receipt: string; keys: readonly JWK[] } | null
  timestamp: Uint8Array<ArrayBuffer> | null
}

/** When, by whom, and whether that one's certificate leads to a root that was given. */
export type Stamp = { at: string; authority: string; rooted: boolean }
export type TimestampChecker = (
  answer: Uint8Array<ArrayBuffer>,
  bundle: Uint8Array<ArrayBuffer>,
) => Promise<Stamp>

const SEALED = { package: 'flagpost/sealed.json', digest: 'flagpost/sealed-digest.json' }
const RECEIPT = 'flagpost/receipt.json'
const TIMESTAMP = 'flagpost/timestamp.tsr'

export const isCopy = (contents: Contents): boolean => contents.has(SEALED.package)

/**
 * Takes a copy apart: the sealed bundle's files in their places, and what was added to them. The copy's own package
 * has to name all of it.
 */
export async function openCopy(
  contents: Contents,
  add: Add,
): Promise<{ sealed: Contents; proof: GivenProof }> {
  const description = jsonOf(contents, 'datapackage.json', Package)
  const digest = jsonOf(contents, 'datapackage-digest.json', PackageDigest)
  const file = (path: string) => contents.get(path) ?? fail('missing', { file: path })
  if (digest.signedData) add('differs', { file: 'datapackage-digest.json', what: 'signedData' })
  if (digest.hash !== `sha256:${await sha256(file('datapackage.json'))}`)
    add('hash', { file: 'datapackage.json' })
  await checkFiles(contents, description, add)
  const inner = jsonOf(contents, SEALED.package, Package)
  const { resources: _, ...outerRest } = description
  const { resources, ...innerRest } = inner
  if (
    JSON.stringify(outerRest) !== JSON.stringify(innerRest) ||
    resources.some((one, i) => JSON.stringify(one) !== JSON.stringify(description.resources[i]))
  )
    add('differs', { file: 'datapackage.json', what: SEALED.package })
  const added = [SEALED.package, SEALED.digest, RECEIPT, TIMESTAMP]
  const sealed: Contents = new Map([...contents].filter(([path]) => !added.includes(path)))
  sealed.set('datapackage.json', file(SEALED.package)).set('datapackage-digest.json', file(SEALED.digest))
  const receipt = contents.has(RECEIPT) ? jsonOf(contents, RECEIPT, Receipt) : null
  return { sealed, proof: { receipt, timestamp: contents.get(TIMESTAMP) ?? null } }
}

const Receipt = z.strictObject({
  receipt: z.string().max(10_000),
  keys: z.array(z.record(z.string(), z.unknown())).min(1).max(20),
})

/** The receipt (compact JWS, ES256) names this very bundle. `pinned`: keys that are trusted; null: none is known. */
export async function checkReceipt(
  { receipt, keys }: NonNullable<GivenProof['receipt']>,
  digest: string,
  pinned: readonly JWK[] | null,
  line: Line,
): Promise<void> {
  for (const jwk of pinned ?? keys) {
    const verified = await compactVerify(
      receipt,
      await importJWK(jwk, 'ES256').catch(() => new Uint8Array()),
      {
        algorithms: ['ES256'],
      },
    ).catch(() => null)
    if (!verified) continue
    const claims = ReceiptClaims.parse(JSON.parse(new TextDecoder().decode(verified.payload)))
    line.params = {
      id: claims.jti,
      at: new Date(claims.iat * 1000).toISOString(),
      issuer: claims.iss,
      key: await calculateJwkThumbprint(jwk),
      ...(pinned && { pinned: 1 }),
    }
    if (!claims.evidence.includes(digest)) fail('receipt', { what: 'SHA-256' })
    return
  }
  fail('receipt', { what: pinned ? 'key' : 'signature' })
}

/**
 * The timestamp is over this very bundle. Without a checker (the extension has none: it would weigh more than all of
 * the evidence code) only what it says of itself is read, and the line says so.
 */
export async function checkStamp(
  answer: Uint8Array<ArrayBuffer>,
  bundle: Uint8Array<ArrayBuffer>,
  digest: string,
  checker: TimestampChecker | null,
  line: Line,
): Promise<void> {
  if (checker) {
    const { at, authority, rooted } = await checker(answer, bundle).catch((error: Error) =>
      fail('timestamp', { what: error.message }),
    )
    line.params = { at, authority, ...(rooted && { pinned: 1 }) }
    return
  }
  const latin = Array.from(answer, (byte) => String.fromCharCode(byte)).join('')
  const imprint = (digest.match(/../g) ?? [])
    .map((hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .join('')
  // Behind the imprint stand serial number and time (RFC 3161, section 2.4.2: TSTInfo).
  const time = /(\d{14})(?:\.\d+)?Z/.exec(latin.slice(Math.max(0, latin.indexOf(imprint))))?.[1]
  if (!latin.includes(imprint) || !time) fail('timestamp', { what: 'SHA-256' })
  const at = time.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6.000Z')
  line.state = 'unchecked'
  line.params = { at }
}
