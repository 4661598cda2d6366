import { exact } from '../../utils/i18n/formats'
import type { NoticeRow } from '../../utils/outbox/row'
import { useText } from '../text'

type From = 'you' | 'backend' | 'platform'
type Passed = { at: number; from: From; words: string; more?: string }

/** What went to the backend and what came back, in the order of time. (A receipt's clock counts whole seconds.) */
export function Messages({ row }: { row: NoticeRow }) {
  const { t, locale } = useText()
  const { receipt, decision, withdrawal, attempts, createdAt } = row
  const passed: Passed[] = []
  if (attempts > 0 || receipt) passed.push({ at: createdAt, from: 'you', words: t('message.sent') })
  if (receipt) {
    passed.push({
      at: Date.parse(receipt.at),
      from: 'backend',
      words: t('message.receipt', { id: receipt.id }),
    })
  }
  const later: Passed[] = []
  if (decision) {
    const words = t('message.decision', { outcome: t(`outcome.${decision.outcome}`) })
    later.push({ at: Date.parse(decision.decidedAt), from: 'platform', words })
  }
  if (withdrawal && attempts > 0) {
    const words = t('message.withdrawal', { reason: withdrawal.reason })
    later.push({
      at: withdrawal.at,
      from: 'you',
      words,
      ...(withdrawal.told ? {} : { more: t('message.untold') }),
    })
  }
  passed.push(...later.sort((a, b) => a.at - b.at))
  if (passed.length === 0) return <p class="quiet">{t('message.none')}</p>
  return (
    <ol class="messages">
      {passed.map(({ at, from, words, more }) => (
        <li key={`${from}${at}`} data-from={from}>
          <p class="messages-head">
            <b>{t(`message.${from}`)}</b>{' '}
            <time dateTime={new Date(at).toISOString()}>{exact(at, locale)}</time>
          </p>
          <p>{words}</p>
          {more && <p class="quiet">{more}</p>}
        </li>
      ))}
    </ol>
  )
}
