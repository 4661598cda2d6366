import { browser } from '../browser'
import { isUsable } from '../connectors/connections'
import type { OpenedDraft } from '../drafting/drafting'
import { buildNotice } from '../drafting/notice'
import type { CaptureClass } from '../grounds/ground'
import { noticeFacts } from '../ledger/facts'
import type { Form } from '../messages'
import type { Notice } from '../notice'
import { ANCHOR } from '../outbox/anchor'
import type { Outbox } from '../outbox/store'
import { uuidv7 } from '../uuid'
import { type Others, readOthers } from './history'
import { type Standing, standing } from './standing'

/** A notice before its time: all that Send needs and that can be read before. */
export type Prepared = {
  all: Standing
  /** With the time when it was prepared. */
  notice: Notice
  others: Others
  facts: Awaited<ReturnType<typeof noticeFacts>>
  /** Its connection is there with its secret, be the vault locked or not. */
  usable: boolean
}

/**
 * Reads what the notice of a draft is made of and compared with; `open` gives the draft.
 * @throws ProblemError as `standing` and `buildNotice`, and what `open` throws.
 */
export async function prepare(
  outbox: Outbox,
  form: Form,
  open: (captureClass: CaptureClass) => Promise<OpenedDraft>,
): Promise<Prepared> {
  const all = await standing(form, open)
  const { connection, draft } = all
  const now = Date.now()
  const notice = buildNotice({ ...all.parts, id: uuidv7(now), now })
  const [others, facts, usable] = await Promise.all([
    readOthers(outbox, notice, connection.account.id, draft.replaces?.noticeId),
    noticeFacts(notice, connection.account.organisation.name),
    isUsable(connection.id),
    outbox.head(),
  ])
  return { all, notice, others, facts, usable }
}

/** The notice as it is made at this time, milliseconds since 1970. */
export function madeAt({ notice }: Prepared, now: number): Notice {
  const at = new Date(now).toISOString()
  return { ...notice, id: uuidv7(now), createdAt: at, declaration: { ...notice.declaration, madeAt: at } }
}

/**
 * What due process looked at last, kept in memory so that Send, which mostly follows, has the commit left to do. Good
 * only for the very same form, and while nothing has changed that a notice is made of or compared with: no notice, no
 * draft, nothing in the extension's storage (settings, connections, packs, keys).
 */
export class Foreseen {
  #kept: { draftId: string; typed: string; at: string; prepared: Prepared } | null = null
  #stored = 0

  constructor(private readonly outbox: Outbox) {
    browser.storage.onChanged.addListener((changes) => {
      // How far the ledger has come is kept a second after each notice, and is no part of the next.
      if (Object.keys(changes).some((name) => name !== ANCHOR)) this.#stored += 1
    })
  }

  /** A word for how things are now; another one as soon as anything has changed. */
  now(): string {
    return `${this.outbox.version} ${this.#stored}`
  }

  /** Keeps what was read since `at`, unless something has changed meanwhile. */
  keep(draftId: string, form: Form, at: string, prepared: Prepared): void {
    if (at === this.now()) this.#kept = { draftId, typed: JSON.stringify(form), at, prepared }
  }

  /** What was kept for this draft and form, once; null where it does not hold any more. */
  take(draftId: string, form: Form): Prepared | null {
    const kept = this.#kept
    this.#kept = null
    const holds = kept?.draftId === draftId && kept.at === this.now() && kept.typed === JSON.stringify(form)
    return holds ? kept.prepared : null
  }
}
