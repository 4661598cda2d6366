import { readAddress } from '../assess/address'
import { assess } from '../assess/assess'
import { marksOf } from '../assess/marks'
import { openConnection } from '../connectors/connections'
import type { Drafting, OpenedDraft } from '../drafting/drafting'
import { limitItem, mendItem } from '../drafting/form'
import { buildNotice, type NoticeParts, previewNotice } from '../drafting/notice'
import { declaration } from '../grounds/declaration'
import type { CaptureClass, Ground } from '../grounds/ground'
import { strictest } from '../grounds/strictest'
import { uiLocale } from '../i18n'
import { sha256 } from '../ledger/entry'
import type { Assessment, Connection, EvidenceStatus, Form, Preview, Reply } from '../messages'
import type { EvidenceRef, Item, Notice } from '../notice'
import type { DraftRow } from '../outbox/draft'
import { NEW_REVIEW } from '../outbox/machine'
import type { NoticeRow } from '../outbox/row'
import type { Outbox } from '../outbox/store'
import { type Problem, ProblemError } from '../problem'
import { settings } from '../settings'
import { uuidv7 } from '../uuid'
import { groundsOf } from './catalogue'
import { historyOf } from './history'
import { rulesOf } from './rules'
import { tool } from './tool'

type Submitted = Reply<'draft.submit'>
const HOUR = 3_600_000
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
  const before = await outbox.byDraft(draftId)
  if (before) return submitted(before)
  const [lacks, ...others] = missingIn(form)
  if (lacks) throw new ProblemError(lacks, others)
  const grounds = await groundsOf(form.grounds)
  const captureClass = strictest(grounds) ?? 'full'
  const kept = await drafting.save(draftId, form, captureClass)
  const evidence = captureClass === 'url' ? null : await drafting.evidence(draftId)
  const opened = evidence?.status === 'sealed' ? await drafting.get(draftId) : kept
  const { row: draft } = opened
  const connection = await connectionOf(draft)
  const now = Date.now()
  const notice = await noticeOf(opened, form, grounds, connection, evidence, now)
  const rules = rulesOf(connection)
  const history = await historyOf(outbox, notice, connection.account.id, draft.replaces?.noticeId)
  const { blocked, secondReviewer } = assess(notice, history, rules)
  const [problem, ...more] = blocked
  if (problem) throw new ProblemError(problem, more)
  const { undoSeconds, recentGrounds } = await settings.get()
  const body = JSON.stringify(notice)
  const second = secondReviewer.length > 0 && connection.kind !== 'practice'
  const row: NoticeRow = {
    id: notice.id,
    draftId,
    state: second ? 'inReview' : 'held',
    review: second ? NEW_REVIEW : null,
    connectionId: connection.id,
    accountId: connection.account.id,
    bodyDigest: await sha256(body),
    evidence: notice.evidence && draft.key ? { ...notice.evidence, key: draft.key } : null,
    dueAt: now + Math.max(undoSeconds, rules.coolingSeconds) * 1000,
    leaseUntil: null,
    attempts: 0,
    problem: null,
    receipt: null,
    decision: null,
    withdrawal: null,
    createdAt: now,
    updatedAt: now,
    deadlineAt: deadlineOf(grounds, now),
    marks: await marksOf(notice),
    summary: summaryOf(notice, captureClass),
  }
  const facts = { body: row.bodyDigest, ...(row.evidence ? { evidence: row.evidence.sha256 } : {}) }
  const committed = await outbox.commit(row, body, draft, { reviewer: row.accountId, facts })
  await replaceOld(outbox, draft)
  const recent = [...new Set([...grounds.map(({ id }) => id), ...recentGrounds])].slice(0, RECENT)
  await settings.set({ recentGrounds: recent }).catch(() => {})
  return submitted(committed)
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
    const [grounds, opened] = await Promise.all([groundsOf(form.grounds), drafting.get(draftId)])
    const connection = await connectionOf(opened.row)
    const { evidence } = opened.content
    const notice = await noticeOf(opened, form, grounds, connection, evidence, Date.now())
    const history = await historyOf(outbox, notice, connection.account.id, opened.row.replaces?.noticeId)
    const { blocked, ...others } = assess(notice, history, rulesOf(connection))
    return { blocked: [...missing, ...blocked], ...others }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { blocked: [...missing, error.problem, ...error.more], secondReviewer: [], warnings: [] }
  }
}

/** What would be sent if the form were sent now. */
export async function preview(drafting: Drafting, draftId: string, form: Form): Promise<Preview> {
  const [grounds, opened] = await Promise.all([groundsOf(form.grounds), drafting.get(draftId)])
  const connection = await connectionOf(opened.row)
  return previewNotice(await partsOf(opened, form, grounds, connection, opened.content.evidence))
}

async function noticeOf(
  opened: OpenedDraft,
  form: Form,
  grounds: Ground[],
  connection: Connection,
  evidence: EvidenceStatus | null,
  now: number,
): Promise<Notice> {
  const parts = await partsOf(opened, form, grounds, connection, evidence)
  return buildNotice({ ...parts, id: uuidv7(now), now })
}

async function partsOf(
  { row, content }: OpenedDraft,
  form: Form,
  grounds: Ground[],
  connection: Connection,
  evidence: EvidenceStatus | null,
): Promise<Omit<NoticeParts, 'id' | 'now'>> {
  const captureClass = strictest(grounds) ?? 'full'
  const item = limitItem(mendItem(content.item, form.item), captureClass)
  return {
    form,
    item: { ...item, permalink: exact(item) },
    grounds,
    reviewerCode: connection.account.reviewerCode,
    declaration: declaration(await uiLocale()),
    evidence: captureClass === 'url' ? null : evidenceRef(evidence, captureClass),
    corrects: row.replaces?.corrects ? row.replaces.noticeId : null,
    tool: tool(),
  }
}

/** The item's address as its platform writes it, whatever was pasted. */
function exact({ platform, permalink }: Item): string | null {
  return permalink === null ? null : (readAddress(platform, permalink.trim()).canonical ?? permalink.trim())
}

/** What no schema says so plainly. */
function missingIn(form: Form): Problem[] {
  return [
    ...(form.grounds.length === 0 ? [{ code: 'groundMissing', field: 'grounds' }] : []),
    ...(form.goodFaith ? [] : [{ code: 'declarationMissing', field: 'goodFaith' }]),
  ]
}

async function connectionOf(draft: DraftRow): Promise<Connection> {
  const id = draft.connectionId
  const opened = await openConnection(id)
  if (!opened) throw new ProblemError({ code: 'connectionGone' })
  return opened.connection
}

function evidenceRef(evidence: EvidenceStatus | null, captureClass: CaptureClass): EvidenceRef | null {
  if (evidence?.status !== 'sealed') return null
  const { sha256: digest, bytes, capturedAt, mediaType } = evidence
  return { sha256: digest, bytes, mediaType, captureClass, capturedAt }
}

/** The earliest deadline that a ground's provision gives the platform. */
function deadlineOf(grounds: readonly Ground[], now: number): number | null {
  const hours = grounds.flatMap(({ deadlineHours }) => deadlineHours ?? [])
  return hours.length ? now + Math.min(...hours) * HOUR : null
}

function summaryOf({ item, grounds }: Notice, captureClass: CaptureClass): NoticeRow['summary'] {
  return {
    platform: item.platform,
    kind: item.kind,
    permalink: item.permalink,
    author: captureClass === 'url' ? null : authorOf(item),
    text: captureClass === 'url' ? null : (item.text?.slice(0, 200) ?? null),
    grounds: grounds.map(({ ground }) => ({
      id: ground.id,
      kind: ground.kind,
      label: ground.kind === 'law' ? `${ground.jurisdiction} ${ground.provision}` : ground.title,
      capture: ground.capture,
    })),
  }
}

const authorOf = ({ author }: Item): string | null => author.name ?? author.handle

/** The notice that this one mends has done its work: it is taken off the reviewer's list, with its reason. */
async function replaceOld(outbox: Outbox, draft: DraftRow): Promise<void> {
  const old = draft.replaces && (await outbox.get(draft.replaces.noticeId))
  if (!old || (old.state !== 'refused' && old.state !== 'uncertain')) return
  const facts = { replacedBy: draft.committed ?? draft.id }
  await outbox.step(old, { type: 'withdraw', reason: 'corrected' }, { reviewer: old.accountId, facts })
}
