import { openVault } from './database'

const DEVICE = { private: 'device.private', public: 'device.public' } as const

/**
 * The key pair with which this profile seals evidence, ECDSA P-384 (what the WACZ signing specification has). The
 * private key can sign here, but not be copied away. It signs while the vault is locked, too: what was captured is
 * sealed at once.
 */
export async function deviceKey(): Promise<CryptoKeyPair> {
  const db = await openVault()
  const kept = await Promise.all([db.get('keys', DEVICE.private), db.get('keys', DEVICE.public)])
  if (kept[0]?.key && kept[1]?.key) return { privateKey: kept[0].key, publicKey: kept[1].key }
  const made = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, false, [
    'sign',
    'verify',
  ])
  const tx = db.transaction('keys', 'readwrite', { durability: 'strict' })
  // As with the main key: what was stored first stays.
  const first = await Promise.all([tx.store.get(DEVICE.private), tx.store.get(DEVICE.public)])
  if (!(first[0] && first[1])) {
    await tx.store.put({ id: DEVICE.private, key: made.privateKey })
    await tx.store.put({ id: DEVICE.public, key: made.publicKey })
  }
  await tx.done
  return first[0]?.key && first[1]?.key ? { privateKey: first[0].key, publicKey: first[1].key } : made
}
