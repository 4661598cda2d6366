import { useId } from 'preact/hooks'
import type { GroundUse } from '../../utils/notice'
import { Field } from '../controls/field'
import { useText } from '../text'
import type { DecisionDraft } from './decide'

type Answer = DecisionDraft['grounds'][number]

type AnswerProps = {
  use: GroundUse
  answer: Answer
  wrongUpheld: string | null
  wrongWhy: string | null
  change: (answer: Answer) => void
}

/** (d) for a law, (e) for the platform's own rule: does it hold, and why. The reviewer's reasoning stands above. */
export function GroundAnswer({ use, answer, wrongUpheld, wrongWhy, change }: AnswerProps) {
  const { t, locale } = useText()
  const { ground, explanation } = use
  const id = useId()
  return (
    <fieldset class="answer" aria-describedby={`${id}-said`}>
      <legend>
        {ground.kind === 'law' ? '(d)' : '(e)'} <bdi>{ground.titles[locale] ?? ground.title}</bdi>
      </legend>
      <p class="quiet small" id={`${id}-said`}>
        {t('practice.reviewerSays')} <bdi>{explanation.why}</bdi>
      </p>
      <div class="buttons">
        {([true, false] as const).map((upheld) => (
          <label class="choice" key={String(upheld)}>
            <input
              type="radio"
              name={`${id}-upheld`}
              checked={answer.upheld === upheld}
              aria-invalid={wrongUpheld ? true : undefined}
              aria-describedby={wrongUpheld ? `${id}-wrong` : undefined}
              onChange={() => change({ ...answer, upheld })}
            />
            {t(upheld ? 'practice.upheld' : 'practice.notUpheld')}
          </label>
        ))}
      </div>
      {wrongUpheld && (
        <p class="wrong small" id={`${id}-wrong`}>
          {wrongUpheld}
        </p>
      )}
      <Field label={t('practice.why')} wrong={wrongWhy}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={5000}
            value={answer.explanation}
            onInput={(event) => change({ ...answer, explanation: event.currentTarget.value })}
          />
        )}
      </Field>
    </fieldset>
  )
}
