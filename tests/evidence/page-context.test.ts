import { beforeAll, describe, expect, it } from 'vitest'
import { type BundleParts, sealBundle } from '../../utils/evidence/bundle'
import { applyClass, withoutMedia } from '../../utils/evidence/classes'
import { openBundle, partsOf } from '../../utils/evidence/open'
import { redact } from '../../utils/evidence/redact'
import { verifyBundle } from '../../utils/evidence/verify/verify'
import { sha256 } from '../../utils/ledger/entry'
import { sampleSealer } from '../support/samples'
import { noise, partsWithContext, sampleParts } from './parts'

let parts: BundleParts
beforeAll(async () => {
  parts = await partsWithContext()
})

const seal = async (change: Partial<BundleParts> = {}) =>
  (await sealBundle({ ...parts, ...change }, await sampleSealer())).bytes
const faults = async (bytes: Uint8Array<ArrayBuffer>) =>
  (await verifyBundle(bytes)).lines.flatMap(({ check, faults }) =>
    faults.map(({ code, params }) => `${check}: ${code} ${params?.what ?? params?.file ?? ''}`.trim()),
  )
const gone = (missing: string) => ({ window: { missing }, page: { missing } })
const NOTHING = { window: null, page: null }
const never = () => Promise.reject(new Error('nothing to cover'))

describe('the page around the item in a bundle', () => {
  it('opens as it was sealed, and holds', async () => {
    const bytes = await seal()
    expect(partsOf(await openBundle(bytes))).toEqual(parts)
    expect(await faults(bytes)).toEqual([])
  })

  it('is missed, found exchanged, or found where nothing says that it is', async () => {
    const exchanged = { ...parts.context, page: { bytes: noise(600, 7), type: 'multipart/related' } }
    const url = parts.record.page.address
    expect(await faults(await seal({ context: { ...parts.context, window: null } }))).toEqual([
      `media: missing urn:window:${url}`,
    ])
    const wrong = await seal({ context: exchanged })
    expect(await faults(wrong)).toEqual([`media: hash urn:mhtml:${url}`])
    await expect(openBundle(wrong)).rejects.toMatchObject({ problem: { code: 'bundleBroken' } })
    expect(await faults(await seal({ record: { ...parts.record, context: NOTHING } }))).toContain(
      `media: unlisted archive/data.warc.gz (urn:window:${url})`,
    )
  })

  it('may not be there where something is covered, or the class is less than the whole', async () => {
    const redacted = { regions: [{ why: 'person' as const, count: 1 }], commitments: [] }
    expect(await faults(await seal({ record: { ...parts.record, redacted } }))).toEqual([
      'record: differs context',
    ])
    expect(await faults(await seal({ record: { ...parts.record, captureClass: 'text' } }))).toContain(
      'record: class text',
    )
  })

  it('goes with what is covered, with a stricter class, with media that are too large; what was not asked for stays unsaid', async () => {
    const regions = [{ why: 'other' as const, rects: [], cuts: [{ at: 0 }] }]
    const covered = await redact(parts, { regions, salt: null }, async ({ bytes, type }) => ({
      bytes,
      type,
      sha256: await sha256(bytes),
    }))
    const text = applyClass(parts, 'text')
    const light = withoutMedia(parts)
    for (const [left, why] of [
      [covered.parts, 'redacted'],
      [text, 'captureClass'],
      [light, 'tooLarge'],
    ] as const) {
      expect(left.context).toEqual(NOTHING)
      expect(left.record.context).toEqual(gone(why))
      expect(await faults((await sealBundle(left, await sampleSealer())).bytes)).toEqual([])
    }
    expect((await redact(parts, { regions: [], salt: null }, never)).parts).toBe(parts)
    expect(applyClass(await sampleParts(), 'text').record.context).toEqual(NOTHING)
  })
})
