import { defaultConnection } from '../connectors/connections'
import { type BoxKey, box, newBoxKey, unbox } from '../evidence/box'
import type { Captured } from '../evidence/captured'
import type { ContextWish } from '../evidence/page-context'
import type { Redaction } from '../evidence/redaction'
import type { CaptureClass } from '../grounds/ground'
import { strictest } from '../grounds/strictest'
import type { EvidenceStatus, Form } from '../messages'
import type { Item } from '../notice'
import type { DraftContent, DraftRow } from '../outbox/draft'
import type { NoticeRow } from '../outbox/row'
import { type Problem, ProblemError, toProblem } from '../problem'
import { uuidv7 } from '../uuid'
import type { Place } from './capture'
import { bareItem, contentOf, decode, encode } from './content'
import { DraftEvidence, type DraftingParts, FORBIDDEN, LOST, type Sealed } from './evidence'
import { EMPTY_FORM } from './form'
import { dropKey, findKey, keepKey } from './keys'
import { dropWindow } from './window-shot'

export type OpenedDraft = { row: DraftRow; content: DraftContent }

/** The key of a draft's box: in its row once a ground let it stay, before that in memory. */
const keyOf = async (row: DraftRow): Promise<BoxKey | undefined> => row.key ?? (await findKey(row.id))

/** Nobody seals it any more: what was not sealed is lost. */
const settled = (evidence: EvidenceStatus): EvidenceStatus =>
  evidence.status === 'capturing' ? LOST : evidence

/**
 * Drafts: opened at the press, kept at every pause of the typing, their evidence sealed while the reviewer types.
 * What was read from the page reaches the disk only in a box whose key is in memory until a ground lets it stay.
 */
export class Drafting {
  readonly #sealing = new Map<string, { done: Promise<EvidenceStatus>; abort: AbortController }>()

  readonly #turns = new Map<string, Promise<unknown>>()

  readonly #evidence: DraftEvidence

  constructor(private readonly parts: DraftingParts) {
    this.#evidence = new DraftEvidence(parts)
  }

  /** Changes of one draft follow one another, so that typing and sealing never overwrite each other's part. */
  #inTurn<T>(id: string, change: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(change, change)
    this.#turns.set(id, turn)
    const over = () => this.#turns.get(id) === turn && this.#turns.delete(id)
    turn.then(over, over)
    return turn
  }

  /**
   * A new draft for what was captured; its evidence is sealed in the background. `connectionId`: where its notice
   * will go, if not where new notices go.
   */
  async open(
    nonce: string,
    captured: Captured,
    place: Place | null,
    platform: string,
    connectionId?: string,
  ): Promise<OpenedDraft> {
    const { page } = captured
    const opened = await this.#start(nonce, contentOf(captured), place, page.address, platform, connectionId)
    this.#startSealing(opened.row, captured, place)
    return opened
  }

  /** A new draft of an item that could not be read (`why`): the address at most is known. */
  openBare(
    nonce: string,
    place: Place,
    known: { platform: string; permalink: string | null; why: Problem },
  ): Promise<OpenedDraft> {
    const content: DraftContent = {
      item: bareItem(known.platform, known.permalink),
      selection: '',
      evidence: { status: 'none', problem: known.why },
      captureClass: 'full',
    }
    return this.#start(nonce, content, place, place.address, known.platform)
  }

  async #start(
    nonce: string,
    content: DraftContent,
    place: Place | null,
    address: string,
    platform: string,
    connectionId?: string,
  ): Promise<OpenedDraft> {
    const id = uuidv7()
    const key = newBoxKey()
    await keepKey(id, key)
    const now = Date.now()
    const row: DraftRow = {
      id,
      nonce,
      createdAt: now,
      updatedAt: now,
      origin: { tabId: place?.tabId ?? null, frameId: place?.frameId ?? 0, address, platform },
      connectionId: connectionId ?? (await defaultConnection()).id,
      permalink: content.item.permalink,
      form: EMPTY_FORM,
      content: await box(key, encode(content)),
      key: null,
      committed: null,
      replaces: null,
      evidence: null,
    }
    await this.parts.outbox.putDraft(row)
    return { row, content }
  }

  /**
   * The draft on this item that the reviewer left half done, now in this tab. What was read before stays if it can
   * still be opened (it is what the reviewer quoted from); else it is read anew.
   */
  resume(row: DraftRow, nonce: string, captured: Captured, place: Place | null): Promise<OpenedDraft> {
    return this.#inTurn(row.id, () => this.#resume(row, nonce, captured, place))
  }

  async #resume(row: DraftRow, nonce: string, captured: Captured, place: Place | null): Promise<OpenedDraft> {
    const before = await this.get(row.id)
    const origin = { ...row.origin, tabId: place?.tabId ?? null, frameId: place?.frameId ?? 0 }
    const next: DraftRow = { ...row, nonce, origin, updatedAt: Date.now() }
    const { evidence, captureClass } = before.content
    if (evidence.status === 'sealed' || captureClass === 'url' || this.#sealing.has(row.id)) {
      await this.parts.outbox.putDraft(next)
      return { row: next, content: before.content }
    }
    const key = newBoxKey()
    await keepKey(row.id, key)
    const content = contentOf(captured)
    next.content = await box(key, encode(content))
    next.key = null
    await this.parts.outbox.putDraft(next)
    this.#startSealing(next, captured, place)
    return { row: next, content }
  }

  /** A draft that starts from a notice (to be mended): its item, what was typed, its evidence under the same key. */
  async copy(from: NoticeRow, item: Item, form: Form, evidence: EvidenceStatus): Promise<DraftRow> {
    const id = uuidv7()
    const key = from.evidence?.key ?? newBoxKey()
    const captureClass = strictest(from.summary.grounds.map(({ capture }) => ({ capture }))) ?? 'full'
    const now = Date.now()
    const row: DraftRow = {
      id,
      nonce: crypto.randomUUID(),
      createdAt: now,
      updatedAt: now,
      origin: { tabId: null, frameId: 0, address: from.summary.permalink, platform: from.summary.platform },
      connectionId: from.connectionId,
      permalink: from.summary.permalink,
      form,
      content: await box(key, encode({ item, selection: '', evidence, captureClass })),
      key,
      committed: null,
      replaces: { noticeId: from.id, corrects: from.receipt !== null },
      evidence: from.evidence?.sha256 ?? null,
    }
    await keepKey(id, key)
    await this.parts.outbox.putDraft(row)
    return row
  }

  /** The draft with what was read from the page; after a restart without its key only the address is left. */
  async get(id: string): Promise<OpenedDraft> {
    const row = await this.parts.outbox.draft(id)
    if (!row) throw new ProblemError({ code: 'draftGone' })
    const key = await keyOf(row)
    const content = key && (await unbox(key, row.content).then(decode, () => null))
    return {
      row,
      content: content || {
        item: bareItem(row.origin.platform, row.permalink),
        selection: '',
        evidence: LOST,
        captureClass: 'full',
      },
    }
  }

  /**
   * Keeps what was typed. A chosen ground decides what may stay: with class `url` everything that was read is
   * destroyed at once; otherwise the box's key is written down, so that the draft survives the browser.
   */
  save(id: string, form: Form, captureClass: CaptureClass | null): Promise<OpenedDraft> {
    return this.#inTurn(id, () => this.#save(id, form, captureClass))
  }

  async #save(id: string, form: Form, captureClass: CaptureClass | null): Promise<OpenedDraft> {
    const { row, content } = await this.get(id)
    if (row.committed) return { row, content }
    const next: DraftRow = { ...row, form, updatedAt: Date.now() }
    const key = await keyOf(row)
    if (captureClass === 'url' && content.captureClass !== 'url') {
      this.#sealing.get(id)?.abort.abort()
      await this.#evidence.destroy(next, content.item)
    } else if (captureClass !== null && captureClass !== 'url' && key) {
      next.key = key
      if (captureClass === 'text' && content.captureClass === 'full')
        await this.#evidence.restrict(next, content, key)
    }
    await this.parts.outbox.putDraft(next)
    return this.get(id)
  }

  /**
   * The draft as it is sent: with what was typed, under the class of its grounds, its evidence sealed or known to be
   * missing. Nothing is written where the class leaves all of it as it is: the commit writes it.
   */
  async ready(id: string, form: Form, captureClass: CaptureClass): Promise<OpenedDraft> {
    if (captureClass !== 'url') await this.#sealing.get(id)?.done
    return this.#inTurn(id, async () => {
      const opened = await this.asSent(id, form, captureClass)
      if (opened) return opened
      const { row, content } = await this.#save(id, form, captureClass)
      return { row, content: { ...content, evidence: settled(content.evidence) } }
    })
  }

  /** The draft as it would be sent now; null where its evidence is still sealed, or its class takes some of it away. */
  async asSent(id: string, form: Form, captureClass: CaptureClass): Promise<OpenedDraft | null> {
    if (captureClass !== 'url' && this.#sealing.has(id)) return null
    const opened = await this.get(id)
    const { row, content } = opened
    if (row.committed) return opened
    const destroys = captureClass === 'url' && content.captureClass !== 'url'
    const restricts = captureClass === 'text' && content.captureClass === 'full'
    if (destroys || restricts) return null
    const key = (await keyOf(row)) ?? null
    const evidence = settled(content.evidence)
    return { row: { ...row, form, key, updatedAt: Date.now() }, content: { ...content, evidence } }
  }

  /** A page took the keyboard while this was typed: the ledger says so when it is sent. */
  noteTaken(id: string): Promise<void> {
    return this.#inTurn(id, async () => {
      const row = await this.parts.outbox.draft(id)
      if (row && row.committed === null)
        await this.parts.outbox.putDraft({ ...row, taken: (row.taken ?? 0) + 1 })
    })
  }

  /** Resolves when the evidence is sealed or cannot be had. */
  async evidence(id: string): Promise<EvidenceStatus> {
    const sealing = this.#sealing.get(id)
    if (sealing) return sealing.done
    return settled((await this.get(id)).content.evidence)
  }

  /** Ends the draft and all that belongs to it. */
  async discard(id: string): Promise<void> {
    this.#sealing.get(id)?.abort.abort()
    await this.#inTurn(id, () => this.parts.outbox.dropDraft(id))
    await Promise.all([dropKey(id), dropWindow(id)])
  }

  #startSealing(draft: DraftRow, captured: Captured, place: Place | null): void {
    const { id } = draft
    const abort = new AbortController()
    const done = this.parts
      .seal(captured, place, abort.signal, draft)
      .then((sealed) => this.#inTurn(id, () => this.#keepSealed(id, sealed, abort.signal)))
      .catch((error): EvidenceStatus => ({ status: 'none', problem: toProblem(error) }))
      .finally(() => this.#sealing.delete(id))
    this.#sealing.set(id, { done, abort })
  }

  async #keepSealed(id: string, sealed: Sealed, signal: AbortSignal): Promise<EvidenceStatus> {
    const key = await findKey(id)
    if (!key || signal.aborted) return FORBIDDEN
    const { row, content } = await this.get(id)
    await this.#evidence.keep(key, sealed)
    const next: DraftContent = { ...content, evidence: sealed.status }
    const sealedRow = { ...row, evidence: sealed.sha256, whole: sealed.sha256 }
    if (content.captureClass === 'text') await this.#evidence.restrict(sealedRow, next, key)
    else await this.#evidence.leave(sealedRow, next, key)
    await this.parts.outbox.putDraft(sealedRow)
    return next.evidence
  }

  /**
   * Covers this and nothing else in what leaves; what was covered before can be seen again until the notice goes out.
   * @throws ProblemError `draftGone` when it has gone out.
   */
  cover(id: string, redaction: Redaction): Promise<OpenedDraft> {
    return this.#change(id, (row, content, key) => this.#evidence.leave(row, { ...content, redaction }, key))
  }

  /**
   * Adds the page around the item as far as it is wished for, or takes it out again. A ground that allows less than the
   * whole item allows nothing around it.
   * @throws ProblemError `captureForbidden`, `draftGone` when it has gone out.
   */
  surround(id: string, wish: ContextWish): Promise<OpenedDraft> {
    return this.#change(id, async (row, content, key) => {
      if (content.captureClass !== 'full') throw new ProblemError({ code: 'captureForbidden' })
      await this.#evidence.surround(row, content, key, wish)
    })
  }

  /** Changes what leaves of a draft that has not gone out. @throws ProblemError `draftGone` */
  #change(
    id: string,
    work: (row: DraftRow, content: DraftContent, key: BoxKey) => Promise<void>,
  ): Promise<OpenedDraft> {
    return this.#inTurn(id, async () => {
      const { row, content } = await this.get(id)
      const key = await keyOf(row)
      if (row.committed || !key) throw new ProblemError({ code: 'draftGone' })
      const next = { ...row, updatedAt: Date.now() }
      await work(next, content, key)
      await this.parts.outbox.putDraft(next)
      return this.get(id)
    })
  }

  /** The bundle in which nothing is covered, and the one that leaves; null where there is none. */
  async layers(id: string): Promise<(OpenedDraft & { whole: Uint8Array; leaves: Uint8Array }) | null> {
    const { row, content } = await this.get(id)
    const key = await keyOf(row)
    if (!key || !row.evidence) return null
    const [whole, leaves] = await Promise.all(
      [row.whole ?? row.evidence, row.evidence].map((sha256) => this.parts.outbox.evidence(sha256)),
    )
    if (!whole || !leaves) return null
    return { whole: await unbox(key, whole.boxed), leaves: await unbox(key, leaves.boxed), row, content }
  }
}
