import { toHit } from '../../utils/grounds/search'
import { placeWords } from '../../utils/media-fragment'
import type { GroundUse, Media, Notice } from '../../utils/notice'
import { useText } from '../text'
import { territoryNames } from './names'

/** Answers that are chosen, not written. */
const CHOICES = ['yes', 'no', 'low', 'medium', 'high'] as const

/** Each ground with the reviewer's own words for it, policy and law apart. */
export function GroundsView({ notice: { grounds, item } }: { notice: Pick<Notice, 'grounds' | 'item'> }) {
  return (
    <ul class="grounds">
      {grounds.map((use) => (
        <GroundView key={use.ground.id} use={use} media={item.media} />
      ))}
    </ul>
  )
}

function GroundView({ use, media }: { use: GroundUse; media: readonly Media[] }) {
  const text = useText()
  const { t, locale } = text
  const { explanation, territory, measure, elements, answers } = use
  // The copy of the ground that the notice carries, not what the catalogue says today.
  const ground = toHit(use.ground, locale)
  const given = Object.entries(answers).filter(([, answer]) => answer !== '')
  const words = (answer: string) => {
    const choice = CHOICES.find((one) => one === answer)
    return choice ? t(`compose.${choice}`) : answer
  }
  return (
    <li class="ground">
      <p class="ground-head">
        <span class="chip">
          {ground.kind === 'law' ? `${t('notice.law')} · ${ground.jurisdiction}` : t('notice.policy')}
        </span>
        <b>
          <bdi>{ground.title}</bdi>
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
      {explanation.places && explanation.places.length > 0 && (
        <ul class="small">
          {explanation.places.map((place) => (
            <li key={`${place.media}${place.fragment}`}>{placeWords(t, media, place)}</li>
          ))}
        </ul>
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
                  <li key={element} data-found={elements[i] ?? false}>
                    {element} <span class="unseen">{t(elements[i] ? 'compose.yes' : 'compose.no')}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {given.length > 0 && (
          <>
            <dt>{t('notice.answers')}</dt>
            <dd>
              <ul class="bare">
                {given.map(([id, answer]) => (
                  <li key={id}>
                    {ground.questions?.find((question) => question.id === id)?.text ?? id}{' '}
                    <b dir="auto">{words(answer)}</b>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </li>
  )
}
