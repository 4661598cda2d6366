import type { Decision, Notice } from '../../utils/notice'
import { useText } from '../text'

/** The item as it was reported; its words are data, whatever stands in them. */
export function ItemView({ item }: Pick<Notice, 'item'>) {
  const { author, text, permalink } = item
  return (
    <>
      <p>
        <b>
          <bdi>{author.name ?? ''}</bdi>
        </b>{' '}
        <bdi class="quiet">{author.handle}</bdi>
      </p>
      {text !== null && (
        <blockquote class="quote" dir="auto">
          {text}
        </blockquote>
      )}
      <p class="small quiet">
        <bdi>{permalink}</bdi>
      </p>
    </>
  )
}

/** Each ground with the reviewer's own words. */
export function GroundsView({ grounds }: Pick<Notice, 'grounds'>) {
  const { locale } = useText()
  return (
    <ul>
      {grounds.map(({ ground, explanation }) => (
        <li key={ground.id}>
          <b>{ground.titles[locale] ?? ground.title}</b>{' '}
          <span class="small quiet">
            {ground.instrument}, {ground.provision}
          </span>
          {explanation.passage && (
            <blockquote class="quote" dir="auto">
              {explanation.passage}
            </blockquote>
          )}
          <p dir="auto">{explanation.why}</p>
        </li>
      ))}
    </ul>
  )
}

/** What was decided, with its reasons. */
export function DecisionView({ decision, notice }: { decision: Decision; notice: Notice }) {
  const { t, locale } = useText()
  return (
    <>
      <p>
        <b>{t(`outcome.${decision.outcome}`)}</b> · <bdi>{decision.decidedBy}</bdi>
      </p>
      <p dir="auto">{decision.facts}</p>
      <ul>
        {notice.grounds.map(({ ground }) => {
          const answer = decision.grounds.find(({ groundId }) => groundId === ground.id)
          return (
            <li key={ground.id}>
              {ground.titles[locale] ?? ground.title}:{' '}
              {t(answer?.upheld ? 'practice.upheld' : 'practice.notUpheld')}
              <p dir="auto">{answer?.explanation}</p>
            </li>
          )
        })}
      </ul>
    </>
  )
}
