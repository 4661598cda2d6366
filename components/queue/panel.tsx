import { exact } from '../../utils/i18n/formats'
import type { NoticeRow } from '../../utils/outbox/row'
import { useText } from '../text'
import { DraftPanel, NoticeActions } from './actions'
import { connectionOf, useBeside, useWorld } from './around'
import { DecisionView } from './decision'
import { Happened } from './happened'
import { OutLink } from './item'
import type { Line } from './lines'
import { NoticeLink } from './notice-link'

/** What an opened line shows in place: what happened, what can be done, the decision, the receipt. */
export function LinePanel({ line, toQueue }: { line: Line; toQueue: (id: string) => void }) {
  if (line.kind === 'draft') return <DraftPanel row={line.row} />
  if (line.kind === 'notice' && line.row) return <NoticePanel row={line.row} toQueue={toQueue} />
  return null
}

function NoticePanel({ row, toQueue }: { row: NoticeRow; toQueue: (id: string) => void }) {
  const { t } = useText()
  const { undoable, closedUntil } = useBeside(row)
  return (
    <>
      <Happened row={row} closedUntil={closedUntil} />
      {row.decision && <DecisionView decision={row.decision} grounds={row.summary.grounds} />}
      <NoticeActions row={row} undoable={undoable} />
      <NoticeFacts row={row} />
      <Corrections row={row} open={toQueue} />
      <p class="panel-links">
        <OutLink address={row.summary.permalink}>{t('do.openItem')}</OutLink>
        <NoticeLink id={row.id} open={toQueue}>
          {t('do.openInQueue')}
        </NoticeLink>
      </p>
    </>
  )
}

/** The notices that this one corrects, or is corrected by: each a way there. */
export function Corrections({ row, open }: { row: NoticeRow; open: (id: string) => void }) {
  const { t } = useText()
  const others = [
    { words: t('notice.corrects'), id: row.corrects },
    { words: t('notice.correctedBy'), id: row.correctedBy?.id },
  ]
  return (
    <>
      {others.map(({ words, id }) =>
        id ? (
          <p class="quiet" key={id}>
            <NoticeLink id={id} open={open}>
              {words}
            </NoticeLink>
          </p>
        ) : null,
      )}
    </>
  )
}

/** Receipt, deadline, tries: the figures of a notice's delivery. */
export function NoticeFacts({ row }: { row: NoticeRow }) {
  const { t, locale } = useText()
  const { connections } = useWorld()
  const connection = connectionOf(connections, row.connectionId)
  const { receipt, deadlineAt, attempts } = row
  return (
    <dl class="facts">
      {receipt && (
        <>
          <dt>{t('notice.receipt')}</dt>
          <dd>
            <code>{receipt.id}</code>
          </dd>
          <dt>{t('notice.received')}</dt>
          <dd>{exact(Date.parse(receipt.at), locale)}</dd>
        </>
      )}
      {receipt?.noticed && (
        <>
          <dt>{t('notice.noticed')}</dt>
          <dd>
            {t('notice.noticedBy', {
              count: receipt.noticed.count,
              when: exact(Date.parse(receipt.noticed.since), locale),
            })}
          </dd>
        </>
      )}
      {deadlineAt !== null && (
        <>
          <dt>{t('notice.deadline')}</dt>
          <dd>{exact(deadlineAt, locale)}</dd>
        </>
      )}
      {connection && (
        <>
          <dt>{t('notice.sentTo')}</dt>
          <dd>
            <bdi>{connection.name}</bdi>
          </dd>
        </>
      )}
      {attempts > 1 && (
        <>
          <dt>{t('notice.tries')}</dt>
          <dd>{attempts}</dd>
        </>
      )}
    </dl>
  )
}
