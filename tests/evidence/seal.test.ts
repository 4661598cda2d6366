import 'fake-indexeddb/auto'
import { createPublicKey, verify as nodeVerify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sealBundle } from '../../utils/evidence/bundle'
import { signPackage } from '../../utils/evidence/seal'
import { type Contents, readContainer, writeContainer } from '../../utils/evidence/verify/container'
import { verifyBundle } from '../../utils/evidence/verify/verify'
import { sha256 } from '../../utils/ledger/entry'
import { deviceKey } from '../../utils/vault/device'
import { sampleSealer } from '../support/samples'
import { sampleParts } from './parts'

const read = (contents: Contents, path: string) => JSON.parse(new TextDecoder().decode(contents.get(path)))
const write = (value: unknown) =>
  new TextEncoder().encode(JSON.stringify(value, null, 2)) as Uint8Array<ArrayBuffer>
const faults = async (contents: Contents) =>
  (await verifyBundle(writeContainer(contents))).lines.flatMap(({ check, faults }) =>
    faults.map(({ code, params }) => `${check}: ${code} ${params?.what ?? ''}`.trim()),
  )

describe('the seal', () => {
  it('is made with one key of this profile, which can not be copied away', async () => {
    const [one, two] = await Promise.all([deviceKey(), deviceKey()])
    expect(one.privateKey.extractable).toBe(false)
    const spki = async ({ publicKey }: CryptoKeyPair) =>
      sha256(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)))
    expect(await spki(two)).toBe(await spki(one))
    expect(await spki(await deviceKey())).toBe(await spki(one))
    // The private key that was kept is that of the public one.
    const { signature, publicKey } = await signPackage(
      { pair: await deviceKey(), issuer: '' },
      { hash: 'sha256:0', created: '', software: '' },
    )
    expect(holds('sha256:0', signature, publicKey)).toBe(true)
  })

  it('stands in the package as wacz-auth has it, checked here by another library', async () => {
    const contents = readContainer((await sealBundle(await sampleParts(), await sampleSealer())).bytes)
    const { hash, signedData } = read(contents, 'datapackage-digest.json')
    expect(Object.keys(signedData).sort()).toEqual(['created', 'hash', 'publicKey', 'signature', 'software'])
    expect(signedData.created).toBe(read(contents, 'datapackage.json').created)
    expect(holds(hash, signedData.signature, signedData.publicKey)).toBe(true)
    expect(holds(`${hash}0`, signedData.signature, signedData.publicKey)).toBe(false)
  })

  it('gives the same bytes for the same parts, its signatures apart', async () => {
    const [one, two] = [
      readContainer((await sealBundle(await sampleParts(), await sampleSealer())).bytes),
      readContainer((await sealBundle(await sampleParts(), await sampleSealer())).bytes),
    ]
    const differ = [...one.keys()].filter((path) => String(one.get(path)) !== String(two.get(path)))
    expect(differ).toEqual(['datapackage.json', 'datapackage-digest.json', 'flagpost/account.jws'])
  })

  it('does not hold when it was taken off, made by another key, or moved from another bundle', async () => {
    const sealer = await sampleSealer()
    const { bytes } = await sealBundle(await sampleParts(), sealer)
    const { signedData, ...bare } = read(readContainer(bytes), 'datapackage-digest.json')
    const unsigned = readContainer(bytes).set('datapackage-digest.json', write(bare))
    expect(await faults(unsigned)).toContain('signature: unsigned')

    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, false, ['sign'])
    const { hash, created, software } = signedData
    const foreign = await signPackage({ pair, issuer: '' }, { hash, created, software })
    const resigned = readContainer(bytes).set(
      'datapackage-digest.json',
      write({ ...bare, signedData: foreign }),
    )
    expect(await faults(resigned)).toEqual(['account: differs jwk'])

    const other = readContainer((await sealBundle(await sampleParts({ reviewer: 'R8' }), sealer)).bytes)
    const account = other.get('flagpost/account.jws') as Uint8Array<ArrayBuffer>
    const description = read(readContainer(bytes), 'datapackage.json')
    for (const one of description.resources)
      if (one.path === 'flagpost/account.jws')
        Object.assign(one, { hash: `sha256:${await sha256(account)}`, bytes: account.length })
    const packed = write(description)
    const signed = { hash: `sha256:${await sha256(packed)}`, created, software }
    const moved = readContainer(bytes)
      .set('flagpost/account.jws', account)
      .set('datapackage.json', packed)
      .set(
        'datapackage-digest.json',
        write({ ...bare, hash: signed.hash, signedData: await signPackage(sealer, signed) }),
      )
    expect(await faults(moved)).toEqual(['account: differs sub', 'account: differs files'])
  })
})

function holds(text: string, signature: string, publicKey: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  expect(key.asymmetricKeyDetails?.namedCurve).toBe('secp384r1')
  return nodeVerify(
    'sha256',
    Buffer.from(text),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64'),
  )
}
