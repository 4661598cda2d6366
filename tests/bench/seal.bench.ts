import { gzipSync, zipSync } from 'fflate'
import { WARCRecord, WARCSerializer } from 'warcio'
import { type BundleParts, sealBundle } from '../../utils/evidence/bundle'
import { sha256 } from '../../utils/ledger/entry'
import { noise, sampleParts } from '../evidence/parts'
import { sampleSealer } from '../support/samples'
import { type Bench, fixed, ratio } from './figure'

/** A post as they are: markup of some 60 kB that packs well, three pictures, a screenshot. */
async function post(): Promise<BundleParts> {
  const parts = await sampleParts()
  const rules = Array.from(
    { length: 300 },
    (_, i) => `.f${i}{width:${i * 3}px;color:rgb(${i % 256},9,9);margin:0 ${i}px}`,
  )
  const body = Array.from(
    { length: 300 },
    (_, i) => `<div class="f${i}"><span>Words number ${i * 7919}</span></div>`,
  )
  const html = parts.html
    .replace('</style>', `${rules.join('')}</style>`)
    .replace('</body>', `${body.join('')}</body>`)
  const screenshot = noise(120_000, 9)
  const media = await Promise.all(
    [90_000, 60_000].map(async (length, i) => {
      const bytes = noise(length, 20 + i)
      return { ...(parts.media[i] as (typeof parts.media)[0]), bytes, sha256: await sha256(bytes) }
    }),
  )
  const kept = new Map(media.map((one) => [one.url, one]))
  const record = {
    ...parts.record,
    media: parts.record.media.map((one) => {
      const medium = kept.get(one.url)
      return medium ? { ...one, sha256: medium.sha256, bytes: medium.bytes.length } : one
    }),
    screenshot: { sha256: await sha256(screenshot), type: 'image/webp', scale: 1, cut: false },
    context: { window: null, page: null },
  }
  return { ...parts, html, record, media, screenshot: { bytes: screenshot, type: 'image/webp' } }
}

const encode = (text: string) => new TextEncoder().encode(text)

/** The same content by warcio and fflate: records, index and package, neither signed nor checked. */
async function withWarcio({ record, html, text, screenshot, media }: BundleParts): Promise<Uint8Array> {
  const url = record.item.permalink ?? ''
  const date = record.page.capturedAt
  const of = async (type: 'response' | 'resource', uri: string, mime: string, bytes: Uint8Array) =>
    WARCSerializer.serialize(
      WARCRecord.create(
        {
          url: uri,
          date,
          type,
          warcVersion: 'WARC/1.1',
          ...(type === 'response'
            ? { statusline: 'HTTP/1.1 200 OK', httpHeaders: { 'Content-Type': mime } }
            : { warcHeaders: { 'Content-Type': mime } }),
        },
        (async function* () {
          yield bytes
        })(),
      ),
      { gzip: true },
    )
  const records = [
    await of('response', url, 'text/html', encode(html)),
    ...(await Promise.all(media.map((one) => of('response', one.url, one.type, one.bytes)))),
    await of('resource', `urn:text:${url}`, 'text/plain', encode(text)),
    await of('resource', `urn:view:${url}`, 'image/webp', screenshot?.bytes ?? new Uint8Array()),
  ]
  let offset = 0
  const lines = records.map((bytes) => {
    offset += bytes.length
    return JSON.stringify({ url, offset: offset - bytes.length, length: bytes.length })
  })
  const files: Record<string, Uint8Array> = {
    'archive/data.warc.gz': new Uint8Array(await new Blob(records as BlobPart[]).arrayBuffer()),
    'indexes/index.cdx': encode(lines.join('\n')),
    'pages/pages.jsonl': encode(JSON.stringify({ url, ts: date })),
    'flagpost/capture.json': encode(JSON.stringify(record)),
  }
  const resources = await Promise.all(
    Object.entries(files).map(async ([path, bytes]) => ({
      path,
      hash: await sha256(bytes as Uint8Array<ArrayBuffer>),
      bytes: bytes.length,
    })),
  )
  files['datapackage.json'] = encode(JSON.stringify({ resources }))
  return zipSync(files, { level: 0 })
}

const timed = (work: () => Promise<unknown>) => async () => {
  const before = performance.now()
  await work()
  return performance.now() - before
}

export default {
  about:
    'Sealing a post with two pictures and a screenshot, against warcio with fflate; the size of the bundle',
  async run() {
    const parts = await post()
    const sealer = await sampleSealer()
    const { bytes } = await sealBundle(parts, sealer)
    const content =
      parts.media.reduce((sum, one) => sum + one.bytes.length, 0) +
      (parts.screenshot?.bytes.length ?? 0) +
      gzipSync(encode(parts.html)).length
    return [
      await ratio(
        'Sealing, against warcio with fflate',
        1,
        timed(() => sealBundle(parts, sealer)),
        timed(() => withWarcio(parts)),
      ),
      fixed('Bundle, against its media, screenshot and packed markup', 'ratio', bytes.length / content, 1.2),
    ]
  },
} satisfies Bench
