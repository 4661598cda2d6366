import { gzipSync } from 'fflate'
import { sha256 } from '../ledger/entry'
import { escapeMarkup, PICTURE } from './markup'
import { DIGEST, json, PACKAGE, resourceOf } from './package'
import { mhtmlUri, type PageContext, windowUri } from './page-context'
import type { CaptureRecord } from './record'
import { accountFile, type Sealer, signPackage } from './seal'
import { type Member, response, type WarcRecord, writeWarc } from './warc'
import { type Files, pack } from './zip'

export const BUNDLE_TYPE = 'application/wacz'

export type Medium = { url: string; type: string; sha256: string; bytes: Uint8Array<ArrayBuffer> }
export type Screenshot = { bytes: Uint8Array<ArrayBuffer>; type: string }

/** Everything that goes into a bundle. `html` names pictures as `flagpost-media:N:`, N counting `record.media`. */
export type BundleParts = {
  record: CaptureRecord
  html: string
  text: string
  screenshot: Screenshot | null
  context: PageContext
  media: Medium[]
}
export type Bundle = { bytes: Uint8Array<ArrayBuffer>; sha256: string; mediaType: typeof BUNDLE_TYPE }

/** Where in a bundle its parts lie. */
export const ARCHIVE = 'archive/data.warc.gz'
export const RECORD = 'flagpost/capture.json'
export const SNAPSHOT = 'flagpost/snapshot.html.gz'
const ACCOUNT = 'flagpost/account.jws'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/**
 * Seals one capture as a WACZ (1.1.1): WARC records of the snapshot, its media, screenshot and text, their index, a
 * package that names every file with its hash, signed by the device. The same parts always give the same bytes, the
 * two signatures apart.
 */
export async function sealBundle(parts: BundleParts, sealer: Sealer): Promise<Bundle> {
  const { record } = parts
  const page = record.item.permalink ?? record.page.address
  const date = record.page.capturedAt
  const { bytes: archive, members } = await writeWarc(recordsOf(parts, page, date))
  const files: Files = {
    [ARCHIVE]: archive,
    'indexes/index.cdx': encode(cdxOf(members)),
    'pages/pages.jsonl': encode(
      `${JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'Pages' })}\n${JSON.stringify({ id: 'item', url: page, ts: date, title: record.page.title })}\n`,
    ),
    [RECORD]: json(record),
    [SNAPSHOT]: gzipSync(encode(parts.html), { mtime: 0 }) as Uint8Array<ArrayBuffer>,
  }
  const resources = await Promise.all(Object.entries(files).map(resourceOf))
  files[ACCOUNT] = await accountFile(sealer, record, resources)
  resources.push(await resourceOf([ACCOUNT, files[ACCOUNT]]))
  const { name, version } = record.tool
  const description = json({
    profile: 'data-package',
    wacz_version: '1.1.1',
    software: `${name} ${version}`,
    created: record.sealedAt,
    mainPageUrl: page,
    mainPageDate: date,
    title: record.page.title,
    resources,
  })
  const hash = `sha256:${await sha256(description)}`
  const signed = { hash, created: record.sealedAt, software: `${name} ${version}` }
  const digest = json({ path: PACKAGE, hash, signedData: await signPackage(sealer, signed) })
  const bytes = pack({ [PACKAGE]: description, [DIGEST]: digest, ...files })
  return { bytes, sha256: await sha256(bytes), mediaType: BUNDLE_TYPE }
}

function recordsOf(
  { record, html, text, screenshot, context, media }: BundleParts,
  page: string,
  date: string,
): WarcRecord[] {
  const addresses = record.media.map(({ url, sha256: digest }) => (digest === null ? null : url))
  const shown = html.replace(PICTURE, (_, i) => escapeMarkup(addresses[Number(i)] ?? 'data:,'))
  const resource = (
    uri: string,
    contentType: string,
    block: Uint8Array<ArrayBuffer>,
    at = date,
  ): WarcRecord => ({ type: 'resource', uri, date: at, contentType, block })
  const records: WarcRecord[] = [
    {
      type: 'warcinfo',
      uri: null,
      date,
      contentType: 'application/warc-fields',
      block: encode(
        `software: ${record.tool.name} ${record.tool.version}\r\nformat: WARC File Format 1.1\r\n`,
      ),
    },
    {
      type: 'response',
      uri: page,
      date,
      contentType: 'application/http; msgtype=response',
      block: response('text/html; charset=utf-8', encode(shown)),
    },
    ...media.map(
      (one): WarcRecord => ({
        type: 'response',
        uri: one.url,
        date,
        contentType: 'application/http; msgtype=response',
        block: response(one.type, one.bytes),
      }),
    ),
    resource(`urn:text:${page}`, 'text/plain; charset=utf-8', encode(text)),
    resource(
      `urn:pageinfo:${page}`,
      'application/json',
      json({ pageid: 'item', url: page, ts: date, urls: media.map(({ url }) => url) }),
    ),
  ]
  if (screenshot) records.push(resource(`urn:view:${page}`, screenshot.type, screenshot.bytes))
  if (context.window) records.push(resource(windowUri(page), context.window.type, context.window.bytes))
  if (context.page) {
    const kept = record.context.page
    const at = kept && 'at' in kept ? kept.at : date
    records.push(resource(mhtmlUri(page), context.page.type, context.page.bytes, at))
  }
  return records
}

/** The index: one line a record, sorted (CDXJ). */
function cdxOf(members: readonly Member[]): string {
  return members
    .flatMap(({ record, bytes, offset, digest }) => {
      if (record.uri === null) return []
      const fields = {
        url: record.uri,
        mime: record.type === 'response' ? mimeOf(record.block) : record.contentType.split(';')[0],
        status: '200',
        digest: `sha256:${digest}`,
        length: String(bytes.length),
        offset: String(offset),
        filename: 'data.warc.gz',
      }
      return `${surtOf(record.uri)} ${record.date.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify(fields)}\n`
    })
    .sort()
    .join('')
}

const mimeOf = (block: Uint8Array) =>
  /Content-Type: ([^\r;]+)/.exec(decode(block.subarray(0, 500)))?.[1] ?? 'unk'

/** The sort-friendly form of an address: its host's parts turned round, its query in order. */
function surtOf(uri: string): string {
  if (!/^https?:/i.test(uri) || !URL.canParse(uri)) return uri
  const url = new URL(uri)
  url.searchParams.sort()
  const host = url.hostname
    .replace(/^www\d*\./, '')
    .split('.')
    .reverse()
    .join(',')
  return `${host}${url.port ? `:${url.port}` : ''})${url.pathname}${url.search}`.toLowerCase()
}
