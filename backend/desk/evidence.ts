import { Hono } from 'hono'
import type { JWK } from 'jose'
import { copyWithProof } from '../../utils/evidence/copy'
import { openBundle } from '../../utils/evidence/open'
import { checkSnapshot } from '../../utils/evidence/show'
import type { Database } from '../database'
import type { EvidenceStore } from '../evidence-store'
import { proofOf } from './proof'
import { same, signPart } from './session'

type Opened = Awaited<ReturnType<typeof openBundle>>

/** How long an address of evidence is good, milliseconds. */
const GOOD_FOR = 5 * 60_000
/** Bundles that were opened last; a desk page asks for several parts of one. */
const KEEP = 8
/** Pictures that a browser only decodes. Anything else is handed out as a file. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'])

export type EvidenceParts = {
  db: Database
  store: EvidenceStore
  secret: string
  /** What receipts are signed with. */
  keys: readonly JWK[]
  deskOrigin: () => string
}

/** Opens bundles, the last few kept. A broken one throws what `openBundle` says. */
export function bundleReader(store: EvidenceStore): (sha256: string) => Promise<Opened> {
  const kept = new Map<string, Promise<Opened>>()
  return (sha256) => {
    const known = kept.get(sha256)
    if (known) return known
    const opened = store.read(sha256).then(openBundle)
    kept.set(sha256, opened)
    opened.catch(() => kept.delete(sha256))
    for (const old of kept.keys()) if (kept.size > KEEP) kept.delete(old)
    return opened
  }
}

/**
 * Is the snapshot nothing but what the extension writes? Who sends a bundle may have written another: behind sandbox
 * and policy its markup runs and loads nothing, but a `link` to connect beforehand would still open a connection.
 */
function isOurs({ template }: Opened): boolean {
  try {
    checkSnapshot(template)
    return true
  } catch {
    return false
  }
}

/** The address of one part of a body of evidence, at the origin where nothing can run or load. */
export function evidenceAddress(origin: string, secret: string, sha256: string, part: string): string {
  const until = Date.now() + GOOD_FOR
  return `${origin}/${sha256}/${part}?until=${until}&signature=${signPart(secret, sha256, part, until)}`
}

/**
 * Evidence, at an origin of its own: no cookie, no API, a sandbox by header, signed addresses that soon end. Each
 * opening is written down.
 */
export function evidenceApp(
  { db, store, secret, keys, deskOrigin }: EvidenceParts,
  read: (sha256: string) => Promise<Opened>,
): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header(
      'content-security-policy',
      `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; media-src data:; frame-ancestors ${deskOrigin()}`,
    )
    c.header('x-content-type-options', 'nosniff')
    c.header('cross-origin-resource-policy', 'cross-origin')
    c.header('referrer-policy', 'no-referrer')
    c.header('cache-control', 'private, no-store')
  })
  app.get('/:sha256/:part', async (c) => {
    const { sha256, part } = c.req.param()
    const until = Number(c.req.query('until'))
    const good =
      same(c.req.query('signature') ?? '', signPart(secret, sha256, part, until)) && until > Date.now()
    if (!good) return c.text('This address is over. Open the notice again at the desk.', 403)
    await db.query('insert into opening (sha256, part) values ($1, $2)', [sha256, part])
    if (part.startsWith('copy.')) {
      const proof = await proofOf(db, part.slice('copy.'.length), keys)
      return c.body(await copyWithProof(await store.read(sha256), proof), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${sha256.slice(0, 12)}.wacz"`,
      })
    }
    const opened = await read(sha256)
    if (part === 'snapshot') {
      if (!isOurs(opened))
        return c.text('This snapshot was not written by Flagpost. None of it is shown.', 422)
      return c.body(opened.html, 200, { 'content-type': 'text/html; charset=utf-8' })
    }
    if (part === 'text') return c.body(opened.text, 200, { 'content-type': 'text/plain; charset=utf-8' })
    if (part === 'page' && opened.context.page)
      return c.body(opened.context.page.bytes, 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${sha256.slice(0, 12)}.mhtml"`,
      })
    const picture =
      part === 'screenshot'
        ? opened.screenshot
        : part === 'window'
          ? opened.context.window
          : opened.media[Number(part)]
    if (!picture) return c.text('There is no such part.', 404)
    const type = picture.type ?? ''
    return c.body(
      picture.bytes,
      200,
      SHOWN.has(type)
        ? { 'content-type': type }
        : { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' },
    )
  })
  return app
}
