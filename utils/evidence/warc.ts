import { gzipSync } from 'fflate'
import { sha256 } from '../ledger/entry'

export type WarcRecord = {
  type: 'warcinfo' | 'response' | 'resource' | 'metadata'
  uri: string | null
  /** ISO instant. */
  date: string
  contentType: string
  block: Uint8Array<ArrayBuffer>
}

/** A record as its own gzip member (WARC 1.1, annex D), and where it lies. */
export type Member = {
  record: WarcRecord
  bytes: Uint8Array
  offset: number
  /** SHA-256 of what the record is about: of an answer its body, else its block. */
  digest: string
}

const encode = (text: string) => new TextEncoder().encode(text)

export function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The records one after the other; the same input gives the same bytes: ids come from the content, times are given. */
export async function writeWarc(
  records: readonly WarcRecord[],
): Promise<{ bytes: Uint8Array<ArrayBuffer>; members: Member[] }> {
  const members: Member[] = []
  let offset = 0
  for (const record of records) {
    const block = await sha256(record.block)
    const payload = record.type === 'response' ? await sha256(bodyOf(record.block)) : null
    const head = [
      'WARC/1.1',
      `WARC-Type: ${record.type}`,
      `WARC-Record-ID: <urn:uuid:${await idOf(`${record.type} ${record.uri} ${record.date} ${block}`)}>`,
      ...(record.uri === null ? [] : [`WARC-Target-URI: ${record.uri}`]),
      `WARC-Date: ${record.date}`,
      `WARC-Block-Digest: sha256:${block}`,
      ...(payload === null ? [] : [`WARC-Payload-Digest: sha256:${payload}`]),
      `Content-Type: ${record.contentType}`,
      `Content-Length: ${record.block.length}`,
      '',
      '',
    ].join('\r\n')
    const bytes = gzipSync(join([encode(head), record.block, encode('\r\n\r\n')]), { mtime: 0, level: 6 })
    members.push({ record, bytes, offset, digest: payload ?? block })
    offset += bytes.length
  }
  return { bytes: join(members.map((member) => member.bytes)), members }
}

/** A UUID (version 8, RFC 9562) out of a hash. */
async function idOf(text: string): Promise<string> {
  const hex = await sha256(text)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The block of a `response` record: an HTTP answer as a server would have given it. */
export function response(type: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`
  return join([encode(head), body])
}

/** The body of a `response` block. */
export function bodyOf(block: Uint8Array): Uint8Array<ArrayBuffer> {
  for (let at = 0; at + 3 < block.length; at++) {
    if (block[at] === 13 && block[at + 1] === 10 && block[at + 2] === 13 && block[at + 3] === 10) {
      return block.slice(at + 4) as Uint8Array<ArrayBuffer>
    }
  }
  return new Uint8Array()
}

/** One record out of its decompressed gzip member. Null where the bytes are no WARC record. */
export function readRecord(member: Uint8Array): { headers: Map<string, string>; block: Uint8Array } | null {
  const limit = Math.min(member.length, 16_384)
  let end = -1
  for (let at = 0; at + 3 < limit && end < 0; at++) {
    if (member[at] === 13 && member[at + 1] === 10 && member[at + 2] === 13 && member[at + 3] === 10) end = at
  }
  if (end < 0) return null
  const [first, ...lines] = new TextDecoder().decode(member.subarray(0, end)).split('\r\n')
  if (first !== 'WARC/1.1') return null
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
    }),
  )
  const length = Number(headers.get('content-length'))
  if (!Number.isInteger(length) || length < 0 || end + 4 + length > member.length) return null
  return { headers, block: member.subarray(end + 4, end + 4 + length) }
}
