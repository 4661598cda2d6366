import { noteConnection } from '../../connectors/connections'
import type { EvidenceStatus, Form } from '../../messages'
import { Notice } from '../../notice'
import { actionsOf } from '../../outbox/actions'
import type { Event } from '../../outbox/machine'
import type { NoticeRow } from '../../outbox/row'
import { ProblemError } from '../../problem'
import { settings } from '../../settings'
import { openWindow } from '../press'
import type { Handlers } from '../router'
import type { Service } from '../service'

type NoticeMessages =
  | 'notice.retry'
  | 'notice.withdraw'
  | 'notice.answer'
  | 'notice.hold'
  | 'notice.edit'
  | 'notice.resolve'
  | 'outbox.drain'
  | 'outbox.pause'

/** What the reviewer does with notices that are on their way or back. */
export function noticeHandlers({
  outbox,
  worker,
  drafting,
  drain,
  poll,
}: Service): Pick<Handlers, NoticeMessages> {
  const find = async (noticeId: string): Promise<NoticeRow> => {
    const row = await outbox.get(noticeId)
    if (!row) throw new ProblemError({ code: 'noticeGone' })
    return row
  }

  const step = async (row: NoticeRow, event: Event): Promise<void> => {
    if (!(await outbox.step(row, event, { reviewer: row.accountId })))
      throw new ProblemError({ code: 'noticeMoved' })
  }

  return {
    async 'notice.retry'({ noticeId }) {
      const row = await find(noticeId)
      await noteConnection(row.connectionId, null)
      await worker.tryNow(row.connectionId)
      await step(row, { type: 'again' })
      drain()
      return null
    },

    async 'notice.withdraw'({ noticeId, reason }) {
      const row = await find(noticeId)
      await step(row, { type: 'withdraw', reason })
      drain()
      return null
    },

    async 'notice.answer'({ noticeId, accept }) {
      await step(await find(noticeId), { type: accept ? 'accept' : 'contest' })
      return null
    },

    async 'notice.hold'({ noticeId, reason }) {
      await step(await find(noticeId), reason === null ? { type: 'release' } : { type: 'hold', reason })
      return null
    },

    async 'notice.edit'({ noticeId }) {
      const row = await find(noticeId)
      const copies = ['mend', 'correct'] as const
      if (!actionsOf(row, false).some((action) => copies.some((one) => one === action)))
        throw new ProblemError({ code: row.erasedAt ? 'noticeErased' : 'noticeMoved' })
      const body = await outbox.body(noticeId)
      if (body === undefined) throw new ProblemError({ code: 'noticeErased' })
      const notice = Notice.parse(JSON.parse(body))
      const draft = await drafting.copy(row, notice.item, formOf(notice), evidenceOf(notice))
      await openWindow(draft.nonce)
      return null
    },

    async 'notice.resolve'({ noticeId, arrived }) {
      await step(await find(noticeId), { type: arrived ? 'arrived' : 'again' })
      drain()
      return null
    },

    async 'outbox.drain'() {
      // The options page asks for it when it has taken a backup in.
      outbox.changedElsewhere()
      drain()
      poll()
      return null
    },

    async 'outbox.pause'({ paused }) {
      await settings.set({ paused })
      if (!paused) drain()
      return null
    },
  }
}

/** What was typed, out of a notice. The belief is stated anew. */
function formOf(notice: Notice): Form {
  return {
    item: {},
    grounds: notice.grounds.map(({ ground, explanation, territory, measure, elements, answers }) => ({
      groundId: ground.id,
      why: explanation.why,
      passage: explanation.passage ?? '',
      ...(explanation.places ? { places: explanation.places } : {}),
      basis: explanation.basis ?? '',
      territory,
      measure,
      elements,
      answers,
    })),
    goodFaith: false,
    reference: notice.reference ?? '',
    ...(notice.reasons ? { reasons: lasting(notice.reasons) } : {}),
  }
}

/** What was said of an earlier correction or decision is not said of the next one. */
function lasting({ correction: _, decidedBefore: __, ...reasons }: Record<string, string>) {
  return reasons
}

function evidenceOf({ evidence, item }: Notice): EvidenceStatus {
  if (!evidence) return { status: 'none', problem: { code: 'captureLost' } }
  const { sha256, bytes, mediaType, capturedAt } = evidence
  return {
    status: 'sealed',
    sha256,
    bytes,
    mediaType,
    capturedAt,
    media: item.media.length,
    mediaMissing: 0,
    screenshot: false,
    context: { window: 'unasked', page: 'unasked' },
    covered: 0,
  }
}
