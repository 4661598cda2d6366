import { compactVerify, importJWK, type JWK } from 'jose'
import { type Receipt, ReceiptClaims } from '../notice'
import type { Parcel } from './connector'

/**
 * Checks a receipt (compact JWS, ES256) against what was sent: signed by a key that was pinned when the connection
 * was set up, for this notice, over these bytes and this evidence. Null when any of it does not hold.
 */
export async function checkReceipt(
  jws: string,
  parcel: Parcel,
  keys: readonly JWK[],
): Promise<Receipt | null> {
  for (const jwk of keys) {
    try {
      const { payload } = await compactVerify(jws, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] })
      const claims = ReceiptClaims.parse(JSON.parse(new TextDecoder().decode(payload)))
      const holds =
        claims.sub === parcel.id &&
        claims.body === parcel.bodyDigest &&
        (parcel.evidence === null || claims.evidence.includes(parcel.evidence.sha256))
      if (!holds) return null
      const at = new Date(claims.iat * 1000).toISOString()
      const { jti: id, body, iss: issuer, noticed } = claims
      return { jws, id, at, body, issuer, ...(noticed ? { noticed } : {}) }
    } catch {
      // Another key may fit.
    }
  }
  return null
}
