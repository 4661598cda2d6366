import { browser } from '../browser'
import { PRACTICE_ID } from '../connectors/connections'
import { captureItem, type Place } from '../drafting/capture'
import type { Drafting, OpenedDraft } from '../drafting/drafting'
import type { Captured } from '../evidence/captured'
import { captureVisible, type Shot } from '../evidence/screenshot'
import { inTime } from '../in-time'
import type { FrameLook, PageOrder } from '../messages'
import type { Outbox } from '../outbox/store'
import { ProblemError, toProblem } from '../problem'
import { injectFlag, siteOf } from '../scripts'
import { noteUsed } from '../sites/health'
import type { Target } from '../sites/target'

/** Enough of them for every form that can be open at once; older ones are found in the outbox. */
const MAX_OPEN = 50

/** A page that takes no script for so long gets no frame: the form opens in a window of its own, milliseconds. */
const PATIENCE = 2_000

/**
 * Presses of the Report action (and of menu, command, toolbar): each reads its item and opens its draft, once for
 * each nonce, whichever of the two messages (the press, the form's opening) comes first.
 */
export class Presses {
  readonly #open = new Map<string, Promise<OpenedDraft>>()

  readonly #given = new WeakSet<OpenedDraft>()

  readonly #shots = new Map<string, Promise<Shot>>()

  constructor(
    private readonly outbox: Outbox,
    private readonly drafting: Drafting,
  ) {}

  /**
   * The draft of a nonce; the item is captured at the first call. `permalink`: what the flag script found, for the
   * case that the item can't be read.
   */
  press(nonce: string, place: Place, target: Target, permalink: string | null = null): Promise<OpenedDraft> {
    const known = this.#open.get(nonce)
    if (known) return known
    // First of all, while nothing of ours stands in the page.
    this.#shots.set(nonce, captureVisible(place.tabId, place.windowId))
    const opened = this.#capture(nonce, place, target, permalink)
    this.#open.set(nonce, opened)
    opened.catch(() => this.#open.delete(nonce))
    for (const old of this.#shots.keys()) if (this.#shots.size > MAX_OPEN) this.#shots.delete(old)
    for (const old of this.#open.keys()) if (this.#open.size > MAX_OPEN) this.#open.delete(old)
    return opened
  }

  /** Resolves when the page's picture was taken, or could not be. */
  async seen(nonce: string): Promise<void> {
    await this.#shots.get(nonce)
  }

  /** The screenshot of a press, handed out once. */
  shot(nonce: string): Promise<Shot> | undefined {
    const shot = this.#shots.get(nonce)
    this.#shots.delete(nonce)
    return shot
  }

  /** The draft that a form opens: of a press that is under way, of an earlier one, or of the page it stands in. */
  async find(nonce: string, place: Place | null): Promise<OpenedDraft> {
    const known = this.#open.get(nonce)
    if (known) return this.#seenAt(inTab(await known, place))
    const row = await this.outbox.draftByNonce(nonce)
    if (row) return inTab(await this.drafting.get(row.id), place)
    if (!place) throw new ProblemError({ code: 'draftGone' })
    return this.press(nonce, place, { by: 'action' })
  }

  /** A practice post was pressed on our own page: its draft goes to the practice desk, whatever is connected. */
  async practise(captured: Captured): Promise<string> {
    const { permalink, platform } = captured.item
    const nonce = crypto.randomUUID()
    const left = permalink === null ? undefined : await this.outbox.draftByPermalink(permalink)
    if (left) await this.drafting.resume(left, nonce, captured, null)
    else await this.drafting.open(nonce, captured, null, platform, PRACTICE_ID)
    return nonce
  }

  /** Resolves when a press that is under way has its draft, or could not have one. */
  async settled(nonce: string): Promise<void> {
    await this.#open.get(nonce)?.catch(() => {})
  }

  /** As it was opened, for the first who asks; later as it stands then. */
  async #seenAt(opened: OpenedDraft): Promise<OpenedDraft> {
    if (this.#given.has(opened)) return this.drafting.get(opened.row.id)
    this.#given.add(opened)
    return opened
  }

  /** Reads the item; where that fails, the form opens all the same, says why, and asks for what is missing. */
  async #capture(nonce: string, place: Place, target: Target, found: string | null): Promise<OpenedDraft> {
    const site = await siteOf(place.address)
    const find = site?.find ?? null
    let captured: Captured
    try {
      const [read, session] = [site?.read ?? null, site?.session ?? null]
      captured = await captureItem(place, { nonce, target, find, read, session })
    } catch (error) {
      if (!/^https?:/.test(place.address)) throw new ProblemError({ code: 'pageForbidden' })
      const known = target.by === 'page' ? place.address : found
      const platform = site?.find.id ?? 'web'
      return this.drafting.openBare(nonce, place, { platform, permalink: known, why: toProblem(error) })
    }
    if (find && captured.used) void noteUsed(find, captured.used).catch(() => {})
    const { permalink, platform } = captured.item
    const left = permalink === null ? undefined : await this.outbox.draftByPermalink(permalink)
    if (left) return this.drafting.resume(left, nonce, captured, place)
    return this.drafting.open(nonce, captured, place, platform)
  }

  /**
   * Reports what was pointed at from outside the page: the form opens in the page's frame, or in a window of its
   * own where the page takes no script or the reviewer wants it so.
   */
  async pressFrom(place: Place, target: Target, ownWindow: boolean): Promise<void> {
    const nonce = crypto.randomUUID()
    const framed =
      !ownWindow &&
      (await inTime(injectFlag(place.tabId), PATIENCE, 'pageBusy').then(
        () => true,
        () => false,
      ))
    const opened = this.press(nonce, place, target)
    // The picture first: nothing of ours stands in it.
    await this.seen(nonce)
    if (framed && (await tell(place.tabId, { type: 'open', nonce }))) return
    // What may not be reported at all fails at once; what takes longer the form itself waits for.
    await Promise.race([opened, new Promise((done) => setTimeout(done, PATIENCE))])
    await openWindow(nonce)
  }
}

/** A frame in a page opens what was pressed in its own tab, and no other draft. @throws ProblemError `draftGone` */
function inTab(opened: OpenedDraft, place: Place | null): OpenedDraft {
  if (place && place.tabId !== opened.row.origin.tabId) throw new ProblemError({ code: 'draftGone' })
  return opened
}

/** One order to a tab's flag script; false where there is none. */
export async function tell(tabId: number, order: PageOrder): Promise<boolean> {
  return browser.tabs.sendMessage(tabId, order, { frameId: 0 }).then(
    () => true,
    () => false,
  )
}

/** How the form's frame looks to the flag script around it; without an answer the worst is taken for true. */
export async function look(tabId: number, nonce: string): Promise<FrameLook> {
  const order: PageOrder = { type: 'look', nonce }
  const seen: unknown = await browser.tabs.sendMessage(tabId, order, { frameId: 0 }).catch(() => null)
  const { own, top } = (seen ?? {}) as Partial<FrameLook>
  return { own: own === true, top: top === true }
}

/** The form in a window of its own: no page can cover it or take its keys. */
export async function openWindow(nonce: string): Promise<void> {
  await browser.windows.create({
    // By its relative address: the one that `getURL` gives (`use_dynamic_url`) opens in frames alone.
    url: `compose.html#${nonce}`,
    type: 'popup',
    width: 460,
    height: 820,
  })
}
