import { gunzipSync } from 'fflate'
import { z } from 'zod'
import { base64 } from '../bytes'
import { sha256 } from '../ledger/entry'
import { Sha256 } from '../notice'
import { ProblemError } from '../problem'
import { ARCHIVE, type BundleParts, type Medium, RECORD, type Screenshot, SNAPSHOT } from './bundle'
import { PICTURE } from './markup'
import { DIGEST, PACKAGE } from './package'
import { type ContextFile, mhtmlUri, type PageContext, windowUri } from './page-context'
import { CaptureRecord } from './record'
import { bodyOf, readRecord } from './warc'
import { pack, unpack } from './zip'

/** The very first thing in a snapshot that is shown: nothing may be asked of any network. */
const QUIET = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'">`

/** It stands in markup: who made the bundle may have written anything there. */
const TYPE = /^[\w.+-]+\/[\w.+-]+$/

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

const Package = z.object({
  profile: z.literal('data-package'),
  wacz_version: z.string(),
  resources: z.array(z.object({ path: z.string(), hash: z.string(), bytes: z.number() })).max(64),
})
const PackageDigest = z.object({ path: z.literal(PACKAGE), hash: z.string() })

export type OpenedBundle = {
  record: CaptureRecord
  /** Self-contained: pictures as `data:`, and a policy that asks nothing of any network. */
  html: string
  /** The snapshot as it is kept, with `flagpost-media:N:` for pictures. */
  template: string
  text: string
  screenshot: Screenshot | null
  context: PageContext
  media: Medium[]
}

/** What a bundle was sealed from, to be sealed anew. */
export const partsOf = ({
  record,
  template,
  text,
  screenshot,
  context,
  media,
}: OpenedBundle): BundleParts => ({
  record,
  html: template,
  text,
  screenshot,
  context,
  media,
})

/**
 * Opens a bundle after checking every hash in it: the package's, each file's, each record's, each medium's.
 * @throws ProblemError `bundleBroken`, with what does not hold.
 */
export async function openBundle(bytes: Uint8Array): Promise<OpenedBundle> {
  const files = unpack(bytes)
  const file = (path: string) => files[path] ?? broken(`${path} is missing`)
  const digest = parse(PackageDigest, file(DIGEST), DIGEST)
  await check(file(PACKAGE), digest.hash, PACKAGE)
  const { resources } = parse(Package, file(PACKAGE), PACKAGE)
  for (const { path, hash } of resources) await check(file(path), hash, path)
  const named = new Set([PACKAGE, DIGEST, ...resources.map(({ path }) => path)])
  const stranger = Object.keys(files).find((path) => !named.has(path))
  if (stranger !== undefined) broken(`${stranger} is not part of it`)
  // The container's own bytes (names, dates, checks) are those that the same files always give.
  if (!same(pack(files), bytes)) broken('the container has been changed')

  const record = parse(CaptureRecord, file(RECORD), RECORD)
  const records = await readArchive(file(ARCHIVE))
  const media = await Promise.all(
    record.media.flatMap(({ url, sha256: expected, type }) =>
      expected === null ? [] : [mediumOf(records, url, expected, type ?? '')],
    ),
  )
  const byUrl = new Map(media.map((one) => [one.url, one]))
  const inline = (i: string) => {
    const one = byUrl.get(record.media[Number(i)]?.url ?? '')
    return one && TYPE.test(one.type) ? `data:${one.type};base64,${base64(one.bytes)}` : 'data:,'
  }
  const page = record.item.permalink ?? record.page.address
  const template = decode(unzipped(file(SNAPSHOT)))
  return {
    record,
    template,
    /** Made when it is asked for: with all pictures in it, it is larger than the bundle. */
    get html() {
      return template.replace('<head>', `<head>${QUIET}`).replace(PICTURE, (_, i: string) => inline(i))
    },
    text: decode(records.get(`urn:text:${page}`)?.block ?? new Uint8Array()),
    screenshot: await keptOf(record.screenshot, records.get(`urn:view:${page}`)?.block, 'the screenshot'),
    context: {
      window: await keptOf(record.context.window, records.get(windowUri(page))?.block, 'the window'),
      page: await keptOf(record.context.page, records.get(mhtmlUri(page))?.block, 'the page'),
    },
    media,
  }
}

function unzipped(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes)
  } catch {
    return broken(`${SNAPSHOT} can not be unpacked`)
  }
}

type Records = Map<string, { block: Uint8Array }>

async function readArchive(archive: Uint8Array): Promise<Records> {
  const records: Records = new Map()
  for (const member of membersOf(archive)) {
    const found = readRecord(member) ?? broken('a record of the archive can not be read')
    await check(
      new Uint8Array(found.block),
      found.headers.get('warc-block-digest') ?? '',
      'a record of the archive',
    )
    const uri = found.headers.get('warc-target-uri')
    if (uri !== undefined) records.set(uri, found)
  }
  return records
}

/** The archive's gzip members, unpacked. */
function membersOf(archive: Uint8Array): Uint8Array[] {
  const starts: number[] = []
  for (let at = 0; at + 9 < archive.length; at++) {
    // A member's head as we write it: deflate, no flags, no time.
    const head =
      archive[at] === 31 && archive[at + 1] === 139 && archive[at + 2] === 8 && archive[at + 3] === 0
    if (head && !archive[at + 4] && !archive[at + 5] && !archive[at + 6] && !archive[at + 7]) starts.push(at)
  }
  const members: Uint8Array[] = []
  for (let i = 0; i < starts.length; ) {
    let end = i + 1
    for (; end <= starts.length; end++) {
      try {
        members.push(gunzipSync(archive.subarray(starts[i], starts[end] ?? archive.length)))
        break
      } catch {
        // Those bytes stood inside the member by chance: it goes on.
      }
    }
    if (end > starts.length) return broken('the archive can not be unpacked')
    i = end
  }
  return members
}

async function mediumOf(records: Records, url: string, expected: string, type: string): Promise<Medium> {
  const found = records.get(url) ?? broken(`${url} is missing`)
  const bytes = bodyOf(found.block)
  await check(bytes, `sha256:${expected}`, url)
  return { url, type, sha256: expected, bytes }
}

/** What the record says was kept, held against its hash; null where it was not. */
async function keptOf(
  part: { sha256: string; type: string } | { missing: string } | null,
  block: Uint8Array | undefined,
  what: string,
): Promise<ContextFile | null> {
  if (part === null || 'missing' in part) return null
  const bytes = new Uint8Array(block ?? broken(`${what} is missing`))
  await check(bytes, `sha256:${part.sha256}`, what)
  return { bytes, type: part.type }
}

async function check(bytes: Uint8Array<ArrayBuffer>, hash: string, what: string): Promise<void> {
  if (!Sha256.safeParse(hash.replace(/^sha256:/, '')).success || `sha256:${await sha256(bytes)}` !== hash) {
    broken(`${what} has been changed`)
  }
}

function parse<T>(schema: z.ZodType<T>, bytes: Uint8Array, what: string): T {
  let value: unknown
  try {
    value = JSON.parse(decode(bytes))
  } catch {
    return broken(`${what} is no JSON`)
  }
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : broken(`${what} has another form`)
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

function broken(what: string): never {
  throw new ProblemError({ code: 'bundleBroken', params: { what } })
}
