import { sha256 } from '../ledger/entry'
import type { Medium } from './bundle'
import type { Captured } from './captured'
import type { MediaRecord } from './record'

const MAX_COUNT = 30
const MAX_ONE = 12 * 1024 * 1024
const MAX_ALL = 40 * 1024 * 1024
const PATIENCE = 8_000
const LANES = 4

export type Fetched = { records: MediaRecord[]; media: Medium[] }

/**
 * The bytes of the item's pictures as the network gives them, never re-encoded; asked from the background, where the
 * page can't forge them. What could not be had is listed with its reason.
 * @param allowed may this address be asked? (The item's own site says so.)
 */
export async function fetchMedia(
  wanted: Captured['snapshot']['media'],
  allowed: (url: URL) => boolean,
  signal: AbortSignal,
): Promise<Fetched> {
  const records: MediaRecord[] = wanted.map(({ url, kind }) => ({
    url,
    kind,
    sha256: null,
    type: null,
    bytes: 0,
    fetchedAt: null,
    missing: 'failed',
  }))
  const media: Medium[] = []
  const left = records.map((record, i) => ({ record, i }))
  let total = 0
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { record, i } = next
      const url = new URL(record.url)
      if (i >= MAX_COUNT) record.missing = 'tooMany'
      else if (!allowed(url) || isPrivate(url)) record.missing = 'notAllowed'
      else {
        const bytes = await fetchOne(url, signal).catch(() => 'failed' as const)
        if (typeof bytes === 'string') record.missing = bytes
        else if (total + bytes.length > MAX_ALL) record.missing = 'tooLarge'
        else {
          const type = sniff(bytes)
          if (type === null) record.missing = 'wrongType'
          else {
            total += bytes.length
            const digest = await sha256(bytes)
            Object.assign(record, {
              sha256: digest,
              type,
              bytes: bytes.length,
              fetchedAt: new Date().toISOString(),
              missing: null,
            })
            media.push({ url: record.url, type, sha256: digest, bytes })
          }
        }
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const order = new Map(records.map(({ url }, i) => [url, i]))
  media.sort((a, b) => (order.get(a.url) ?? 0) - (order.get(b.url) ?? 0))
  return { records, media }
}

async function fetchOne(
  url: URL,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | 'failed' | 'tooLarge'> {
  const answer = await fetch(url, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  })
  if (!answer.ok || !answer.body) return 'failed'
  const parts: Uint8Array[] = []
  let size = 0
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > MAX_ONE) {
      await reader.cancel()
      return 'tooLarge'
    }
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}

/** The type by the first bytes, whatever the server says; null for what is no picture that browsers show. */
export function sniff(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.slice(4, 12) === 'ftypavif' || head.slice(4, 12) === 'ftypavis') return 'image/avif'
  return null
}

/** Addresses inside of the reviewer's own network are never asked for a page's sake. */
export function isPrivate({ hostname }: URL): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname.endsWith('.local') ||
    hostname.startsWith('[') ||
    /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(hostname)
  )
}
