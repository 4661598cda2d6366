import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { lighten } from '../../utils/background/lighten'
import { PRACTICE_ID } from '../../utils/connectors/connections'
import { newBoxKey, unbox } from '../../utils/evidence/box'
import { sealBundle } from '../../utils/evidence/bundle'
import { openBundle } from '../../utils/evidence/open'
import { verifyBundle } from '../../utils/evidence/verify/verify'
import { sha256 } from '../../utils/ledger/entry'
import { Notice } from '../../utils/notice'
import { sampleParts } from '../evidence/parts'
import { sampleNotice, sampleRow, sampleSealer, sampleUse } from '../support/samples'

const key = newBoxKey()

async function sealedNotice(more: Partial<Notice> = {}) {
  const bundle = await sealBundle(await sampleParts(), await sampleSealer())
  const evidence = { sha256: bundle.sha256, bytes: bundle.bytes.length, mediaType: bundle.mediaType }
  const capturedAt = '2026-11-24T12:00:00.000Z'
  const notice = sampleNotice({ evidence: { ...evidence, captureClass: 'full', capturedAt }, ...more })
  const row = sampleRow({ id: notice.id, connectionId: PRACTICE_ID, evidence: { ...evidence, key } })
  return { row, notice, bytes: bundle.bytes }
}

describe('evidence without its media', () => {
  it('is sealed anew and says what is missing; nothing else of the notice changes', async () => {
    const { row, notice, bytes } = await sealedNotice()
    const light = await lighten(row, JSON.stringify(notice), bytes)
    if (!light) throw new Error('there are media in it')
    const bundle = await unbox(key, light.boxed)
    expect(await sha256(bundle)).toBe(light.evidence.sha256)
    expect(bundle.length).toBeLessThan(bytes.length)
    const { holds, lines } = await verifyBundle(bundle)
    expect([holds, lines.flatMap(({ faults }) => faults)]).toEqual([true, []])
    const opened = await openBundle(bundle)
    expect(opened.media).toEqual([])
    expect(opened.record.media.map(({ missing }) => missing)).toContain('tooLarge')
    expect(opened.text).toBe((await openBundle(bytes)).text)
    const { evidence, ...rest } = Notice.parse(JSON.parse(light.body))
    const { evidence: before, ...same } = notice
    expect(rest).toEqual(same)
    expect(evidence).toEqual({ ...before, sha256: light.evidence.sha256, bytes: bundle.length })
    expect(await sha256(light.body)).toBe(light.bodyDigest)
    // There is nothing left to leave out.
    expect(await lighten({ ...row, evidence: light.evidence }, light.body, bundle)).toBeNull()
  })

  it('is none where a ground is about a part of the media', async () => {
    const { explanation } = sampleUse()
    const places = [{ media: 0, region: { x: 0, y: 0, width: 0.5, height: 0.5 } }]
    const grounds = [sampleUse({ explanation: { ...explanation, places: places as never } })]
    const { row, notice, bytes } = await sealedNotice({ grounds })
    expect(await lighten(row, JSON.stringify(notice), bytes)).toBeNull()
  })
})
