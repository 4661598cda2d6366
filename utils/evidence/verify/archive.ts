import { sha256 } from '../../ledger/entry'
import { fail } from './report'

/** One record of the archive as it was read: where it lies, its head, its block, and for an answer its body. */
export type ReadRecord = {
  offset: number
  length: number
  headers: Map<string, string>
  uri: string | null
  type: string
  block: Uint8Array<ArrayBuffer>
  digest: string
  /** Of a `response`: what the HTTP answer carried. */
  http: { type: string; body: Uint8Array<ArrayBuffer>; digest: string } | null
}

/** A line of the index (CDXJ). */
export type IndexLine = { key: string; time: string; fields: Record<string, string> }

/** A record unpacked may be larger than the bundle, but not for ever. */
const MAX_RECORD = 256 * 1024 * 1024

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** Reads the index. @throws FaultError for a line that has another form. */
export function readIndex(file: Uint8Array): IndexLine[] {
  const lines = text(file).split('\n')
  if (lines.pop() !== '') fail('form', { file: 'indexes/index.cdx', what: 'last line' })
  return lines.map((line, i) => {
    const [, key = '', time = '', json = ''] = /^(\S+) (\d{14}) (\{.*\})$/.exec(line) ?? []
    if (key === '') fail('form', { file: 'indexes/index.cdx', what: `line ${i + 1}` })
    return { key, time, fields: JSON.parse(json) as Record<string, string> }
  })
}

/**
 * Unpacks the archive (WARC 1.1, one gzip member a record) by the index: its members have to lie one after the other
 * from the first byte to the last; the first one, `warcinfo`, has no line in the index.
 * @throws FaultError for what can't be unpacked or has another form.
 */
export async function readArchive(archive: Uint8Array<ArrayBuffer>, index: readonly IndexLine[]) {
  const spans = index
    .map(({ fields }) => ({ offset: Number(fields.offset), length: Number(fields.length) }))
    .sort((a, b) => a.offset - b.offset)
  const all = [{ offset: 0, length: spans[0]?.offset ?? archive.length }, ...spans]
  let end = 0
  for (const { offset, length } of all) {
    if (offset !== end || !(length > 0)) fail('differs', { file: 'indexes/index.cdx', what: 'offset' })
    end = offset + length
  }
  if (end !== archive.length) fail('differs', { file: 'indexes/index.cdx', what: 'length' })
  const records: ReadRecord[] = []
  for (const { offset, length } of all) {
    const member = await gunzip(archive.subarray(offset, offset + length)).catch(() =>
      fail('unpack', { file: 'archive/data.warc.gz', at: offset }),
    )
    records.push(await readRecord(member, offset, length))
  }
  return records
}

async function readRecord(
  member: Uint8Array<ArrayBuffer>,
  offset: number,
  length: number,
): Promise<ReadRecord> {
  const wrong = (what: string): never =>
    fail('form', { file: 'archive/data.warc.gz', what: `${what} @${offset}` })
  const split = headEnd(member)
  if (split < 0) return wrong('head')
  const [version, ...lines] = text(member.subarray(0, split)).split('\r\n')
  if (version !== 'WARC/1.1') wrong('version')
  const headers = headersOf(lines) ?? wrong('head')
  const size = Number(headers.get('content-length'))
  const from = split + 4
  if (member.length !== from + size + 4 || text(member.subarray(from + size)) !== '\r\n\r\n')
    wrong('Content-Length')
  const block = member.slice(from, from + size)
  const digest = await sha256(block)
  if (headers.get('warc-block-digest') !== `sha256:${digest}`) wrong('WARC-Block-Digest')
  const type = headers.get('warc-type') ?? ''
  const http = type === 'response' ? await readHttp(block) : null
  if (type === 'response' && !http) wrong('HTTP')
  if (http && headers.get('warc-payload-digest') !== `sha256:${http.digest}`) wrong('WARC-Payload-Digest')
  return { offset, length, headers, uri: headers.get('warc-target-uri') ?? null, type, block, digest, http }
}

async function readHttp(block: Uint8Array<ArrayBuffer>): Promise<ReadRecord['http']> {
  const split = headEnd(block)
  if (split < 0) return null
  const [status, ...lines] = text(block.subarray(0, split)).split('\r\n')
  const headers = headersOf(lines)
  const body = block.slice(split + 4)
  if (status !== 'HTTP/1.1 200 OK' || Number(headers?.get('content-length')) !== body.length) return null
  return { type: headers?.get('content-type') ?? '', body, digest: await sha256(body) }
}

function headEnd(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(13); at >= 0 && at < 64 * 1024; at = bytes.indexOf(13, at + 1))
    if (bytes[at + 1] === 10 && bytes[at + 2] === 13 && bytes[at + 3] === 10) return at
  return -1
}

function headersOf(lines: readonly string[]): Map<string, string> | null {
  const headers = new Map<string, string>()
  for (const line of lines) {
    const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? []
    if (name === '' || headers.has(name.toLowerCase())) return null
    headers.set(name.toLowerCase(), value)
  }
  return headers
}

/** By the platform's own unpacker: it checks the member's CRC-32 and length, and takes nothing behind its end. */
export async function gunzip(member: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([member]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > MAX_RECORD) throw new RangeError('too large')
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

/** The sort-friendly form of an address, as indexes of web archives have it (SURT). */
export function surt(uri: string): string {
  if (!/^https?:/i.test(uri) || !URL.canParse(uri)) return uri
  const url = new URL(uri)
  url.searchParams.sort()
  const host = url.hostname.replace(/^www\d*\./, '').split('.')
  return `${host.reverse().join(',')}${url.port && `:${url.port}`})${url.pathname}${url.search}`.toLowerCase()
}
