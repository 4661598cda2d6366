import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, sealBundle } from '../../utils/evidence/bundle'
import { copyWithProof } from '../../utils/evidence/copy'
import { openBundle } from '../../utils/evidence/open'
import { readContainer, writeContainer } from '../../utils/evidence/verify/container'
import { type VerifyOptions, verifyBundle } from '../../utils/evidence/verify/verify'
import { uuidv7 } from '../../utils/uuid'
import { sampleSealer } from '../support/samples'
import { noise, sampleParts } from './parts'

let bundle: Bundle
let receipt: string
let key: JWK
let stamp: Uint8Array<ArrayBuffer>

async function receiptOver(evidence: string): Promise<{ receipt: string; key: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const claims = {
    iss: 'flagpost-crs',
    sub: uuidv7(),
    jti: 'crs-1',
    iat: 1_795_600_000,
    body: '0'.repeat(64),
    evidence: [evidence],
  }
  const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256' })
    .sign(privateKey)
  return { receipt: jws, key: await exportJWK(publicKey) }
}

beforeAll(async () => {
  bundle = await sealBundle(await sampleParts(), await sampleSealer())
  ;({ receipt, key } = await receiptOver(bundle.sha256))
  // What of an authority's answer is read without its signature: the imprint, then the time.
  stamp = new Uint8Array(
    Buffer.concat([
      Buffer.from('3082'),
      Buffer.from(bundle.sha256, 'hex'),
      Buffer.from('\u0018\u000f20261124101500Z'),
    ]),
  )
})

const copy = () => copyWithProof(bundle.bytes, { receipt: { receipt, keys: [key] }, timestamp: stamp })
const report = async (bytes: Uint8Array<ArrayBuffer>, options?: VerifyOptions) => {
  const { holds, lines } = await verifyBundle(bytes, options)
  return { holds, by: Object.fromEntries(lines.map((line) => [line.check, line])) }
}

describe('a copy with receipt and timestamp', () => {
  it('holds, is about the sealed bundle in it, and opens as one', async () => {
    const bytes = await copy()
    const { holds, by } = await report(bytes, { sha256: bundle.sha256 })
    expect(holds).toBe(true)
    expect(by.digest?.params.digest).toBe(bundle.sha256)
    expect(by.receipt).toMatchObject({ state: 'holds', params: { id: 'crs-1', issuer: 'flagpost-crs' } })
    expect(by.timestamp).toMatchObject({ state: 'unchecked', params: { at: '2026-11-24T10:15:00.000Z' } })
    const opened = await openBundle(bytes)
    expect(opened.record).toEqual((await openBundle(bundle.bytes)).record)
  })

  it('says of a bundle that was not sent that it has neither', async () => {
    const { holds, by } = await report(bundle.bytes)
    expect(holds).toBe(true)
    expect([by.receipt?.state, by.timestamp?.state, by.copy]).toEqual(['absent', 'absent', undefined])
    const bare = await copyWithProof(bundle.bytes, { receipt: null, timestamp: null })
    expect((await report(bare)).by.receipt?.state).toBe('absent')
  })

  it('takes the same beside the bundle, and holds the receipt against pinned keys', async () => {
    const proof = { receipt: { receipt, keys: [key] }, timestamp: null }
    expect((await report(bundle.bytes, { proof, keys: [key] })).by.receipt).toMatchObject({
      state: 'holds',
      params: { pinned: 1 },
    })
    const { key: other } = await receiptOver(bundle.sha256)
    expect((await report(bundle.bytes, { proof, keys: [other] })).by.receipt?.state).toBe('fails')
  })

  it('fails with another bundle’s receipt or timestamp', async () => {
    const foreign = await receiptOver('1'.repeat(64))
    const wrong = await copyWithProof(bundle.bytes, {
      receipt: { receipt: foreign.receipt, keys: [foreign.key] },
      timestamp: noise(80),
    })
    const { holds, by } = await report(wrong)
    expect(holds).toBe(false)
    expect([by.receipt?.state, by.timestamp?.state]).toEqual(['fails', 'fails'])
  })

  it('fails wherever a byte of it is flipped, and wherever a file of it is exchanged', async () => {
    const bytes = await copy()
    const missed: number[] = []
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x10
      if ((await verifyBundle(changed)).holds) missed.push(at)
    }
    expect(missed).toEqual([])
    for (const path of readContainer(bytes).keys()) {
      const contents = readContainer(bytes).set(path, noise(30))
      expect((await verifyBundle(writeContainer(contents))).holds).toBe(false)
    }
  })
})
