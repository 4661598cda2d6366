import { box, newBoxKey, unbox } from '../evidence/box'
import type { Captured } from '../evidence/captured'
import { redactItem, withoutNames } from '../evidence/names'
import type { ContextWish } from '../evidence/page-context'
import type { Redaction } from '../evidence/redaction'
import type { CaptureClass } from '../grounds/ground'
import type { EvidenceStatus } from '../messages'
import type { Item } from '../notice'
import type { DraftContent, DraftRow } from '../outbox/draft'
import type { Outbox } from '../outbox/store'
import type { Place } from './capture'
import { encode } from './content'
import { limitItem } from './form'
import { keepKey } from './keys'
import { dropWindow } from './window-shot'

/** A sealed bundle as it lies in `bodies`. */
export type Sealed = {
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
  status: EvidenceStatus & { status: 'sealed' }
}

export type DraftingParts = {
  outbox: Outbox
  /** Seals what was captured: media and screenshot are fetched meanwhile. */
  seal: (
    captured: Captured,
    place: Place | null,
    signal: AbortSignal,
    draft: Pick<DraftRow, 'id' | 'nonce' | 'connectionId'>,
  ) => Promise<Sealed>
  /**
   * The same bundle under a stricter class, without what is covered, sealed anew for the connection's account; `names`:
   * what was taken out of it.
   */
  reseal: (
    bytes: Uint8Array<ArrayBuffer>,
    captureClass: CaptureClass,
    connectionId: string,
    redaction: Redaction,
  ) => Promise<Sealed & { names: string[] }>
  /** The same bundle with the page around the item as far as it is wished for, sealed anew. */
  surround: (
    bytes: Uint8Array<ArrayBuffer>,
    wish: ContextWish,
    draft: Pick<DraftRow, 'id' | 'connectionId'>,
  ) => Promise<Sealed>
}

const NOTHING_COVERED: Redaction = { regions: [], salt: null }
export const FORBIDDEN: EvidenceStatus = { status: 'none', problem: { code: 'captureForbidden' } }
export const LOST: EvidenceStatus = { status: 'none', problem: { code: 'captureLost' } }

/** A draft's evidence as it is kept: whole, and as it leaves under the class of the grounds and without what is covered. */
export class DraftEvidence {
  constructor(private readonly parts: Pick<DraftingParts, 'outbox' | 'reseal' | 'surround'>) {}

  /** Seals what leaves out of the whole: without what is covered. Changes `row` and `content` in place. */
  async leave(row: DraftRow, content: DraftContent, key: string): Promise<void> {
    const from = row.whole ?? row.evidence
    const kept = from ? await this.parts.outbox.evidence(from) : undefined
    const redaction = content.redaction ?? NOTHING_COVERED
    if (from && kept && (redaction.regions.length > 0 || row.evidence !== from)) {
      const bytes = await unbox(key, kept.boxed)
      const sealed = await this.parts.reseal(bytes, content.captureClass, row.connectionId, redaction)
      await this.keep(key, sealed)
      if (row.evidence && row.evidence !== from && row.evidence !== sealed.sha256)
        await this.parts.outbox.dropEvidence(row.evidence)
      content.whole ??= { item: content.item, selection: content.selection }
      content.item = redactItem(content.whole.item, sealed.names)
      content.selection = withoutNames(content.whole.selection, sealed.names)
      content.evidence = sealed.status
      row.whole = from
      row.evidence = sealed.sha256
    }
    row.content = await box(key, encode(content))
  }

  /** Keeps a sealed bundle under its hash, boxed. */
  async keep(key: string, { sha256, bytes }: Sealed): Promise<void> {
    await this.parts.outbox.putEvidence({
      sha256,
      boxed: await box(key, bytes),
      bytes: bytes.length,
      createdAt: Date.now(),
    })
  }

  /** Class `text`: the bundle is sealed again without pictures, the first one deleted. Changes `row` in place. */
  async restrict(row: DraftRow, content: DraftContent, key: string): Promise<void> {
    const limited: DraftContent = { ...content, item: limitItem(content.item, 'text'), captureClass: 'text' }
    if (content.whole) limited.whole = { ...content.whole, item: limitItem(content.whole.item, 'text') }
    await dropWindow(row.id)
    await this.#anew(row, limited, key, (bytes) =>
      this.parts.reseal(bytes, 'text', row.connectionId, NOTHING_COVERED),
    )
  }

  /** Adds the page around the item as far as it is wished for, or takes it out. Changes `row` and `content` in place. */
  async surround(row: DraftRow, content: DraftContent, key: string, wish: ContextWish): Promise<void> {
    await this.#anew(row, content, key, (bytes) => this.parts.surround(bytes, wish, row))
  }

  /** Another whole in the place of the one that was kept, and what leaves out of it. */
  async #anew(
    row: DraftRow,
    content: DraftContent,
    key: string,
    change: (bytes: Uint8Array<ArrayBuffer>) => Promise<Sealed>,
  ): Promise<void> {
    const from = row.whole ?? row.evidence
    const kept = from ? await this.parts.outbox.evidence(from) : undefined
    if (from && kept) {
      const sealed = await change(await unbox(key, kept.boxed))
      await this.keep(key, sealed)
      for (const old of new Set([from, row.evidence]))
        if (old && old !== sealed.sha256) await this.parts.outbox.dropEvidence(old)
      row.whole = row.evidence = sealed.sha256
      content.evidence = sealed.status
    }
    await this.leave(row, content, key)
  }

  /** Class `url`: nothing but the address is left, under a fresh key; the old box can't be opened any more. */
  async destroy(row: DraftRow, item: Item): Promise<void> {
    for (const old of new Set([row.evidence, row.whole])) if (old) await this.parts.outbox.dropEvidence(old)
    row.whole = null
    await dropWindow(row.id)
    const key = newBoxKey()
    const content: DraftContent = {
      item: limitItem(item, 'url'),
      selection: '',
      evidence: FORBIDDEN,
      captureClass: 'url',
    }
    row.content = await box(key, encode(content))
    row.key = key
    row.evidence = null
    await keepKey(row.id, key)
  }
}
