import { box, newBoxKey, unbox } from '../evidence/box'
import type { Captured } from '../evidence/captured'
import type { CaptureClass } from '../grounds/ground'
import type { EvidenceStatus, Form } from '../messages'
import type { Item } from '../notice'
import type { DraftContent, DraftRow } from '../outbox/draft'
import type { Outbox } from '../outbox/store'
import { ProblemError, toProblem } from '../problem'
import { uuidv7 } from '../uuid'
import type { Place } from './capture'
import { EMPTY_FORM, limitItem } from './form'
import { dropKey, findKey, keepKey } from './keys'

/** A sealed bundle as it lies in `bodies`. */
export type Sealed = { sha256: string; bytes: Uint8Array<ArrayBuffer>; status: EvidenceStatus & { status: 'sealed' } }

export type DraftingParts = {
  outbox: Outbox
  /** Seals what was captured: media and screenshot are fetched meanwhile. */
  seal: (captured: Captured, place: Place | null, signal: AbortSignal) => Promise<Sealed>
  /** The same bundle under a stricter class. */
  reseal: (bytes: Uint8Array<ArrayBuffer>, captureClass: CaptureClass) => Promise<Sealed>
}

export type OpenedDraft = { row: DraftRow; content: DraftContent }

const FORBIDDEN: EvidenceStatus = { status: 'none', problem: { code: 'captureForbidden' } }
const LOST: EvidenceStatus = { status: 'none', problem: { code: 'captureLost' } }

/**
 * Drafts: opened at the press, kept at every pause of the typing, their evidence sealed while the reviewer types.
 * What was read from the page reaches the disk only in a box whose key is in memory until a ground lets it stay.
 */
export class Drafting {
  readonly #sealing = new Map<string, { done: Promise<EvidenceStatus>; abort: AbortController }>()

  constructor(private readonly parts: DraftingParts) {}

  /** A new draft for what was captured; its evidence is sealed in the background. */
  async open(nonce: string, captured: Captured, place: Place | null, platform: string): Promise<OpenedDraft> {
    const id = uuidv7()
    const key = newBoxKey()
    await keepKey(id, key)
    const content: DraftContent = { item: captured.item, evidence: { status: 'capturing' }, captureClass: 'full' }
    const now = Date.now()
    const row: DraftRow = {
      id,
      nonce,
      createdAt: now,
      updatedAt: now,
      origin: {
        tabId: place?.tabId ?? null,
        frameId: place?.frameId ?? 0,
        address: captured.page.address,
        platform,
      },
      permalink: captured.item.permalink,
      form: EMPTY_FORM,
      content: await box(key, encode(content)),
      key: null,
      committed: null,
      evidence: null,
    }
    await this.parts.outbox.putDraft(row)
    this.#startSealing(id, captured, place)
    return { row, content }
  }

  /** A draft that starts from an item that is known already (a correction, a refused notice). */
  async reopen(item: Item, form: Form, platform: string, evidence: Sealed | null): Promise<DraftRow> {
    const id = uuidv7()
    const key = newBoxKey()
    await keepKey(id, key)
    const content: DraftContent = { item, evidence: evidence?.status ?? LOST, captureClass: 'full' }
    const now = Date.now()
    if (evidence) await this.#keepBody(key, evidence)
    const row: DraftRow = {
      id,
      nonce: crypto.randomUUID(),
      createdAt: now,
      updatedAt: now,
      origin: { tabId: null, frameId: 0, address: item.permalink ?? '', platform },
      permalink: item.permalink,
      form,
      content: await box(key, encode(content)),
      key,
      committed: null,
      evidence: evidence?.sha256 ?? null,
    }
    await this.parts.outbox.putDraft(row)
    return row
  }

  /** The draft with what was read from the page; after a restart without its key only the address is left. */
  async get(id: string): Promise<OpenedDraft> {
    const row = await this.parts.outbox.draft(id)
    if (!row) throw new ProblemError({ code: 'draftGone' })
    const key = row.key ?? (await findKey(id))
    const content = key && (await unbox(key, row.content).then(decode, () => null))
    return { row, content: content || { item: bareItem(row), evidence: LOST, captureClass: 'full' } }
  }

  /**
   * Keeps what was typed. A chosen ground decides what may stay: with class `url` everything that was read is
   * destroyed at once; otherwise the box's key is written down, so that the draft survives the browser.
   */
  async save(id: string, form: Form, captureClass: CaptureClass | null): Promise<void> {
    const { row, content } = await this.get(id)
    if (row.committed) return
    const next: DraftRow = { ...row, form, updatedAt: Date.now() }
    const key = row.key ?? (await findKey(id))
    if (captureClass === 'url' && content.captureClass !== 'url') {
      await this.#destroy(next, content.item)
    } else if (captureClass !== null && captureClass !== 'url' && key) {
      next.key = key
      if (captureClass === 'text' && content.captureClass === 'full') await this.#restrict(next, content, key)
    }
    await this.parts.outbox.putDraft(next)
  }

  /** Resolves when the evidence is sealed or cannot be had. */
  async evidence(id: string): Promise<EvidenceStatus> {
    const sealing = this.#sealing.get(id)
    if (sealing) return sealing.done
    const { content } = await this.get(id)
    return content.evidence.status === 'capturing' ? LOST : content.evidence
  }

  /** Ends the draft and all that belongs to it. */
  async discard(id: string): Promise<void> {
    this.#sealing.get(id)?.abort.abort()
    await this.parts.outbox.dropDraft(id)
    await dropKey(id)
  }

  #startSealing(id: string, captured: Captured, place: Place | null): void {
    const abort = new AbortController()
    const done = this.parts
      .seal(captured, place, abort.signal)
      .then((sealed) => this.#keepSealed(id, sealed, abort.signal))
      .catch((error): EvidenceStatus => ({ status: 'none', problem: toProblem(error) }))
      .finally(() => this.#sealing.delete(id))
    this.#sealing.set(id, { done, abort })
  }

  async #keepSealed(id: string, sealed: Sealed, signal: AbortSignal): Promise<EvidenceStatus> {
    const key = await findKey(id)
    if (!key || signal.aborted) return FORBIDDEN
    await this.#keepBody(key, sealed)
    const { row, content } = await this.get(id)
    if (signal.aborted || content.captureClass === 'url') {
      await this.parts.outbox.dropEvidence(sealed.sha256)
      return FORBIDDEN
    }
    const next: DraftContent = { ...content, evidence: sealed.status }
    const sealedRow = { ...row, evidence: sealed.sha256, content: await box(key, encode(next)) }
    if (content.captureClass === 'text') await this.#restrict(sealedRow, next, key)
    await this.parts.outbox.putDraft(sealedRow)
    return next.evidence
  }

  async #keepBody(key: string, { sha256, bytes }: Sealed): Promise<void> {
    await this.parts.outbox.putEvidence({ sha256, boxed: await box(key, bytes), bytes: bytes.length, createdAt: Date.now() })
  }

  /** Class `text`: the bundle is sealed again without pictures, the first one deleted. Changes `row` in place. */
  async #restrict(row: DraftRow, content: DraftContent, key: string): Promise<void> {
    const limited: DraftContent = { ...content, item: limitItem(content.item, 'text'), captureClass: 'text' }
    const kept = row.evidence ? await this.parts.outbox.evidence(row.evidence) : undefined
    if (row.evidence && kept) {
      const sealed = await this.parts.reseal(await unbox(key, kept.boxed), 'text')
      await this.#keepBody(key, sealed)
      if (sealed.sha256 !== row.evidence) await this.parts.outbox.dropEvidence(row.evidence)
      row.evidence = sealed.sha256
      limited.evidence = sealed.status
    }
    row.content = await box(key, encode(limited))
  }

  /** Class `url`: nothing but the address is left, under a fresh key; the old box can't be opened any more. */
  async #destroy(row: DraftRow, item: Item): Promise<void> {
    this.#sealing.get(row.id)?.abort.abort()
    if (row.evidence) await this.parts.outbox.dropEvidence(row.evidence)
    const key = newBoxKey()
    const content: DraftContent = { item: limitItem(item, 'url'), evidence: FORBIDDEN, captureClass: 'url' }
    row.content = await box(key, encode(content))
    row.key = key
    row.evidence = null
    await keepKey(row.id, key)
  }
}

function encode(content: DraftContent): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(content))
}

function decode(bytes: Uint8Array<ArrayBuffer>): DraftContent {
  return JSON.parse(new TextDecoder().decode(bytes))
}

function bareItem(row: DraftRow): Item {
  return {
    platform: row.origin.platform,
    kind: 'post',
    permalink: row.permalink,
    platformId: null,
    author: { name: null, handle: null, address: null },
    time: null,
    timeText: null,
    text: null,
    truncated: false,
    media: [],
    language: null,
    quotes: null,
    repostedBy: null,
    sponsored: false,
    edited: false,
    audience: null,
    read: 'none',
    missing: ['author', 'time', 'text'],
    mended: [],
  }
}
