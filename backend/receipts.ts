import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import type { ReceiptClaims } from '../utils/notice'
import type { Database } from './database'

/** Signs receipts (compact JWS, ES256) with a key that stays in the database. */
export type Signer = { sign: (claims: ReceiptClaims) => Promise<string>; publicKeys: JWK[] }

export async function openSigner(db: Database): Promise<Signer> {
  let { rows } = await db.query<{ kid: string; jwk: JWK }>(
    'select kid, jwk from signing_key order by created_at desc',
  )
  if (rows.length === 0) {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(privateKey)
    await db.query('insert into signing_key (kid, jwk) values ($1, $2)', [
      await calculateJwkThumbprint(jwk),
      jwk,
    ])
    rows = (await db.query('select kid, jwk from signing_key order by created_at desc')).rows
  }
  const [newest] = rows
  if (!newest) throw new Error('There is no key for receipts.')
  const key = await importJWK(newest.jwk, 'ES256')
  return {
    publicKeys: rows.map(({ kid, jwk: { d: _, ...jwk } }) => ({ ...jwk, kid, alg: 'ES256', use: 'sig' })),
    sign: (claims) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'ES256', kid: newest.kid, typ: 'flagpost-receipt+jws' })
        .sign(key),
  }
}
