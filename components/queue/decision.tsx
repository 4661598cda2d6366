import { day, exact } from '../../utils/i18n/formats'
import type { Decision } from '../../utils/notice'
import type { NoticeRow } from '../../utils/outbox/row'
import { useText } from '../text'
import { territoryNames } from './names'

/**
 * The platform's decision with its statement of reasons, field by field in the order of DSA Article 17(3); each
 * ground of the notice stands with its answer, or with the want of one.
 */
export function DecisionView({ decision, grounds }: { decision: Decision; grounds: Grounds }) {
  const text = useText()
  const { t, locale } = text
  const { territory, until, automatedDetection, automatedDecision } = decision
  return (
    <div class="decision">
      <p class="decision-outcome">{t(`outcome.${decision.outcome}`)}</p>
      <dl class="facts">
        <dt>{t('decision.by')}</dt>
        <dd>
          <bdi>{decision.decidedBy}</bdi>
        </dd>
        <dt>{t('decision.at')}</dt>
        <dd>
          <time dateTime={decision.decidedAt}>{exact(Date.parse(decision.decidedAt), locale)}</time>
        </dd>
        {territory.length > 0 && (
          <>
            <dt>{t('decision.territory')}</dt>
            <dd>{territoryNames(territory, text)}</dd>
          </>
        )}
        {decision.outcome !== 'noAction' && (
          <>
            <dt>{t('decision.until')}</dt>
            <dd>{until ? day(Date.parse(until), locale) : t('decision.noEnd')}</dd>
          </>
        )}
      </dl>
      <h3>{t('decision.facts')}</h3>
      <p class="said" dir="auto">
        {decision.facts}
      </p>
      <h3>{t('decision.grounds')}</h3>
      <ul class="answers">
        {grounds.map(({ id, label }) => (
          <Answer key={id} label={label} answer={decision.grounds.find((one) => one.groundId === id)} />
        ))}
      </ul>
      <h3>{t('decision.automated')}</h3>
      <p>
        {t(automatedDetection ? 'decision.detected' : 'decision.notDetected')},{' '}
        {t(`decision.${automatedDecision}`)}
      </p>
      {decision.redress !== '' && (
        <>
          <h3>{t('decision.redress')}</h3>
          <p class="said" dir="auto">
            {decision.redress}
          </p>
        </>
      )}
    </div>
  )
}

type Grounds = NoticeRow['summary']['grounds']

function Answer({ label, answer }: { label: string; answer: Decision['grounds'][number] | undefined }) {
  const { t } = useText()
  const word = !answer ? 'unanswered' : answer.upheld ? 'upheld' : 'notUpheld'
  return (
    <li>
      <p>
        <bdi>{label}</bdi> <span class={`chip ${answer?.upheld ? 'good' : ''}`}>{t(`decision.${word}`)}</span>
      </p>
      {answer && answer.explanation !== '' && (
        <p class="said" dir="auto">
          {answer.explanation}
        </p>
      )}
    </li>
  )
}
