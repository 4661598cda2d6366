import { findConnection } from '../connectors/connections'
import { box } from '../evidence/box'
import { withoutMedia } from '../evidence/classes'
import { openBundle, partsOf } from '../evidence/open'
import { sha256 } from '../ledger/entry'
import { noticeIn } from '../notice'
import type { Light } from '../outbox/light'
import type { NoticeRow } from '../outbox/row'
import { sealed, sealerOf } from './sealing'

/**
 * The same notice with its evidence sealed anew without the item's media and the page around it, for a backend that
 * finds the evidence too large. Null where it can't be had: there are no media in it, or a ground is about a part of them.
 * @throws ProblemError `bundleBroken`.
 */
export async function lighten(
  row: NoticeRow,
  body: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Light | null> {
  const notice = noticeIn(body)
  const key = row.evidence?.key
  const connection = await findConnection(row.connectionId)
  if (!notice?.evidence || !key || !connection) return null
  if (notice.grounds.some(({ explanation }) => (explanation.places?.length ?? 0) > 0)) return null
  const opened = await openBundle(bytes)
  const { window, page } = opened.context
  if (opened.media.length === 0 && !window && !page) return null
  const parts = withoutMedia(partsOf(opened))
  const light = await sealed(parts, await sealerOf(connection))
  const reference = { ...notice.evidence, sha256: light.sha256, bytes: light.bytes.length }
  const lighter = JSON.stringify({ ...notice, evidence: reference })
  return {
    body: lighter,
    bodyDigest: await sha256(lighter),
    evidence: { sha256: light.sha256, bytes: light.bytes.length, mediaType: reference.mediaType, key },
    boxed: await box(key, light.bytes),
  }
}
