import { ago, exact } from '../../utils/i18n/formats'
import type { DraftRow } from '../../utils/outbox/draft'
import type { NoticeRow } from '../../utils/outbox/row'
import type { State } from '../../utils/outbox/state'
import { StateSign } from '../state-mark'
import { useText } from '../text'
import type { Line } from './lines'
import { deadlineText, platformName, shortAddress, why } from './names'

/** What one line says; the button around it belongs to the list. */
export function LineWords({ line, now }: { line: Line; now: number }) {
  if (line.kind === 'draft') return <DraftWords row={line.row} now={now} />
  if (line.kind === 'notice' && line.row) return <NoticeWords row={line.row} now={now} />
  if (line.kind === 'connection') return <ConnectionWords line={line} />
  return (
    <>
      <span class="line-sign" />
      <span class="line-blank" />
    </>
  )
}

/** A notice's state in a word; for a decision the decision itself. */
export function useStateWord(): (row: Pick<NoticeRow, 'state' | 'decision'>) => string {
  const { t } = useText()
  return ({ state, decision }) =>
    state === 'decided' && decision
      ? `${t('state.decided')}: ${t(`outcome.${decision.outcome}`)}`
      : t(`state.${state}`)
}

function NoticeWords({ row, now }: { row: NoticeRow; now: number }) {
  const { t } = useText()
  const word = useStateWord()
  const { platform, permalink, author, text, grounds } = row.summary
  const addressOnly = author === null && text === null
  return (
    <>
      <Sign state={row.state} />
      <span class="line-top">
        <span class="line-said">
          {addressOnly ? (
            <span class="line-text" dir="ltr">
              {shortAddress(permalink)}
            </span>
          ) : (
            <Said author={author} text={text} none={t('queue.noText')} />
          )}
        </span>
        <When row={row} now={now} />
      </span>
      <span class="line-foot">
        <span class="line-state" data-state={row.state}>
          {word(row)}
        </span>
        <span class="line-more">
          {platformName(platform, permalink)} · <Grounds grounds={grounds} />
        </span>
      </span>
    </>
  )
}

function DraftWords({ row, now }: { row: DraftRow; now: number }) {
  const { t, locale } = useText()
  const said = row.form.grounds.find(({ why }) => why.trim() !== '')?.why ?? null
  const address = shortAddress(row.permalink ?? row.origin.address)
  return (
    <>
      <Sign state="draft" />
      <span class="line-top">
        <span class="line-said">
          <span class="line-text" dir="auto">
            {said ?? address}
          </span>
        </span>
        <time
          class="line-when"
          dateTime={new Date(row.updatedAt).toISOString()}
          title={exact(row.updatedAt, locale)}
        >
          {ago(row.updatedAt, t, now)}
        </time>
      </span>
      <span class="line-foot">
        <span class="line-state" data-state="draft">
          {t('state.draft')}
        </span>
        <span class="line-more">
          {platformName(row.origin.platform, row.permalink)} ·{' '}
          {row.form.grounds.length === 0 ? t('queue.noGround') : <bdi>{said ? address : ''}</bdi>}
        </span>
      </span>
    </>
  )
}

function ConnectionWords({ line }: { line: Line & { kind: 'connection' } }) {
  const { t } = useText()
  return (
    <>
      <Sign state="refused" />
      <span class="line-top">
        <span class="line-said">
          {t('health.trouble', { name: line.row.name, why: why(t, line.row.problem?.code) })}
        </span>
      </span>
      <span class="line-foot">
        <span class="line-more">{t('queue.signIn')}</span>
      </span>
    </>
  )
}

const Sign = ({ state }: { state: State }) => (
  <span class="line-sign" data-state={state}>
    <StateSign state={state} />
  </span>
)

/** Author and first words, each in a box of its own: the text of a post may run from right to left, or try to. */
function Said({ author, text, none }: { author: string | null; text: string | null; none: string }) {
  return (
    <>
      {author !== null && (
        <span class="line-author" dir="auto">
          {author}
        </span>
      )}
      {text === null ? (
        <span class="quiet">{none}</span>
      ) : (
        <span class="line-text" dir="auto">
          {text}
        </span>
      )}
    </>
  )
}

function Grounds({ grounds }: Pick<NoticeRow['summary'], 'grounds'>) {
  const [first, ...more] = grounds
  return (
    <>
      <bdi>{first?.label}</bdi>
      {more.length > 0 && ` +${more.length}`}
    </>
  )
}

/** The deadline while it counts; else how long ago the notice last changed. */
function When({ row, now }: { row: NoticeRow; now: number }) {
  const { t, locale } = useText()
  const open = row.state !== 'decided' && row.state !== 'withdrawn'
  if (open && row.deadlineAt !== null) {
    const { text, tone } = deadlineText(row.deadlineAt, now, t)
    return (
      <time
        class="line-when"
        data-tone={tone}
        dateTime={new Date(row.deadlineAt).toISOString()}
        title={t('queue.due.exact', { time: exact(row.deadlineAt, locale) })}
      >
        {text}
      </time>
    )
  }
  return (
    <time
      class="line-when"
      dateTime={new Date(row.updatedAt).toISOString()}
      title={t('queue.lastChange', { time: exact(row.updatedAt, locale) })}
    >
      {ago(row.updatedAt, t, now)}
    </time>
  )
}
