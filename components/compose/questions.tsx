import type { FormGround, GroundQuestion } from '../../utils/messages'
import { useText } from '../text'
import { useForm } from './context'
import { FieldProblems, TextField } from './field'

type QuestionsProps = {
  field: string
  questions: readonly GroundQuestion[]
  ground: FormGround
  set: (patch: Partial<FormGround>) => void
}

/** Answers to a question of degree. */
const LEVELS = ['low', 'medium', 'high'] as const
const YES_NO = ['yes', 'no'] as const

/** The questions that are open: some are asked only after an answer that protects the author. */
export function asked(
  questions: readonly GroundQuestion[],
  answers: Readonly<Record<string, string>>,
): GroundQuestion[] {
  const protecting = questions.filter(({ id, protects }) => protects !== null && answers[id] === protects)
  return questions.filter(({ after }) => !after || protecting.some(({ id }) => after.includes(id)))
}

/** Protected expression is asked about, ground by ground; the answers go out with the notice. */
export function Questions({ field, questions, ground, set }: QuestionsProps) {
  const { t } = useText()
  const { visited, readOnly } = useForm()
  const answer = (id: string, value: string) => set({ answers: { ...ground.answers, [id]: value } })
  return (
    <section class="questions" aria-label={t('compose.questions')}>
      <h4>{t('compose.questions')}</h4>
      {asked(questions, ground.answers).map((question) => {
        const { id, kind, text, help } = question
        const name = `${field}.answers.${id}`
        if (kind === 'text') {
          return (
            <TextField
              key={id}
              field={name}
              label={text}
              hint={help || undefined}
              value={ground.answers[id] ?? ''}
              max={1000}
              lines={2}
              change={(value) => answer(id, value)}
            />
          )
        }
        return (
          <fieldset key={id} class="field" data-field={name} disabled={readOnly}>
            <legend>{text}</legend>
            <div class="choices">
              {(kind === 'yesNo' ? YES_NO : LEVELS).map((value) => (
                <label class="choice" key={value}>
                  <input
                    type="radio"
                    name={name}
                    checked={ground.answers[id] === value}
                    onChange={() => answer(id, value)}
                    onBlur={() => visited(name)}
                  />
                  <span>{t(`compose.${value}`)}</span>
                </label>
              ))}
            </div>
            {help && <p class="hint">{help}</p>}
            <FieldProblems field={name} />
          </fieldset>
        )
      })}
    </section>
  )
}
