import { titleOf } from '../../utils/grounds/ground'
import type { GroundUse } from '../../utils/notice'
import { useText } from '../text'
import { territoryNames } from './names'

/** Each ground with the reviewer's own words for it, policy and law apart. */
export function GroundsView({ grounds }: { grounds: readonly GroundUse[] }) {
  return (
    <ul class="grounds">
      {grounds.map((use) => (
        <GroundView key={use.ground.id} use={use} />
      ))}
    </ul>
  )
}

function GroundView({ use }: { use: GroundUse }) {
  const text = useText()
  const { t, locale } = text
  const { ground, explanation, territory, measure, elements, answers } = use
  const given = Object.entries(answers).filter(([, answer]) => answer !== '')
  return (
    <li class="ground">
      <p class="ground-head">
        <span class="chip">
          {ground.kind === 'law' ? `${t('notice.law')} · ${ground.jurisdiction}` : t('notice.policy')}
        </span>
        <b>
          <bdi>{titleOf(ground, locale)}</bdi>
        </b>
      </p>
      <p class="quiet small">
        <bdi>
          {ground.instrument}, {ground.provision}
        </bdi>
      </p>
      {explanation.passage && (
        <blockquote class="quote" dir="auto">
          {explanation.passage}
        </blockquote>
      )}
      <p class="said" dir="auto">
        {explanation.why}
      </p>
      <dl class="facts">
        {explanation.basis && (
          <>
            <dt>{t('notice.basis')}</dt>
            <dd dir="auto">{explanation.basis}</dd>
          </>
        )}
        <dt>{t('notice.asked')}</dt>
        <dd>
          {t(`measure.${measure}`)} · {territoryNames(territory, text)}
        </dd>
        {ground.elements.length > 0 && (
          <>
            <dt>{t('notice.elements')}</dt>
            <dd>
              <ul class="ticks">
                {ground.elements.map((element, i) => (
                  <li key={element.en ?? i} data-found={elements[i] ?? false}>
                    {element[locale] ?? element.en ?? Object.values(element)[0]}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {given.length > 0 && (
          <>
            <dt>{t('notice.answers')}</dt>
            <dd>{given.map(([question, answer]) => `${question}: ${answer}`).join(' · ')}</dd>
          </>
        )}
      </dl>
    </li>
  )
}
