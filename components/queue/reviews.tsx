import type { Ref } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { fromBinary } from '../../utils/bytes'
import { strictest } from '../../utils/grounds/strictest'
import { ago, exact } from '../../utils/i18n/formats'
import { findingText } from '../../utils/i18n/problem-text'
import { sha256 } from '../../utils/ledger/entry'
import type { ReviewList } from '../../utils/messages'
import { type Finding, type Notice, noticeIn, type PendingReview } from '../../utils/notice'
import { type Problem, ProblemError } from '../../utils/problem'
import { ask, problemIn } from '../ask'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import type { EvidenceFile } from '../evidence-check'
import { EvidenceBody } from '../evidence-view'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWorld } from './around'
import { GroundsView } from './grounds'
import { ItemView, OutLink, useTitle } from './item'
import { shortAddress } from './names'

/** How often it is looked for what waits, milliseconds. */
const EVERY = 30_000

/** One notice that waits for this person's word; `notice` is null where this version can't read it. */
export type Review = PendingReview & { connectionId: string; notice: Notice | null }
export type Reviews = { list: Review[]; more: boolean; problem: Problem | null; reload: () => Promise<void> }

/** What waits for this person as second reviewer; nothing is asked where no account may be one. */
export function useReviews(): Reviews {
  const { connections } = useWorld()
  const [lists, set] = useState<ReviewList[]>([])
  const second =
    connections?.some(({ kind, account }) => kind === 'crs' && account.role !== 'reviewer') ?? false
  const reload = useCallback(() => ask('review.list', {}).then(set, () => {}), [])
  useEffect(() => {
    if (!second) return set([])
    void reload()
    const timer = setInterval(() => void reload(), EVERY)
    return () => clearInterval(timer)
  }, [second, reload])
  return useMemo(
    () => ({
      list: lists.flatMap(({ connectionId, reviews }) =>
        reviews.map((one) => ({ ...one, connectionId, notice: noticeIn(one.body) })),
      ),
      more: lists.some(({ more }) => more),
      problem: lists.find(({ problem }) => problem !== null)?.problem ?? null,
      reload,
    }),
    [lists, reload],
  )
}

/** Apart from the notices of this browser's own: one person may have both accounts here. */
export const reviewKey = (id: string) => `review-${id}`

type ListProps = { reviews: Reviews; shown: string | null; press: (id: string) => void }

/** The notices that wait for this person's word, the oldest first; nothing at all where none does. */
export function ReviewsList({ reviews, shown, press }: ListProps) {
  const { t } = useText()
  const { now } = useWorld()
  const title = useTitle()
  if (reviews.list.length === 0 && reviews.problem === null) return null
  return (
    <section class="reviews" aria-labelledby="reviews-title">
      <h2 id="reviews-title" class="small">
        {t('review.waiting', { count: reviews.list.length })}
      </h2>
      {reviews.problem && <ProblemNote problem={reviews.problem} tone="waits" />}
      <ul>
        {reviews.list.map(({ id, author, askedAt, notice }) => (
          <li key={id}>
            <button
              type="button"
              class="review-line"
              aria-current={shown === reviewKey(id) ? 'true' : undefined}
              onClick={() => press(id)}
            >
              <b>{notice ? title(notice.item) : t('review.unreadable')}</b>
              <span class="small quiet">
                {t('review.by', { code: author.reviewerCode, ago: ago(Date.parse(askedAt), t, now) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {reviews.more && <p class="small quiet">{t('review.more')}</p>}
    </section>
  )
}

type PaneProps = {
  review: Review
  heading: Ref<HTMLHeadingElement>
  back: (() => void) | null
  done: () => void
}

/** One notice of a colleague, with all that would be sent, and the word on it. */
export function ReviewPane({ review, heading, back, done }: PaneProps) {
  const { t, locale } = useText()
  const title = useTitle()
  const { notice, author, connectionId } = review
  return (
    <article class="pane" aria-labelledby="pane-title">
      <header class="pane-head">
        {back && (
          <Button kind="quiet" onClick={back}>
            ← {t('notice.back')}
          </Button>
        )}
        <h1 id="pane-title" ref={heading} tabIndex={-1}>
          {notice ? title(notice.item) : t('review.unreadable')}
        </h1>
        {notice && (
          <p class="quiet">
            <OutLink address={notice.item.permalink}>{shortAddress(notice.item.permalink)}</OutLink>
          </p>
        )}
        <p>
          {t('review.asked', {
            code: author.reviewerCode,
            time: exact(Date.parse(review.askedAt), locale),
          })}
        </p>
      </header>
      {notice && (
        <>
          <section class="pane-part">
            <h2>{t('notice.item')}</h2>
            <ItemView item={notice.item} />
          </section>
          <section class="pane-part">
            <h2>{t('notice.grounds')}</h2>
            <GroundsView notice={notice} />
          </section>
          <section class="pane-part">
            <h2>{t('notice.evidence')}</h2>
            <EvidenceBody
              key={review.id}
              evidence={notice.evidence}
              captureClass={strictest(notice.grounds.map(({ ground }) => ground)) ?? 'full'}
              capturedAt={notice.evidence?.capturedAt ?? null}
              read={() => fetchEvidence(connectionId, notice.evidence?.sha256 ?? '')}
            />
          </section>
        </>
      )}
      {review.advice && review.advice.length > 0 && <Advice advice={review.advice} />}
      <VerdictForm review={review} done={done} />
      {notice && (
        <footer class="pane-foot small quiet">
          <p>
            {t('notice.declaration')}: “{notice.declaration.text}”{' '}
            {exact(Date.parse(notice.declaration.madeAt), locale)}
          </p>
          <p>
            {t('notice.signedBy')}: {notice.reviewer.code}
            {notice.reference && ` · ${t('notice.reference')}: ${notice.reference}`}
          </p>
        </footer>
      )}
    </article>
  )
}

/** What due process told the author: nobody who decides on it has to find it again. */
function Advice({ advice }: { advice: readonly Finding[] }) {
  const { t } = useText()
  return (
    <section class="pane-part" aria-labelledby="advice-title">
      <h2 id="advice-title">{t('review.advised')}</h2>
      <ul>
        {advice.map((finding) => (
          <li key={`${finding.code} ${finding.pointer}`}>{findingText(t, finding)}</li>
        ))}
      </ul>
    </section>
  )
}

/** The bundle, part by part, checked against its digest. */
async function fetchEvidence(connectionId: string, digest: string): Promise<EvidenceFile> {
  const parts: string[] = []
  for (let at = 0, bytes = 1; at < bytes; ) {
    const answer = await ask('review.evidence', { connectionId, sha256: digest, at })
    const part = atob(answer.part)
    parts.push(part)
    at += part.length
    bytes = answer.bytes
    if (part.length === 0) break
  }
  const all = fromBinary(parts.join(''))
  if ((await sha256(all)) !== digest)
    throw new ProblemError({ code: 'bundleBroken', params: { what: digest } })
  // What a second reviewer decides on was not sent yet: there is neither receipt nor timestamp.
  return { bytes: all, sha256: digest, proof: { receipt: null, timestamp: null }, keys: null }
}

/** Approve or give back, with the reason that the author and the ledger get. What can't be read can't be approved. */
function VerdictForm({ review, done }: { review: Review; done: () => void }) {
  const { t } = useText()
  const { say } = useWorld()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState<'approve' | 'return' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const settle = async (approve: boolean) => {
    if (busy !== null) return
    if (reason.trim() === '') return field.current?.focus()
    setBusy(approve ? 'approve' : 'return')
    setProblem(null)
    try {
      const { connectionId, id: noticeId } = review
      await ask('review.settle', { connectionId, noticeId, approve, reason: reason.trim() })
      say(t(approve ? 'review.approved' : 'review.returned'))
      done()
    } catch (error) {
      setProblem(problemIn(error))
    }
    setBusy(null)
  }
  return (
    <section class="pane-part" aria-labelledby="verdict-title">
      <h2 id="verdict-title">{t('review.word')}</h2>
      <Field label={t('review.reason')} hint={t('review.reasonHint')}>
        {(control) => (
          <textarea
            {...control}
            ref={field}
            rows={3}
            maxLength={2000}
            required
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      {problem && <ProblemNote problem={problem} />}
      <div class="buttons">
        <Button
          kind="primary"
          busy={busy === 'approve'}
          disabled={review.notice === null}
          onClick={() => void settle(true)}
        >
          {t('review.approve')}
        </Button>
        <Button busy={busy === 'return'} onClick={() => void settle(false)}>
          {t('review.return')}
        </Button>
      </div>
    </section>
  )
}
