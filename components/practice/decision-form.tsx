import { useRef, useState } from 'preact/hooks'
import { Decision, type Notice } from '../../utils/notice'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'
import { checkDecision, type DecisionDraft, emptyDecision, toDecision, type Wrong } from './decide'
import { GroundAnswer } from './ground-answer'

const OUTCOMES = Decision.shape.outcome.options
const AUTOMATED = Decision.shape.automatedDecision.options

type FormProps = { notice: Notice; decided: () => Promise<void> }

/** The statement of reasons in the order of DSA Article 17(3), each ground of the notice answered by itself. */
export function DecisionForm({ notice, decided }: FormProps) {
  const { t } = useText()
  const [draft, setDraft] = useState(() => emptyDecision(notice, t('practice.redressIs')))
  const [wrong, setWrong] = useState<Wrong>({})
  const form = useRef<HTMLFormElement>(null)
  const { busy, problem, run } = useWork()
  const say = (field: string) => {
    const word = wrong[field]
    return word ? t(`practice.wrong.${word}`) : null
  }
  const change = (patch: Partial<DecisionDraft>) => {
    const next = { ...draft, ...patch }
    setDraft(next)
    // Once something was found wrong, each change is looked at again; before that nobody is interrupted.
    if (Object.keys(wrong).length > 0) setWrong(checkDecision(next))
  }
  const decide = async () => {
    const found = checkDecision(draft)
    setWrong(found)
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    const decision = toDecision(draft, notice)
    if (await run(() => ask('practice.decide', { id: notice.id, decision }))) await decided()
  }

  return (
    <form
      class="decide"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void decide()
      }}
    >
      <h3>{t('practice.decision')}</h3>
      <Field label={`(a) ${t('practice.outcome')}`} wrong={say('outcome')}>
        {(control) => (
          <select
            {...control}
            value={draft.outcome}
            onChange={(event) => change({ outcome: event.currentTarget.value as DecisionDraft['outcome'] })}
          >
            <option value="">{t('practice.choose')}</option>
            {OUTCOMES.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`outcome.${outcome}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="pair">
        <Field label={t('practice.territory')} hint={t('practice.territoryHint')} wrong={say('territory')}>
          {(control) => (
            <input
              {...control}
              type="text"
              value={draft.territory}
              onInput={(event) => change({ territory: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t('practice.until')} hint={t('practice.untilHint')} wrong={say('until')}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={draft.until}
              onInput={(event) => change({ until: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Field label={`(b) ${t('practice.facts')}`} hint={t('practice.factsHint')} wrong={say('facts')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={5000}
            value={draft.facts}
            onInput={(event) => change({ facts: event.currentTarget.value })}
          />
        )}
      </Field>
      <fieldset class="automated">
        <legend>(c) {t('practice.automated')}</legend>
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.automatedDetection}
            onChange={(event) => change({ automatedDetection: event.currentTarget.checked })}
          />
          {t('practice.automatedDetection')}
        </label>
        <Field label={t('practice.automatedDecision')}>
          {(control) => (
            <select
              {...control}
              value={draft.automatedDecision}
              onChange={(event) =>
                change({ automatedDecision: event.currentTarget.value as Decision['automatedDecision'] })
              }
            >
              {AUTOMATED.map((one) => (
                <option key={one} value={one}>
                  {t(`practice.automated.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </fieldset>
      {notice.grounds.map((use, i) => (
        <GroundAnswer
          key={use.ground.id}
          use={use}
          answer={draft.grounds[i] ?? { upheld: null, explanation: '' }}
          wrongUpheld={say(`grounds.${i}.upheld`)}
          wrongWhy={say(`grounds.${i}.explanation`)}
          change={(answer) => change({ grounds: draft.grounds.map((one, n) => (n === i ? answer : one)) })}
        />
      ))}
      <Field label={`(f) ${t('practice.redress')}`} wrong={say('redress')}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={2000}
            value={draft.redress}
            onInput={(event) => change({ redress: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t('practice.decidedBy')} hint={t('practice.decidedByHint')} wrong={say('decidedBy')}>
        {(control) => (
          <input
            {...control}
            type="text"
            maxLength={200}
            value={draft.decidedBy}
            onInput={(event) => change({ decidedBy: event.currentTarget.value })}
          />
        )}
      </Field>
      {Object.keys(wrong).length > 0 && (
        <p class="wrong" role="status">
          {t('practice.mend', { count: Object.keys(wrong).length })}
        </p>
      )}
      {problem && <ProblemNote problem={problem} />}
      <div class="buttons">
        <Button kind="primary" type="submit" busy={busy}>
          {t('practice.decide')}
        </Button>
      </div>
    </form>
  )
}
