import { assess } from '../assess/assess'
import { openConnection } from '../connectors/connections'
import type { Drafting, OpenedDraft } from '../drafting/drafting'
import { buildNotice, previewNotice } from '../drafting/notice'
import { noticeFacts } from '../ledger/facts'
import type { Assessment, Form, Preview, Reply } from '../messages'
import type { Notice } from '../notice'
import type { DraftRow } from '../outbox/draft'
import type { NoticeRow } from '../outbox/row'
import type { Outbox } from '../outbox/store'
import { type Problem, ProblemError } from '../problem'
import { settings } from '../settings'
import { uuidv7 } from '../uuid'
import { historyOf } from './history'
import { rowOf } from './notice-row'
import { rulesOf } from './rules'
import { type Standing, standing } from './standing'

type Submitted = Reply<'draft.submit'>
const RECENT = 20

const submitted = ({ id, dueAt, state }: NoticeRow): Submitted => ({ noticeId: id, dueAt, state })

let last: Promise<unknown> = Promise.resolve()

/**
 * Makes the draft a notice: what was typed becomes the notice's fields, due process is asked, the bytes to be sent
 * are fixed, and all of it is committed before this answers. The same draft gives the same notice again. One after
 * the other, so that each is judged with the one before it already counted.
 * @throws ProblemError with each field that is wrong, or why due process does not let it go.
 */
export function submit(outbox: Outbox, drafting: Drafting, draftId: string, form: Form): Promise<Submitted> {
  const turn = last.then(() => submitNow(outbox, drafting, draftId, form))
  last = turn.catch(() => {})
  return turn
}

async function submitNow(
  outbox: Outbox,
  drafting: Drafting,
  draftId: string,
  form: Form,
): Promise<Submitted> {
  try {
    return submitted(await commit(outbox, drafting, draftId, form))
  } catch (error) {
    // Sent before, and its answer got lost: then its notice is the answer, whatever is said of the draft now.
    const before = error instanceof ProblemError ? await outbox.byDraft(draftId) : undefined
    if (before) return submitted(before)
    throw error
  }
}

async function commit(outbox: Outbox, drafting: Drafting, draftId: string, form: Form): Promise<NoticeRow> {
  const [lacks, ...others] = missingIn(form)
  if (lacks) throw new ProblemError(lacks, others)
  const all = await standing(form, (captureClass) => unsent(drafting.ready(draftId, form, captureClass)))
  const { draft, connection, set } = all
  const usable = openConnection(connection.id)
  usable.catch(() => {})
  const now = Date.now()
  const notice = buildNotice({ ...all.parts, id: uuidv7(now), now })
  const { blocked, secondReviewer } = await judge(outbox, all, notice)
  const [problem, ...more] = blocked
  if (problem) throw new ProblemError(problem, more)
  if (!(await usable)) throw new ProblemError({ code: 'connectionGone' })
  const body = JSON.stringify(notice)
  const wait = Math.max(set.undoSeconds, rulesOf(connection).coolingSeconds)
  const state = secondReviewer.length > 0 && connection.kind !== 'practice' ? 'inReview' : 'held'
  const row = await rowOf(all, notice, body, { state, now, dueAt: now + wait * 1000 })
  const facts = {
    ...(await noticeFacts(notice, connection.account.organisation.name)),
    body: row.bodyDigest,
    ...(row.evidence ? { evidence: row.evidence.sha256 } : {}),
  }
  const committed = await outbox.commit(row, body, draft, { reviewer: row.accountId, facts })
  if (draft.replaces) await replaceOld(outbox, draft, draft.replaces.noticeId)
  const used = all.parts.grounds.map(({ id }) => id)
  const recentGrounds = [...new Set([...used, ...set.recentGrounds])].slice(0, RECENT)
  // Nobody waits for what is only a convenience.
  void settings.set({ recentGrounds }).catch(() => {})
  return committed
}

/** A draft that became a notice already is none any more. */
async function unsent(opening: Promise<OpenedDraft>): Promise<OpenedDraft> {
  const opened = await opening
  if (opened.row.committed !== null) throw new ProblemError({ code: 'draftGone' })
  return opened
}

async function judge(outbox: Outbox, { connection, draft }: Standing, notice: Notice): Promise<Assessment> {
  const history = await historyOf(outbox, notice, connection.account.id, draft.replaces?.noticeId)
  return assess(notice, history, rulesOf(connection))
}

/** What due process says of the draft as it stands. Nothing is kept, nothing is sent; what is missing blocks it. */
export async function check(
  outbox: Outbox,
  drafting: Drafting,
  draftId: string,
  form: Form,
): Promise<Assessment> {
  const missing = missingIn(form)
  if (form.grounds.length === 0) return { blocked: missing, secondReviewer: [], warnings: [] }
  try {
    const all = await standing(form, () => drafting.get(draftId))
    const now = Date.now()
    const { blocked, ...others } = await judge(
      outbox,
      all,
      buildNotice({ ...all.parts, id: uuidv7(now), now }),
    )
    return { blocked: [...missing, ...blocked], ...others }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { blocked: [...missing, error.problem, ...error.more], secondReviewer: [], warnings: [] }
  }
}

/** What would be sent if the form were sent now. */
export async function preview(drafting: Drafting, draftId: string, form: Form): Promise<Preview> {
  return previewNotice((await standing(form, () => drafting.get(draftId))).parts)
}

/** What no schema says so plainly. */
function missingIn(form: Form): Problem[] {
  return [
    ...(form.grounds.length === 0 ? [{ code: 'groundMissing', field: 'grounds' }] : []),
    ...(form.goodFaith ? [] : [{ code: 'declarationMissing', field: 'goodFaith' }]),
  ]
}

/** The notice that this one mends has done its work: it is taken off the reviewer's list, with its reason. */
async function replaceOld(outbox: Outbox, draft: DraftRow, noticeId: string): Promise<void> {
  const old = await outbox.get(noticeId)
  if (!old || (old.state !== 'refused' && old.state !== 'uncertain')) return
  const facts = { replacedBy: draft.committed ?? draft.id }
  await outbox.step(old, { type: 'withdraw', reason: 'corrected' }, { reviewer: old.accountId, facts })
}
