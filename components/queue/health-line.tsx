import { exact } from '../../utils/i18n/formats'
import type { Health } from '../../utils/outbox/health'
import { Ago } from '../controls/ago'
import { useText } from '../text'
import { why } from './names'

/**
 * One line: how the way to the backend is, how many wait, when the last decision came. `link`: what is to be reviewed
 * is on another page.
 */
export function HealthLine({ health, link = false }: { health: Health | null; link?: boolean }) {
  const { t, locale } = useText()
  if (!health) return <p class="health" data-tone="quiet" />
  const { way, connection, waiting, reviews, decidedAt } = health
  return (
    <p class="health" data-tone={health.tone} role="status">
      <span class="health-dot" aria-hidden="true" />
      <span class="health-words">
        <span class="health-way">
          {t(`health.${way}`, { name: connection?.name ?? '', why: why(t, connection?.problem?.code) })}
        </span>
        {' · '}
        {reviews > 0 && (
          <>
            {link ? (
              <a href="queue.html" target="_blank" rel="noreferrer">
                {t('health.reviews', { count: reviews })}
              </a>
            ) : (
              t('health.reviews', { count: reviews })
            )}
            {' · '}
          </>
        )}
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
