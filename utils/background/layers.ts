import { base64 } from '../bytes'
import type { Drafting } from '../drafting/drafting'
import { type OpenedBundle, openBundle } from '../evidence/open'
import { mayKeepPage } from '../evidence/page-file'
import { picturesOf } from '../evidence/pictures'
import type { Layer, Layers } from '../messages'

/** Larger pictures are not shown beside the form, bytes; all together not more than this, either. */
const MAX_ONE = 4 * 1024 * 1024
const MAX_ALL = 16 * 1024 * 1024

/** A draft's evidence, whole and as it leaves, ready to be shown. */
export async function layersOf(drafting: Drafting, draftId: string): Promise<Layers | null> {
  const found = await drafting.layers(draftId)
  if (!found) return null
  const [whole, leaves] = await Promise.all([openBundle(found.whole), openBundle(found.leaves)])
  const { rect, viewport } = whole.record.page
  const { tabId } = found.row.origin
  const [left, top] = [Math.max(0, rect.x), Math.max(0, rect.y)]
  return {
    whole: layerOf(whole),
    leaves: layerOf(leaves),
    shown: {
      x: left - rect.x,
      y: top - rect.y,
      width: Math.max(0, Math.min(viewport.width, rect.x + rect.width) - left),
      height: Math.max(0, Math.min(viewport.height, rect.y + rect.height) - top),
    },
    suggested: found.content.suggested ?? [],
    redaction: found.content.redaction ?? { regions: [], salt: null },
    pageFile: tabId !== null && (await mayKeepPage()) ? { tabId, address: whole.record.page.address } : null,
  }
}

/** For each of the media of a draft's item the picture that was kept of it, before anything is covered. */
export async function keptPictures(drafting: Drafting, draftId: string): Promise<(string | null)[]> {
  const found = await drafting.layers(draftId)
  if (!found) return []
  const whole = await openBundle(found.whole)
  const addresses = whole.record.media.map(({ url }) => url)
  return picturesOf(found.content.item.media, { ...layerOf(whole), addresses })
}

function layerOf({ record, template, text, media, screenshot, context }: OpenedBundle): Layer {
  let room = MAX_ALL
  const address = ({ bytes, type }: { bytes: Uint8Array; type: string }) => {
    if (bytes.length > Math.min(room, MAX_ONE)) return null
    room -= bytes.length
    return `data:${type};base64,${base64(bytes)}`
  }
  const byUrl = new Map(media.map((one) => [one.url, one]))
  const shot = screenshot && address(screenshot)
  return {
    template,
    text,
    screenshot: shot,
    window: context.window && address(context.window),
    media: record.media.map(({ url, sha256, kind }) => {
      const one = sha256 === null || kind === 'video' ? undefined : byUrl.get(url)
      return one ? address(one) : null
    }),
  }
}
