import { assess } from '../assess/assess'
import type { Drafting, OpenedDraft } from '../drafting/drafting'
import { previewNotice } from '../drafting/notice'
import { inTurn } from '../in-turn'
import { sha256 } from '../ledger/entry'
import type { Assessment, Form, Preview, Reply } from '../messages'
import type { Notice } from '../notice'
import type { DraftRow } from '../outbox/draft'
import type { NoticeRow } from '../outbox/row'
import type { Outbox } from '../outbox/store'
import { type Problem, ProblemError } from '../problem'
import { settings } from '../settings'
import { historyAt } from './history'
import { rowOf } from './notice-row'
import { type Foreseen, madeAt, type Prepared, prepare } from './prepare'
import { rulesOf } from './rules'
import { standing } from './standing'

type Submitted = Reply<'draft.submit'>
const RECENT = 20

const submitted = ({ id, dueAt, state }: NoticeRow): Submitted => ({ noticeId: id, dueAt, state })

const oneByOne = inTurn()

/** What a notice goes through on its way from the form into the outbox. */
export type Sending = { outbox: Outbox; drafting: Drafting; foreseen: Foreseen }

/**
 * Makes the draft a notice: what was typed becomes the notice's fields, due process is asked, the bytes to be sent
 * are fixed, and all of it is committed before this answers. The same draft gives the same notice again. One after
 * the other, so that each is judged with the one before it already counted.
 * @throws ProblemError with each field that is wrong, or why due process does not let it go.
 */
export function submit(sending: Sending, draftId: string, form: Form): Promise<Submitted> {
  return oneByOne(() => submitNow(sending, draftId, form))
}

async function submitNow(sending: Sending, draftId: string, form: Form): Promise<Submitted> {
  try {
    return submitted(await commit(sending, draftId, form))
  } catch (error) {
    // Sent before, and its answer got lost: then its notice is the answer, whatever is said of the draft now.
    const before = error instanceof ProblemError ? await sending.outbox.byDraft(draftId) : undefined
    if (before) return submitted(before)
    throw error
  }
}

async function commit(
  { outbox, drafting, foreseen }: Sending,
  draftId: string,
  form: Form,
): Promise<NoticeRow> {
  const [lacks, ...others] = missingIn(form)
  if (lacks) throw new ProblemError(lacks, others)
  const prepared =
    foreseen.take(draftId, form) ??
    (await prepare(outbox, form, (captureClass) => unsent(drafting.ready(draftId, form, captureClass))))
  const { all, usable } = prepared
  const { draft, connection, set } = all
  const now = Date.now()
  const notice = madeAt(prepared, now)
  const body = JSON.stringify(notice)
  const digest = sha256(body)
  const { blocked, secondReviewer } = judge(prepared, notice)
  const [problem, ...more] = blocked
  if (problem) throw new ProblemError(problem, more)
  if (!usable) throw new ProblemError({ code: 'connectionGone' })
  const wait = Math.max(set.undoSeconds, rulesOf(connection).coolingSeconds)
  const state = secondReviewer.length > 0 && connection.kind !== 'practice' ? 'inReview' : 'held'
  const { marks } = prepared.others
  const bodyDigest = await digest
  const row = rowOf(all, notice, { bodyDigest, marks, state, now, dueAt: now + wait * 1000 })
  const facts = {
    ...prepared.facts,
    madeAt: notice.createdAt,
    body: bodyDigest,
    ...(draft.taken ? { keyboardTaken: draft.taken } : {}),
    ...(row.evidence ? { evidence: row.evidence.sha256 } : {}),
  }
  const committed = await outbox.commit(row, body, draft, { reviewer: row.accountId, facts })
  if (draft.replaces) await replaceOld(outbox, draft, draft.replaces.noticeId)
  const used = all.parts.grounds.map(({ id }) => id)
  const recentGrounds = [...new Set([...used, ...set.recentGrounds])].slice(0, RECENT)
  // Nobody waits for what is only a convenience.
  setTimeout(() => void settings.set({ recentGrounds }).catch(() => {}))
  return committed
}

/** A draft that became a notice already is none any more. */
async function unsent(opening: Promise<OpenedDraft>): Promise<OpenedDraft> {
  const opened = await opening
  if (opened.row.committed !== null) throw new ProblemError({ code: 'draftGone' })
  return opened
}

const judge = ({ all, others }: Prepared, notice: Notice): Assessment =>
  assess(notice, historyAt(others, notice), rulesOf(all.connection))

/**
 * What due process says of the draft as it stands; what is missing blocks it. Nothing is written, nothing is sent; what
 * was read is kept in memory for Send.
 */
export async function check(
  { outbox, drafting, foreseen }: Sending,
  draftId: string,
  form: Form,
): Promise<Assessment> {
  const missing = missingIn(form)
  if (form.grounds.length === 0) return { blocked: missing, secondReviewer: [], warnings: [] }
  const at = foreseen.now()
  let whole = false
  try {
    const prepared = await prepare(outbox, form, async (captureClass) => {
      const opened = await drafting.asSent(draftId, form, captureClass)
      whole = opened !== null
      return opened ?? drafting.get(draftId)
    })
    const { blocked, ...others } = judge(prepared, prepared.notice)
    if (whole) foreseen.keep(draftId, form, at, prepared)
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
