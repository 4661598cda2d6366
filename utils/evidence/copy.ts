import type { JWK } from 'jose'
import { sha256 } from '../ledger/entry'
import { DIGEST, json, PACKAGE, resourceOf } from './package'
import { type Files, pack, unpack } from './zip'

/** What came into being only after the bundle was sent. */
export type Proof = {
  /** The backend's receipt (compact JWS), and the keys that it was checked with. */
  receipt: { receipt: string; keys: readonly JWK[] } | null
  /** The authority's answer (RFC 3161) over the bundle. */
  timestamp: Uint8Array<ArrayBuffer> | null
}

/**
 * A copy of a sealed bundle with its receipt and timestamp in it, for whoever checks it elsewhere. Readers of WACZ
 * files open it as any other. It keeps the sealed package and its digest beside the new ones, so that the sealed
 * bundle can be put together again byte by byte: that one is what receipt and timestamp are over.
 */
export async function copyWithProof(
  bundle: Uint8Array<ArrayBuffer>,
  { receipt, timestamp }: Proof,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = unpack(bundle)
  const [description, digest] = [files[PACKAGE], files[DIGEST]] as [
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
  ]
  const more: Files = {
    'flagpost/sealed.json': description,
    'flagpost/sealed-digest.json': digest,
    ...(receipt && { 'flagpost/receipt.json': json(receipt) }),
    ...(timestamp && { 'flagpost/timestamp.tsr': timestamp }),
  }
  const sealed = JSON.parse(new TextDecoder().decode(description)) as { resources: unknown[] }
  const added = await Promise.all(Object.entries(more).map(resourceOf))
  const outer = json({ ...sealed, resources: [...sealed.resources, ...added] })
  const hash = `sha256:${await sha256(outer)}`
  return pack({ ...files, [PACKAGE]: outer, [DIGEST]: json({ path: PACKAGE, hash }), ...more })
}
