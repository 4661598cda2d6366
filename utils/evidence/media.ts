import { sha256 } from '../ledger/entry'
import type { Medium } from './bundle'
import type { Captured } from './captured'
import type { MediaRecord } from './record'

type Kind = MediaRecord['kind']
type Missing = NonNullable<MediaRecord['missing']>

const MB = 1024 * 1024
const MAX_COUNT = 40
const MAX_ALL = 40 * MB
/** Most bytes of one file; longest wait for it, milliseconds. */
const LIMITS: Record<Kind, { bytes: number; wait: number }> = {
  image: { bytes: 12 * MB, wait: 8_000 },
  font: { bytes: 2 * MB, wait: 5_000 },
  video: { bytes: 24 * MB, wait: 15_000 },
  canvas: { bytes: 0, wait: 0 },
}
const LANES = 4

export type Fetched = { records: MediaRecord[]; media: Medium[] }

/** Whose media may be fetched. */
export type Rights = {
  /** May this address be asked? (The item's own site says so.) */
  allowed: (url: URL) => boolean
  /** May it be asked as the reviewer is logged in there, as the page itself asked? Only where it is refused otherwise. */
  asReviewer: boolean
}

/**
 * The bytes of the item's pictures, fonts and videos as the network gives them, never re-encoded; asked from the
 * background, where the page can't forge them. What could not be had is listed with its reason.
 */
export async function fetchMedia(
  wanted: Captured['snapshot']['media'],
  rights: Rights,
  signal: AbortSignal,
): Promise<Fetched> {
  const records = wanted.map(
    ({ url, kind, missing }): MediaRecord => ({
      url,
      kind,
      sha256: null,
      type: null,
      bytes: 0,
      fetchedAt: null,
      missing: missing ?? 'failed',
    }),
  )
  const media: (Medium | undefined)[] = []
  // Videos last: what they take must not keep the pictures out.
  const left = records
    .map((record, at) => ({ record, at }))
    .filter(({ record }) => record.url !== '')
    .sort((a, b) => Number(a.record.kind === 'video') - Number(b.record.kind === 'video'))
  let asked = 0
  let total = 0
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { record, at } = next
      asked++
      const found = asked > MAX_COUNT ? 'tooMany' : await fetchOne(record, rights, MAX_ALL - total, signal)
      if (typeof found === 'string') {
        record.missing = found
        continue
      }
      total += found.bytes.length
      const digest = await sha256(found.bytes)
      Object.assign(record, {
        sha256: digest,
        type: found.type,
        bytes: found.bytes.length,
        fetchedAt: new Date().toISOString(),
        missing: null,
      })
      media[at] = { url: record.url, type: found.type, sha256: digest, bytes: found.bytes }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return { records, media: media.filter((one) => one !== undefined) }
}

async function fetchOne(
  { url: address, kind }: MediaRecord,
  { allowed, asReviewer }: Rights,
  room: number,
  signal: AbortSignal,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | Missing> {
  const url = new URL(address)
  if (!allowed(url) || isPrivate(url)) return 'notAllowed'
  const { bytes: most, wait } = LIMITS[kind]
  const late = AbortSignal.timeout(wait)
  const ask = (credentials: RequestCredentials) =>
    fetch(url, { credentials, referrerPolicy: 'no-referrer', signal: AbortSignal.any([signal, late]) })
  try {
    let answer = await ask('omit')
    if (asReviewer && (answer.status === 401 || answer.status === 403)) answer = await ask('include')
    if (answer.status === 404 || answer.status === 410) return 'gone'
    if (!answer.ok || !answer.body) return 'failed'
    const bytes = await readBody(answer, Math.min(most, room))
    if (bytes === null) return 'tooLarge'
    const type = sniff(bytes, kind)
    return type === null ? 'wrongType' : { type, bytes }
  } catch {
    return late.aborted ? 'tooSlow' : 'failed'
  }
}

/** All of a body; null as soon as it is, or says that it is, longer than `most`. */
async function readBody(answer: Response, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = (answer.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = Number(answer.headers.get('content-length')) || 0
  if (size <= most) {
    size = 0
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      size += value?.length ?? 0
      if (size > most) break
      if (value) parts.push(value)
    }
  }
  if (size > most) {
    await reader.cancel()
    return null
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

/** The type by the first bytes, whatever the server says; null for what browsers do not show as this kind. */
export function sniff(bytes: Uint8Array, kind: Kind = 'image'): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const brand = head.slice(4, 8) === 'ftyp' ? head.slice(8, 12) : ''
  if (kind === 'font') {
    if (head.startsWith('wOF2')) return 'font/woff2'
    if (head.startsWith('wOFF')) return 'font/woff'
    if (head.startsWith('OTTO')) return 'font/otf'
    return head.startsWith('\0\x01\0\0') || head.startsWith('true') ? 'font/ttf' : null
  }
  if (kind === 'video') {
    if (head.startsWith('\x1aE\xdf\xa3')) return 'video/webm'
    return brand !== '' && !/^avi[fs]|^hei/.test(brand) ? 'video/mp4' : null
  }
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  return /^avi[fs]$/.test(brand) ? 'image/avif' : null
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
