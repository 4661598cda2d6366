import { emptyItem } from '../empty-item'
import type { Captured } from '../evidence/captured'
import { firstRedaction } from '../evidence/redaction'
import type { Item } from '../notice'
import type { DraftContent } from '../outbox/draft'

/** What a draft begins with; people who have nothing to do with it are covered until the reviewer shows them. */
export function contentOf({ item, selection, snapshot: { suggested } }: Captured): DraftContent {
  return {
    item,
    selection,
    evidence: { status: 'capturing' },
    captureClass: 'full',
    suggested,
    redaction: firstRedaction(suggested),
  }
}

/** A draft's content as the bytes that go into its box. */
export function encode(content: DraftContent): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(content))
}

/** The content in an opened box. */
export function decode(bytes: Uint8Array<ArrayBuffer>): DraftContent {
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** An item of which nothing is known but the address: the reviewer is asked for the rest. */
export const bareItem = (platform: string, permalink: string | null): Item => ({
  ...emptyItem(platform, 'page', permalink),
  missing: [...(permalink === null ? ['permalink'] : []), 'author', 'time', 'text'],
})
