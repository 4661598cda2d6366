import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sealBundle } from '../../utils/evidence/bundle'
import { readContainer, writeContainer } from '../../utils/evidence/verify/container'
import { verifyBundle } from '../../utils/evidence/verify/verify'
import { sha256 } from '../../utils/ledger/entry'
import { sampleSealer } from '../support/samples'
import { noise, partsWithContext, sampleParts } from './parts'

let good: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  good = (await sealBundle(await partsWithContext(), await sampleSealer())).bytes
})

const codes = async (bytes: Uint8Array<ArrayBuffer>) =>
  (await verifyBundle(bytes)).lines.flatMap(({ check, faults }) =>
    faults.map(({ code, params }) => `${check}: ${code} ${params?.file ?? ''}`.trim()),
  )

/** The bundle with some of its files changed, in a container that is right again. */
const rebuilt = (change: (contents: Map<string, Uint8Array<ArrayBuffer>>) => void) => {
  const contents = new Map(readContainer(good))
  change(contents)
  return writeContainer(contents)
}

describe('the verifier', () => {
  it('finds nothing in a bundle as it was sealed', async () => {
    const { holds, lines } = await verifyBundle(good, { sha256: await sha256(good) })
    expect(lines.flatMap(({ faults }) => faults)).toEqual([])
    expect(holds).toBe(true)
  })

  it('finds any byte that was flipped: 1,000 flips over every file and the container between them', async () => {
    // Each file of the bundle, and each run of the container's own bytes, gets its share.
    const parts: [number, number][] = []
    let at = 0
    for (const [path, bytes] of readContainer(good)) {
      const from = at + 30 + path.length
      parts.push([at, from], [from, from + bytes.length])
      at = from + bytes.length
    }
    parts.push([at, good.length - 22], [good.length - 22, good.length])
    const each = Math.ceil(1000 / parts.length)
    let flips = 0
    const missed: number[] = []
    for (const [i, [from, to]] of parts.entries()) {
      const random = noise(each * 3, 77 + i)
      const flipAt = async (n: number) => {
        const [high = 0, low = 0, bit = 0] = random.subarray(n * 3)
        const position = from + (((high << 8) | low) % (to - from))
        const changed = good.slice()
        changed[position] = (changed[position] ?? 0) ^ (1 << (bit % 8))
        flips++
        if ((await verifyBundle(changed)).holds) missed.push(position)
      }
      await Promise.all(Array.from({ length: each }, (_, n) => flipAt(n)))
    }
    expect(flips).toBeGreaterThanOrEqual(1000)
    expect(missed).toEqual([])
  })

  it('finds bytes that were cut off, put in or put behind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        async (at, more) => {
          const put = new Uint8Array([...good.subarray(0, at), ...more, ...good.subarray(at)])
          expect((await verifyBundle(put)).holds).toBe(false)
          expect((await verifyBundle(good.slice(0, at))).holds).toBe(false)
          expect((await verifyBundle(new Uint8Array([...good, ...more]))).holds).toBe(false)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('says in plain codes what is no bundle', async () => {
    expect(await codes(new Uint8Array())).toEqual(['container: empty'])
    expect(await codes(noise(500))).toEqual(['container: noBundle'])
    expect(await codes(good.slice(0, 3000))).toEqual(['container: cut'])
  })

  it('finds a file that was exchanged, left out or added in a container made anew', async () => {
    const word = new TextEncoder().encode('another')
    for (const path of readContainer(good).keys()) {
      expect((await verifyBundle(rebuilt((all) => all.set(path, word)))).holds).toBe(false)
      expect((await verifyBundle(rebuilt((all) => void all.delete(path)))).holds).toBe(false)
    }
    expect(await codes(rebuilt((all) => all.set('flagpost/more.txt', word)))).toEqual([
      'files: unlisted flagpost/more.txt',
    ])
  })

  it('finds what does not fit together although every hash was made to fit', async () => {
    const parts = await sampleParts()
    const [first] = parts.media
    const sealedWith = async (change: Partial<typeof parts>) =>
      codes((await sealBundle({ ...parts, ...change }, await sampleSealer())).bytes)
    expect(await sealedWith({ media: parts.media.slice(1) })).toContain(`media: missing ${first?.url}`)
    expect(await sealedWith({ screenshot: { bytes: noise(10), type: 'image/webp' } })).toEqual([
      'media: hash screenshot',
    ])
    const more = { url: 'https://cdn.social.example/9.png', type: 'image/png', sha256: '', bytes: noise(9) }
    expect(await sealedWith({ media: [...parts.media, more] })).toContain(
      `media: unlisted archive/data.warc.gz (${more.url})`,
    )
    const early = (await sampleParts({ sealedAt: '2026-11-24T09:59:59.000Z' })).record
    expect(await sealedWith({ record: early })).toEqual(['record: differs flagpost/capture.json'])
    const text = (await sampleParts({ captureClass: 'text' })).record
    expect(await sealedWith({ record: text })).toEqual(['record: class'])
  })

  it('holds a bundle against the digest that a notice names', async () => {
    const { holds, lines } = await verifyBundle(good, { sha256: '0'.repeat(64) })
    expect(holds).toBe(false)
    expect(lines).toContainEqual(expect.objectContaining({ check: 'digest', state: 'fails' }))
  })
})
