import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { dropSecret, getSecret, putSecret } from '../../utils/vault/vault'

describe('the vault', () => {
  it('gives a secret back, and forgets it', async () => {
    await putSecret('c1', 'first')
    await putSecret('c1', 'second')
    expect(await getSecret('c1')).toBe('second')
    expect(await getSecret('c2')).toBeNull()
    await dropSecret('c1')
    expect(await getSecret('c1')).toBeNull()
  })

  it('keeps nothing readable, and a secret opens only under its own name', async () => {
    await putSecret('c1', 'the secret word')
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('flagpost-vault')
      request.onsuccess = () => done(request.result)
    })
    const all = <T>(store: string) =>
      new Promise<T[]>((done) => {
        const request = db.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => done(request.result)
      })
    const [secret] = await all<{ iv: Uint8Array; cipher: ArrayBuffer }>('secrets')
    expect(Buffer.from(secret?.cipher ?? new ArrayBuffer(0)).toString('latin1')).not.toContain('secret')
    const [key] = await all<{ key: CryptoKey }>('keys')
    expect(key?.key.extractable).toBe(false)
    await new Promise<void>((done) => {
      const tx = db.transaction('secrets', 'readwrite')
      tx.objectStore('secrets').put({ ...secret, id: 'c2' })
      tx.oncomplete = () => done()
    })
    expect(await getSecret('c2')).toBeNull()
    db.close()
  })
})
