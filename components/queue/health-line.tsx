import { exact } from '../../utils/i18n/formats'
import type { Health } from '../../utils/outbox/health'
import { Ago } from '../controls/ago'
import { useText } from '../text'
import { why } from './names'

/** One line: how the way to the backend is, how many wait, when the last decision came. */
export function HealthLine({ health }: { health: Health | null }) {
  const { t, locale } = useText()
  if (!health) return <p class="health" data-tone="quiet" />
  const { way, connection, waiting, decidedAt } = health
  return (
    <p class="health" data-tone={health.tone} role="status">
      <span class="health-dot" aria-hidden="true" />
      <span class="health-words">
        <span class="health-way">
          {t(`health.${way}`, { name: connection?.name ?? '', why: why(t, connection?.problem?.code) })}
        </span>
        {' · '}
        {waiting > 0 ? t('health.waiting', { count: waiting }) : t('health.idle')}
        {decidedAt !== null && (
          <span title={exact(decidedAt, locale)}>
            {' · '}
            <LastDecision at={decidedAt} />
          </span>
        )}
      </span>
    </p>
  )
}

/** The words around the time, and the time itself as an element. */
function LastDecision({ at }: { at: number }) {
  const { t } = useText()
  const [before, after = ''] = t('health.decision', { ago: '\0' }).split('\0')
  return (
    <>
      {before}
      <Ago at={at} />
      {after}
    </>
  )
}
