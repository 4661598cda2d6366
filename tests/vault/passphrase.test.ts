import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { ROUNDS } from '../../utils/passphrase'
import { openVault } from '../../utils/vault/database'
import { deviceKey } from '../../utils/vault/device'
import { lock, unlock, vaultState } from '../../utils/vault/key'
import { forgetSecrets, getSecret, hasSecret, protect, putSecret } from '../../utils/vault/vault'
import { fakeBrowser } from '../support/extension-api'

const WORDS = 'four quiet words here'
const code = (wanted: string) =>
  expect.objectContaining({ problem: expect.objectContaining({ code: wanted }) })

beforeEach(async () => {
  fakeBrowser.reset()
  await forgetSecrets()
  await putSecret('c1', 'the secret word')
})

describe('the vault under a passphrase', () => {
  it('opens for whoever knows it, and for nobody else', async () => {
    await protect(WORDS)
    expect(await vaultState()).toEqual({ passphrase: true, locked: false })
    expect(await getSecret('c1')).toBe('the secret word')
    await lock()
    expect(await vaultState()).toEqual({ passphrase: true, locked: true })
    expect([await getSecret('c1'), await hasSecret('c1')]).toEqual([null, true])
    await expect(putSecret('c2', 'x')).rejects.toEqual(code('vaultLocked'))
    await expect(unlock(`${WORDS} `)).rejects.toEqual(code('passphraseWrong'))
    expect(await getSecret('c1')).toBeNull()
    await unlock(WORDS)
    expect(await getSecret('c1')).toBe('the secret word')
  })

  it('takes the same words however they were typed', async () => {
    await protect('Größe und Straße 1')
    await lock()
    await unlock('Gro\u0308ße und Straße 1')
    expect(await getSecret('c1')).toBe('the secret word')
  })

  it('keeps no key on the disk that opens anything', async () => {
    await protect(WORDS)
    const kept = await (await openVault()).get('keys', 'main')
    expect(kept?.key).toBeUndefined()
    expect(kept?.wrapped?.rounds).toBeGreaterThanOrEqual(600_000)
    expect(ROUNDS).toBeGreaterThanOrEqual(600_000)
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('vault')
  })

  it('is changed and taken away only while it is open', async () => {
    await protect(WORDS)
    await lock()
    await expect(protect('another one of words')).rejects.toEqual(code('vaultLocked'))
    await expect(protect(null)).rejects.toEqual(code('vaultLocked'))
    await unlock(WORDS)
    await protect('another one of words')
    await lock()
    await expect(unlock(WORDS)).rejects.toEqual(code('passphraseWrong'))
    await unlock('another one of words')
    await protect(null)
    expect(await vaultState()).toEqual({ passphrase: false, locked: false })
    expect(await getSecret('c1')).toBe('the secret word')
  })

  it('refuses one that is too short, and changes nothing', async () => {
    await expect(protect('short')).rejects.toEqual(code('passphraseShort'))
    expect(await vaultState()).toEqual({ passphrase: false, locked: false })
    expect(await getSecret('c1')).toBe('the secret word')
  })

  it('forgets every secret with a lost one, and the device’s key stays', async () => {
    const { publicKey } = await deviceKey()
    const jwk = await crypto.subtle.exportKey('jwk', publicKey)
    await protect(WORDS)
    await lock()
    await forgetSecrets()
    expect(await vaultState()).toEqual({ passphrase: false, locked: false })
    expect(await hasSecret('c1')).toBe(false)
    expect(await crypto.subtle.exportKey('jwk', (await deviceKey()).publicKey)).toEqual(jwk)
  })
})
