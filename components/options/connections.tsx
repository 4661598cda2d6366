import { PRACTICE_ID } from '../../utils/connectors/connections'
import { Section } from '../controls/section'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useAsked } from '../use-asked'
import { AddConnection } from './add-connection'
import { ConnectionCard } from './connection-card'

/** Where notices go: each backend as a card, and the form that adds one. */
export function Connections() {
  const { t } = useText()
  const { value: list, problem, again } = useAsked('connection.list', {})
  const real = list?.filter(({ id }) => id !== PRACTICE_ID)
  return (
    <Section id="connections" title={t('options.connections.title')} lead={t('options.connections.lead')}>
      {problem && <ProblemNote problem={problem} />}
      {real?.length === 0 && (
        <div class="card practice-card">
          <h3>{t('options.connections.none')}</h3>
          <p class="quiet">{t('options.connections.noneHint')}</p>
          <p>
            <a class="button" href="practice.html">
              {t('options.practice.open')}
            </a>
          </p>
        </div>
      )}
      {real && real.length > 0 && (
        <ul class="cards">
          {real.map((connection, i) => (
            <li key={connection.id}>
              <ConnectionCard
                connection={connection}
                standard={i === 0}
                several={real.length > 1}
                changed={again}
              />
            </li>
          ))}
        </ul>
      )}
      {list && <AddConnection added={again} />}
    </Section>
  )
}
