import { escapeMarkup } from '../markup'
import { CaptureRecord } from '../record'
import { gunzip, type IndexLine, type ReadRecord, surt } from './archive'
import type { Contents } from './container'
import { jsonOf, type Package, textOf } from './package'
import { type Add, fail } from './report'

const RECORD = 'flagpost/capture.json'
const SNAPSHOT = 'flagpost/snapshot.html.gz'
const INDEX = 'indexes/index.cdx'
const PAGES = 'pages/pages.jsonl'
const ARCHIVE = 'archive/data.warc.gz'

/** Each line of the index names a record of the archive as it is, in order; each record has its line. */
export function checkIndex(index: readonly IndexLine[], records: readonly ReadRecord[], add: Add): void {
  const differs = (what: string) => add('differs', { file: INDEX, what })
  const byOffset = new Map(records.map((record) => [record.offset, record]))
  for (const { key, time, fields } of index) {
    const record = byOffset.get(Number(fields.offset)) ?? fail('differs', { file: INDEX, what: 'offset' })
    const uri = record.uri ?? ''
    const type = record.http ? record.http.type : (record.headers.get('content-type') ?? '')
    const expected: Record<string, string> = {
      url: uri,
      mime: type.split(';')[0] ?? '',
      status: '200',
      digest: `sha256:${record.http?.digest ?? record.digest}`,
      length: String(record.length),
      offset: String(record.offset),
      filename: 'data.warc.gz',
    }
    for (const name of new Set([...Object.keys(expected), ...Object.keys(fields)]))
      if (expected[name] !== fields[name]) differs(`${name} (${uri})`)
    if (key !== surt(uri)) differs(`key (${uri})`)
    if (time !== stamp(record.headers.get('warc-date') ?? '')) differs(`time (${uri})`)
  }
  const keys = index.map(({ key, time }) => `${key} ${time}`)
  if (keys.some((key, i) => i > 0 && key < (keys[i - 1] ?? ''))) differs('order')
}

const stamp = (date: string) => date.replace(/\D/g, '').slice(0, 14)

/** The list of pages: one, the package's main page, which the archive holds. */
export function checkPages(
  contents: Contents,
  { mainPageUrl, mainPageDate, title }: Package,
  add: Add,
): void {
  const lines = textOf(contents, PAGES).split('\n')
  const [head = '', page = '', rest] = lines
  if (lines.length !== 3 || rest !== '') fail('form', { file: PAGES, what: String(lines.length) })
  const expected = [
    { format: 'json-pages-1.0', id: 'pages', title: 'Pages' },
    { id: 'item', url: mainPageUrl, ts: mainPageDate, title },
  ]
  for (const [i, line] of [head, page].entries())
    if (line !== JSON.stringify(expected[i])) add('differs', { file: PAGES, what: `line ${i + 1}` })
}

/** The capture record is of this package, and nothing was kept beyond the class that it names. */
export async function checkRecord(
  contents: Contents,
  description: Package,
  records: readonly ReadRecord[],
  add: Add,
) {
  const record = jsonOf(contents, RECORD, CaptureRecord)
  const differs = (what: string) => add('differs', { file: RECORD, what })
  const { item, page, tool, sealedAt, captureClass, media, screenshot } = record
  if ((item.permalink ?? page.address) !== description.mainPageUrl) differs('address')
  if (page.capturedAt !== description.mainPageDate) differs('capturedAt')
  if (page.title !== description.title) differs('title')
  if (sealedAt !== description.created) differs('sealedAt')
  if (`${tool.name} ${tool.version}` !== description.software) differs('tool')
  if (Date.parse(sealedAt) < Date.parse(page.capturedAt)) differs('sealedAt < capturedAt')
  const { context } = record
  const later = context.page && 'at' in context.page ? context.page.at : ''
  const mhtml = `urn:mhtml:${description.mainPageUrl}`
  if (
    records.some(
      ({ uri, headers }) => headers.get('warc-date') !== (uri === mhtml && later ? later : page.capturedAt),
    )
  )
    differs('WARC-Date')
  const around = [context.window, context.page].some((part) => part && !('missing' in part))
  if (around && record.redacted !== null) differs('context')
  const pictures = media.some(({ sha256 }) => sha256 !== null) || !('missing' in screenshot) || around
  if (captureClass === 'url' || (captureClass === 'text' && (pictures || (await hasPictures(contents)))))
    add('class', { what: captureClass })
  return record
}

const hasPictures = async (contents: Contents) => /data:image\//.test(await snapshotOf(contents))

async function snapshotOf(contents: Contents): Promise<string> {
  const packed = contents.get(SNAPSHOT) ?? fail('missing', { file: SNAPSHOT })
  return decode(await gunzip(packed).catch(() => fail('unpack', { file: SNAPSHOT, at: 0 })))
}

/** The page, the text and the page's information in the archive are those of the snapshot beside it. */
export async function checkSnapshot(
  contents: Contents,
  record: CaptureRecord,
  { mainPageUrl, mainPageDate }: Package,
  records: readonly ReadRecord[],
  add: Add,
): Promise<void> {
  const differs = (what: string) => add('differs', { file: SNAPSHOT, what })
  const addresses = record.media.map(({ url, sha256 }) => (sha256 === null ? 'data:,' : url))
  const shown = (await snapshotOf(contents)).replace(/flagpost-media:(\d+):/g, (_, n: string) =>
    escapeMarkup(addresses[Number(n)] ?? 'data:,'),
  )
  const page = records.find(({ uri, http }) => uri === mainPageUrl && http?.type.startsWith('text/html'))
  if (!page?.http) differs('page')
  else if (decode(page.http.body) !== shown) differs('page')
  if (!records.some(({ uri, type }) => uri === `urn:text:${mainPageUrl}` && type === 'resource'))
    differs('text')
  const info = records.find(({ uri }) => uri === `urn:pageinfo:${mainPageUrl}`)
  const said = info && (JSON.parse(decode(info.block)) as { url?: unknown; ts?: unknown; urls?: unknown })
  const kept = record.media.filter(({ sha256 }) => sha256 !== null).map(({ url }) => url)
  if (said?.url !== mainPageUrl || said.ts !== mainPageDate || String(said.urls) !== String(kept))
    differs('pageinfo')
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Each medium, the screenshot and the page around it are in the archive as the record says, and nothing else is in it. */
export async function checkMedia(
  record: CaptureRecord,
  { mainPageUrl }: Package,
  records: readonly ReadRecord[],
  add: Add,
): Promise<void> {
  const left = new Set(records.slice(1))
  const take = (good: (one: ReadRecord) => boolean) => {
    const found = [...left].find(good)
    if (found) left.delete(found)
    return found
  }
  take(({ uri, http }) => uri === mainPageUrl && http?.type.startsWith('text/html') === true)
  take(({ uri }) => uri === `urn:text:${mainPageUrl}`)
  take(({ uri }) => uri === `urn:pageinfo:${mainPageUrl}`)
  for (const { url, sha256, type, bytes } of record.media) {
    if (sha256 === null) continue
    const found = take(({ uri, http }) => uri === url && http !== null)
    if (!found?.http) add('missing', { file: url })
    else if (found.http.digest !== sha256 || found.http.type !== type || found.http.body.length !== bytes)
      add('hash', { file: url })
  }
  const { screenshot, context } = record
  for (const [uri, part, file] of [
    [`urn:view:${mainPageUrl}`, screenshot, 'screenshot'],
    [`urn:window:${mainPageUrl}`, context.window, `urn:window:${mainPageUrl}`],
    [`urn:mhtml:${mainPageUrl}`, context.page, `urn:mhtml:${mainPageUrl}`],
  ] as const) {
    if (part === null || 'missing' in part) continue
    const found = take((one) => one.uri === uri)
    if (!found) add('missing', { file })
    else if (
      found.digest !== part.sha256 ||
      found.headers.get('content-type') !== part.type ||
      ('bytes' in part && found.block.length !== part.bytes)
    )
      add('hash', { file })
  }
  for (const { uri } of left) add('unlisted', { file: `${ARCHIVE} (${uri ?? ''})` })
}
