import { useState } from 'preact/hooks'
import type { Key } from '../../utils/i18n/catalogue'
import { day } from '../../utils/i18n/formats'
import { complaintDeadline, deadlineIcs } from '../../utils/outbox/complaint'
import { eraseAt } from '../../utils/outbox/retention'
import type { NoticeRow } from '../../utils/outbox/row'
import type { Problem } from '../../utils/problem'
import { ask, problemIn } from '../ask'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { ProblemNote } from '../problem'
import { save } from '../save'
import { useText } from '../text'
import { useWorld } from './around'

/** After the decision: until when it can be contested, a complaint in words, and how long the content is kept. */
export function AfterDecision({ row }: { row: NoticeRow }) {
  const { t, locale } = useText()
  const { now } = useWorld()
  const { busy, problem, run } = useWork()
  const [complaint, setComplaint] = useState<string | null>(null)
  const { decision, answer } = row
  if (!decision) return null
  const decidedAt = Date.parse(decision.decidedAt)
  const deadline = complaintDeadline(decidedAt)
  const words = () =>
    t('after.complaint', {
      receipt: row.receipt?.id ?? row.id,
      date: day(decidedAt, locale),
      outcome: t(`outcome.${decision.outcome}` as Key),
      grounds: row.summary.grounds.map(({ label }) => label).join('; '),
    })
  const calendar = () => {
    const title = t('after.calendar', { receipt: row.receipt?.id ?? row.id })
    save(`flagpost-${row.id}.ics`, 'text/calendar', deadlineIcs(row.id, decidedAt, title))
  }
  return (
    <div class="after">
      <p>
        {t(deadline < now ? 'after.over' : 'after.until', { date: day(deadline, locale) })}{' '}
        {answer && t(`after.${answer.kind}`, { date: day(answer.at, locale) })}
      </p>
      {problem && <ProblemNote problem={problem} />}
      {complaint !== null && (
        <>
          <Field label={t('after.words')} hint={t('after.wordsHint')}>
            {(control) => (
              <textarea
                {...control}
                rows={8}
                value={complaint}
                onInput={(event) => setComplaint(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class="buttons">
            <Button
              kind="primary"
              busy={busy}
              onClick={() =>
                run(async () => {
                  await navigator.clipboard.writeText(complaint)
                  await ask('notice.answer', { noticeId: row.id, accept: false })
                  setComplaint(null)
                })
              }
            >
              {t('after.copy')}
            </Button>
            <Button onClick={() => setComplaint(null)}>{t('common.cancel')}</Button>
          </div>
        </>
      )}
      {complaint === null && !row.erasedAt && (
        <div class="buttons">
          {answer?.kind !== 'accepted' && (
            <Button
              busy={busy}
              onClick={() => run(() => ask('notice.answer', { noticeId: row.id, accept: true }))}
            >
              {t('after.accept')}
            </Button>
          )}
          {deadline >= now && <Button onClick={() => setComplaint(words())}>{t('after.contest')}</Button>}
          {deadline >= now && (
            <Button kind="quiet" onClick={calendar}>
              {t('after.ics')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** How long the content is kept, and the legal hold on it. */
export function Keeping({ row }: { row: NoticeRow }) {
  const { t, locale } = useText()
  const { busy, problem, run } = useWork()
  const [reason, setReason] = useState<string | null>(null)
  if (row.erasedAt) return <p class="quiet">{t('keep.erased', { date: day(row.erasedAt, locale) })}</p>
  const at = eraseAt(row)
  if (at === null && !row.hold) return null
  const hold = (why: string | null) =>
    run(async () => {
      await ask('notice.hold', { noticeId: row.id, reason: why })
      setReason(null)
    })
  return (
    <div class="after">
      <p class="quiet">
        {row.hold
          ? t('keep.held', { reason: row.hold.reason })
          : t('keep.until', { date: day(at ?? 0, locale) })}
      </p>
      {problem && <ProblemNote problem={problem} />}
      {reason !== null && (
        <Field label={t('keep.reason')}>
          {(control) => (
            <input
              {...control}
              maxLength={500}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <div class="buttons">
        {row.hold ? (
          <Button kind="quiet" busy={busy} onClick={() => hold(null)}>
            {t('keep.release')}
          </Button>
        ) : reason === null ? (
          <Button kind="quiet" onClick={() => setReason('')}>
            {t('keep.hold')}
          </Button>
        ) : (
          <Button busy={busy} disabled={reason.trim() === ''} onClick={() => hold(reason.trim())}>
            {t('keep.hold')}
          </Button>
        )}
      </div>
    </div>
  )
}

function useWork() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (work: () => Promise<unknown>) => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    await work().catch((error) => setProblem(problemIn(error)))
    setBusy(false)
  }
  return { busy, problem, run }
}
