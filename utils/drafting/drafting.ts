import { defaultConnection } from '../connectors/connections'
import { box, newBoxKey, unbox } from '../evidence/box'
import type { Captured } from '../evidence/captured'
import { redactItem, withoutNames } from '../evidence/names'
import { firstRedaction, type Redaction } from '../evidence/redaction'
import type { CaptureClass } from '../grounds/ground'
import { strictest } from '../grounds/strictest'
import type { EvidenceStatus, Form } from '../messages'
import type { Item } from '../notice'
import type { DraftContent, DraftRow } from '../outbox/draft'
import type { NoticeRow } from '../outbox/row'
import type { Outbox } from '../outbox/store'
import { type Problem, ProblemError, toProblem } from '../problem'
import { uuidv7 } from '../uuid'
import type { Place } from './capture'
import { EMPTY_FORM, limitItem } from './form'
import { dropKey, findKey, keepKey } from './keys'

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
    draft: Pick<DraftRow, 'nonce' | 'connectionId'>,
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
}

export type OpenedDraft = { row: DraftRow; content: DraftContent }

const NOTHING_COVERED: Redaction = { regions: [], salt: null }
const FORBIDDEN: EvidenceStatus = { status: 'none', problem: { code: 'captureForbidden' } }
const LOST: EvidenceStatus = { status: 'none', problem: { code: 'captureLost' } }

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

  constructor(private readonly parts: DraftingParts) {}

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
    const key = row.key ?? (await findKey(id))
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
    const key = row.key ?? (await findKey(id))
    if (captureClass === 'url' && content.captureClass !== 'url') {
      await this.#destroy(next, content.item)
    } else if (captureClass !== null && captureClass !== 'url' && key) {
      next.key = key
      if (captureClass === 'text' && content.captureClass === 'full') await this.#restrict(next, content, key)
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
    const key = row.key ?? (await findKey(id)) ?? null
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
    await dropKey(id)
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
    await this.#keepBody(key, sealed)
    const next: DraftContent = { ...content, evidence: sealed.status }
    const sealedRow = { ...row, evidence: sealed.sha256, whole: sealed.sha256 }
    if (content.captureClass === 'text') await this.#restrict(sealedRow, next, key)
    else await this.#leave(sealedRow, next, key)
    await this.parts.outbox.putDraft(sealedRow)
    return next.evidence
  }

  /**
   * Covers this and nothing else in what leaves; what was covered before can be seen again until the notice goes out.
   * @throws ProblemError `draftGone` when it has gone out.
   */
  cover(id: string, redaction: Redaction): Promise<OpenedDraft> {
    return this.#inTurn(id, async () => {
      const { row, content } = await this.get(id)
      const key = row.key ?? (await findKey(id))
      if (row.committed || !key) throw new ProblemError({ code: 'draftGone' })
      const next = { ...row, updatedAt: Date.now() }
      await this.#leave(next, { ...content, redaction }, key)
      await this.parts.outbox.putDraft(next)
      return this.get(id)
    })
  }

  /** The bundle in which nothing is covered, and the one that leaves; null where there is none. */
  async layers(id: string): Promise<{ whole: Uint8Array; leaves: Uint8Array; content: DraftContent } | null> {
    const { row, content } = await this.get(id)
    const key = row.key ?? (await findKey(id))
    if (!key || !row.evidence) return null
    const [whole, leaves] = await Promise.all(
      [row.whole ?? row.evidence, row.evidence].map((sha256) => this.parts.outbox.evidence(sha256)),
    )
    if (!whole || !leaves) return null
    return { whole: await unbox(key, whole.boxed), leaves: await unbox(key, leaves.boxed), content }
  }

  /** Seals what leaves out of the whole: without what is covered. Changes `row` and `content` in place. */
  async #leave(row: DraftRow, content: DraftContent, key: string): Promise<void> {
    const from = row.whole ?? row.evidence
    const kept = from ? await this.parts.outbox.evidence(from) : undefined
    const redaction = content.redaction ?? NOTHING_COVERED
    if (from && kept && (redaction.regions.length > 0 || row.evidence !== from)) {
      const sealed = await this.parts.reseal(
        await unbox(key, kept.boxed),
        content.captureClass,
        row.connectionId,
        redaction,
      )
      await this.#keepBody(key, sealed)
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

  async #keepBody(key: string, { sha256, bytes }: Sealed): Promise<void> {
    await this.parts.outbox.putEvidence({
      sha256,
      boxed: await box(key, bytes),
      bytes: bytes.length,
      createdAt: Date.now(),
    })
  }

  /** Class `text`: the bundle is sealed again without pictures, the first one deleted. Changes `row` in place. */
  async #restrict(row: DraftRow, content: DraftContent, key: string): Promise<void> {
    const limited: DraftContent = { ...content, item: limitItem(content.item, 'text'), captureClass: 'text' }
    if (content.whole) limited.whole = { ...content.whole, item: limitItem(content.whole.item, 'text') }
    const from = row.whole ?? row.evidence
    const kept = from ? await this.parts.outbox.evidence(from) : undefined
    if (from && kept) {
      const sealed = await this.parts.reseal(
        await unbox(key, kept.boxed),
        'text',
        row.connectionId,
        NOTHING_COVERED,
      )
      await this.#keepBody(key, sealed)
      for (const old of new Set([from, row.evidence]))
        if (old && old !== sealed.sha256) await this.parts.outbox.dropEvidence(old)
      row.whole = row.evidence = sealed.sha256
      limited.evidence = sealed.status
    }
    await this.#leave(row, limited, key)
  }

  /** Class `url`: nothing but the address is left, under a fresh key; the old box can't be opened any more. */
  async #destroy(row: DraftRow, item: Item): Promise<void> {
    this.#sealing.get(row.id)?.abort.abort()
    for (const old of new Set([row.evidence, row.whole])) if (old) await this.parts.outbox.dropEvidence(old)
    row.whole = null
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

/** What a draft begins with; people who have nothing to do with it are covered until the reviewer shows them. */
function contentOf({ item, selection, snapshot: { suggested } }: Captured): DraftContent {
  return {
    item,
    selection,
    evidence: { status: 'capturing' },
    captureClass: 'full',
    suggested,
    redaction: firstRedaction(suggested),
  }
}

function encode(content: DraftContent): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(content))
}

function decode(bytes: Uint8Array<ArrayBuffer>): DraftContent {
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** Nothing is known but the address. */
function bareItem(platform: string, permalink: string | null): Item {
  return {
    platform,
    kind: 'page',
    permalink,
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
    missing: [...(permalink === null ? ['permalink'] : []), 'author', 'time', 'text'],
    mended: [],
  }
}
