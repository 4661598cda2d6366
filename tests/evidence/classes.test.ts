import { describe, expect, it } from 'vitest'
import { sealBundle } from '../../utils/evidence/bundle'
import { applyClass } from '../../utils/evidence/classes'
import { readArchive, readIndex } from '../../utils/evidence/verify/archive'
import { readContainer } from '../../utils/evidence/verify/container'
import { verifyBundle } from '../../utils/evidence/verify/verify'
import { sampleSealer } from '../support/samples'
import { sampleParts } from './parts'

/** Every byte of a bundle, packed and unpacked, as text in which each byte is one letter. */
async function everyByte(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const contents = readContainer(bytes)
  const index = readIndex(contents.get('indexes/index.cdx') as Uint8Array)
  const records = await readArchive(contents.get('archive/data.warc.gz') as Uint8Array<ArrayBuffer>, index)
  return [bytes, ...contents.values(), ...records.map(({ block }) => block)]
    .map((one) => Buffer.from(one).toString('latin1'))
    .join('\n')
}

const DRAWN = 'data:image/png;base64,aGlkZGVuIHBpY3R1cmU='

describe('the class `text`', () => {
  it('leaves no byte of any picture in the bundle, packed or not, and no hash of one', async () => {
    const parts = await sampleParts()
    const html = parts.html.replace('</body>', `<img src="${DRAWN}" alt=""></body>`)
    const sealer = await sampleSealer()
    const pictures = [...parts.media.map(({ bytes }) => bytes), parts.screenshot?.bytes as Uint8Array]
    const traces = [
      ...pictures.map((bytes) => Buffer.from(bytes.subarray(20, 60)).toString('latin1')),
      DRAWN.slice(-20),
      ...parts.media.map(({ sha256 }) => sha256),
      'screenshot' in parts.record && 'sha256' in parts.record.screenshot
        ? parts.record.screenshot.sha256
        : '',
    ]
    // All of it is there in a full one, so what is looked for would be found.
    const full = await everyByte((await sealBundle({ ...parts, html }, sealer)).bytes)
    expect(traces.filter((trace) => !full.includes(trace))).toEqual([])

    const { bytes } = await sealBundle(applyClass({ ...parts, html }, 'text'), sealer)
    const limited = await everyByte(bytes)
    expect(traces.filter((trace) => limited.includes(trace))).toEqual([])
    expect(limited).toContain('Words &amp; pictures')
    const { holds, lines } = await verifyBundle(bytes)
    expect(lines.flatMap(({ faults }) => faults)).toEqual([])
    expect(holds).toBe(true)
  })

  it('is seen by the verifier when more was kept all the same', async () => {
    const parts = applyClass(await sampleParts(), 'text')
    const html = parts.html.replace('</body>', `<img src="${DRAWN}" alt=""></body>`)
    const { lines } = await verifyBundle((await sealBundle({ ...parts, html }, await sampleSealer())).bytes)
    expect(lines.find(({ check }) => check === 'record')?.faults).toEqual([
      { code: 'class', params: { what: 'text' } },
    ])
  })
})
