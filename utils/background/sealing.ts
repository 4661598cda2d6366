import { clockOf } from '../connectors/clock'
import { findConnection } from '../connectors/connections'
import type { DraftingParts, Sealed } from '../drafting/evidence'
import { dropWindow, findWindow, keepWindow } from '../drafting/window-shot'
import { type BundleParts, sealBundle } from '../evidence/bundle'
import { applyClass } from '../evidence/classes'
import { coverPicture } from '../evidence/cover'
import { fetchMedia, type Rights } from '../evidence/media'
import { openBundle, partsOf } from '../evidence/open'
import { type Asked, type ContextFile, type ContextPart, NO_CONTEXT, UNASKED } from '../evidence/page-context'
import type { CaptureRecord } from '../evidence/record'
import { redact } from '../evidence/redact'
import { type Cropped, crop, type Shot, wholeWindow } from '../evidence/screenshot'
import type { Sealer } from '../evidence/seal'
import { readSnapshot } from '../evidence/show'
import { textOf } from '../evidence/text'
import { sha256 } from '../ledger/entry'
import type { Connection, ContextState } from '../messages'
import { ProblemError } from '../problem'
import { siteOf } from '../scripts'
import { mayFetch } from '../sites'
import type { Site } from '../sites/site'
import { deviceKey } from '../vault/device'
import { tool } from './tool'

/** The reviewer waits for the form, nobody for the seal: it begins when the form has been drawn, milliseconds. */
const AFTER_FORM = 300

const NO_SHOT: Shot = { missing: 'notGranted' }

/** Screenshots that were taken at a press, until their draft is sealed. */
export type Shots = { take: (nonce: string) => Promise<Shot> | undefined }

/** How drafts get their evidence: media and screenshot around the snapshot, sealed as one bundle. */
export function createSealing(shots: Shots): Pick<DraftingParts, 'seal' | 'reseal' | 'surround'> {
  return {
    async seal(captured, place, signal, { id, nonce, connectionId }) {
      await new Promise((done) => setTimeout(done, AFTER_FORM))
      signal.throwIfAborted()
      const site = place ? await siteOf(place.address) : null
      const taken = shots.take(nonce) ?? Promise.resolve(NO_SHOT)
      const [fetched, cropped, connection] = await Promise.all([
        fetchMedia(captured.snapshot.media, rightsOf(site, captured.page.address), signal),
        taken.then((shot) => crop(shot, captured.page)).catch((): Cropped => ({ missing: 'failed' })),
        findConnection(connectionId),
      ])
      signal.throwIfAborted()
      if (!connection) throw new ProblemError({ code: 'connectionGone' })
      const shot = await taken
      if (!('missing' in shot)) await keepWindow(id, shot.url).catch(() => {})
      // A ground that allows the address alone may have been chosen meanwhile.
      if (signal.aborted) await dropWindow(id)
      signal.throwIfAborted()
      const { text, truncated } = textOf(readSnapshot(captured.snapshot.html))
      const picture = 'missing' in cropped ? null : cropped.picture
      const record: CaptureRecord = {
        version: 1,
        captureClass: 'full',
        // Who passed it on is a bystander.
        item: { ...captured.item, repostedBy: null },
        page: captured.page,
        tool: { ...tool(), site: site?.find.id ?? null, siteVersion: site?.find.version ?? null },
        chosen: captured.chosen,
        clock: await clockOf(connection.address),
        reviewer: connection.account.reviewerCode,
        sealedAt: new Date().toISOString(),
        truncated: captured.snapshot.truncated || truncated,
        changed: captured.snapshot.changed,
        redacted: null,
        media: fetched.records,
        screenshot:
          'missing' in cropped
            ? cropped
            : {
                sha256: await sha256(cropped.picture.bytes),
                type: cropped.picture.type,
                scale: cropped.scale,
                cut: cropped.cut,
              },
        context: UNASKED,
      }
      const { html } = captured.snapshot
      const sealer = await sealerOf(connection)
      const parts = { record, html, text, screenshot: picture, context: NO_CONTEXT, media: fetched.media }
      return sealed(parts, sealer)
    },

    async reseal(bytes, captureClass, connectionId, redaction) {
      const opened = await openBundle(bytes)
      if (captureClass === 'url') throw new RangeError('nothing is sealed for the address alone')
      const connection = await findConnection(connectionId)
      if (!connection) throw new ProblemError({ code: 'connectionGone' })
      const limited = applyClass(partsOf(opened), captureClass)
      const { parts, names } = await redact(limited, redaction, coverPicture)
      return { ...(await sealed(parts, await sealerOf(connection))), names }
    },

    async surround(bytes, wish, { id, connectionId }) {
      const opened = await openBundle(bytes)
      const connection = await findConnection(connectionId)
      if (!connection) throw new ProblemError({ code: 'connectionGone' })
      const { record, context } = opened
      const now = new Date().toISOString()
      const window = wish.window ? (context.window ?? (await windowOf(id, record))) : null
      const page = wish.page === 'keep' ? context.page : wish.page
      const parts = {
        ...partsOf(opened),
        record: {
          ...record,
          context: {
            window: await partOf(window, record.page.capturedAt),
            page: wish.page === 'keep' ? record.context.page : await partOf(page, now),
          },
          sealedAt: now,
        },
        context: { window: fileIn(window), page: fileIn(page) },
      }
      return sealed(parts, await sealerOf(connection))
    },
  }
}

/**
 * The picture of the window that the press took, or why there is none: it could not be taken, or later presses and the
 * browser's end have pushed it out.
 */
async function windowOf(draftId: string, { screenshot }: CaptureRecord): Promise<Exclude<Asked, null>> {
  const url = await findWindow(draftId)
  if (url !== null) return wholeWindow(url).catch(() => ({ missing: 'failed' }))
  const never = 'missing' in screenshot && NEVER_TAKEN.has(screenshot.missing)
  return { missing: never ? screenshot.missing : 'gone' }
}

const NEVER_TAKEN = new Set(['notGranted', 'otherTab', 'tooOften'])

const fileIn = (asked: Asked): ContextFile | null => (asked && 'bytes' in asked ? asked : null)

async function partOf(asked: Asked, at: string): Promise<ContextPart | null> {
  if (asked === null || 'missing' in asked) return asked
  const { bytes, type } = asked
  return { sha256: await sha256(bytes), type, bytes: bytes.length, at }
}

/** Who seals for a connection. */
export const sealerOf = async ({ address, id }: Connection): Promise<Sealer> => ({
  pair: await deviceKey(),
  issuer: address || id,
})

/** One bundle, and what the form shows of it. */
export async function sealed(parts: BundleParts, sealer: Sealer): Promise<Sealed> {
  const bundle = await sealBundle(parts, sealer)
  const { media, page } = parts.record
  return {
    sha256: bundle.sha256,
    bytes: bundle.bytes,
    status: {
      status: 'sealed',
      sha256: bundle.sha256,
      bytes: bundle.bytes.length,
      mediaType: bundle.mediaType,
      capturedAt: page.capturedAt,
      media: media.filter(({ missing }) => missing === null).length,
      mediaMissing: media.filter(({ missing }) => missing !== null).length,
      screenshot: parts.screenshot !== null,
      context: {
        window: stateOf(parts.record.context.window),
        page: stateOf(parts.record.context.page),
      },
      covered: (parts.record.redacted?.regions ?? []).reduce((sum, { count }) => sum + count, 0),
    },
  }
}

const stateOf = (part: ContextPart | null): ContextState =>
  part === null ? 'unasked' : 'missing' in part ? part : 'kept'

/**
 * A site names the hosts of its media, and those may see who asks; on any other page the browser's own rules (CORS,
 * permissions) decide, and nobody sees that.
 */
function rightsOf(site: Site | null, page: string): Rights {
  return {
    allowed: (url) => (site ? mayFetch(site, page, url.href) : url.protocol === 'https:'),
    asReviewer: site !== null,
  }
}
