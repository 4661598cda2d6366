import { useEffect, useRef, useState } from 'preact/hooks'
import type { Key } from '../../utils/i18n/catalogue'
import { type Action, actionsOf } from '../../utils/outbox/actions'
import type { DraftRow } from '../../utils/outbox/draft'
import type { NoticeRow } from '../../utils/outbox/row'
import type { Problem } from '../../utils/problem'
import { ask, problemIn } from '../ask'
import { Button } from '../controls/button'
import { Confirm } from '../controls/confirm'
import { Field } from '../controls/field'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { isFor, useWorld } from './around'
import type { Command } from './keys'

/** Runs one piece of work at a time; says what came of it, or shows why nothing did. */
function useWork() {
  const { t } = useText()
  const { say } = useWorld()
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (name: string, work: () => Promise<unknown>) => {
    if (busy !== null) return
    setBusy(name)
    setProblem(null)
    try {
      await work()
      say(t(`did.${name}` as Key))
    } catch (error) {
      setProblem(problemIn(error))
    }
    setBusy(null)
  }
  return { busy, problem, run }
}

/** Hands `act` each key that was pressed for this line, until it can do it: true. */
function useRequest(id: string, act: (command: Command) => boolean): void {
  const { request } = useWorld()
  useEffect(() => {
    if (isFor(request, id) && act(request.command)) request.taken = true
  })
}

const MESSAGES: Record<Exclude<Action, 'withdraw'>, (noticeId: string) => Promise<unknown>> = {
  undo: (noticeId) => ask('notice.undo', { noticeId }),
  retry: (noticeId) => ask('notice.retry', { noticeId }),
  mend: (noticeId) => ask('notice.edit', { noticeId }),
  correct: (noticeId) => ask('notice.edit', { noticeId }),
  arrived: (noticeId) => ask('notice.resolve', { noticeId, arrived: true }),
  sendAgain: (noticeId) => ask('notice.resolve', { noticeId, arrived: false }),
}

/** Actions that have another one's key: a notice has either. */
const SAME_KEY: Partial<Record<Action, Command>> = { sendAgain: 'retry', correct: 'mend' }

/** What can be done with a notice in its state. */
export function NoticeActions({ row, undoable }: { row: NoticeRow; undoable: boolean }) {
  const { t } = useText()
  const { busy, problem, run } = useWork()
  const [asking, setAsking] = useState(false)
  const actions = actionsOf(row, undoable)
  const act = (action: Action) => {
    if (action === 'withdraw') setAsking(true)
    else void run(action, () => MESSAGES[action](row.id))
  }
  useRequest(row.id, (command) => {
    const action = actions.find((one) => one === command || SAME_KEY[one] === command)
    if (action) act(action)
    return action !== undefined
  })
  if (asking && actions.includes('withdraw')) {
    const withdraw = (reason: string) =>
      run('withdraw', () => ask('notice.withdraw', { noticeId: row.id, reason }))
    return (
      <>
        {problem && <ProblemNote problem={problem} />}
        <Withdrawing busy={busy !== null} withdraw={withdraw} cancel={() => setAsking(false)} />
      </>
    )
  }
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      {actions.length > 0 && (
        <div class="buttons">
          {actions.map((action, at) => (
            <Button
              key={action}
              kind={action === 'withdraw' ? 'quiet' : at === 0 && action !== 'correct' ? 'primary' : 'plain'}
              busy={busy === action}
              onClick={() => act(action)}
            >
              {t(action === 'retry' && row.state === 'refused' ? 'do.resend' : `do.${action}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

/** Asks for the reason, in place; Escape leaves all as it is. */
function Withdrawing(props: { busy: boolean; withdraw: (reason: string) => void; cancel: () => void }) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      class="withdrawing"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') props.withdraw(reason.trim())
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        props.cancel()
      }}
    >
      <Field label={t('withdraw.reason')} hint={t('withdraw.hint')}>
        {(control) => (
          <textarea
            {...control}
            ref={field}
            rows={2}
            maxLength={2000}
            required
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="buttons">
        <Button type="submit" kind="primary" busy={props.busy} disabled={reason.trim() === ''}>
          {t('withdraw.submit')}
        </Button>
        <Button onClick={props.cancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}

/** A draft: what it is, and on with it or away with it. */
export function DraftPanel({ row }: { row: DraftRow }) {
  const { t } = useText()
  const { busy, problem, run } = useWork()
  const [asking, setAsking] = useState(false)
  const resume = () => run('resume', () => ask('draft.resume', { draftId: row.id }))
  useRequest(row.id, (command) => {
    if (command === 'mend') void resume()
    return command === 'mend'
  })
  return (
    <>
      <div class="happened">
        <p>{t(row.replaces ? 'what.draftReplaces' : 'what.draft')}</p>
      </div>
      {problem && <ProblemNote problem={problem} />}
      <div class="buttons">
        <Button kind="primary" busy={busy === 'resume'} onClick={resume}>
          {t('do.resume')}
        </Button>
        <Button kind="quiet" busy={busy === 'discard'} onClick={() => setAsking(true)}>
          {t('do.discard')}
        </Button>
      </div>
      {asking && (
        <Confirm
          title={t('discard.title')}
          action={t('discard.submit')}
          cancel={() => setAsking(false)}
          confirm={() => {
            setAsking(false)
            void run('discard', () => ask('draft.discard', { draftId: row.id }))
          }}
        >
          <p>{t('discard.body')}</p>
        </Confirm>
      )}
    </>
  )
}
