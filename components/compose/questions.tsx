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

const CHOICES = { yesNo: ['yes', 'no'], level: ['low', 'medium', 'high'] } as const

/** The questions that are asked as things stand: some only after an answer that protects the author. */
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
  const answer = (id: string, value: string) => set({ answers: { ...ground.answers, [id]: value } })
  const shown = asked(questions, ground.answers)
  const open = shown.filter(({ id }) => !ground.answers[id]).length
  return (
    <section class="questions" aria-label={t('compose.questions')}>
      <h4>
        {t('compose.questions')}
        {open > 0 && <span class="hint"> {t('compose.questionsOpen', { count: open })}</span>}
      </h4>
      {shown.map((question) =>
        question.kind === 'text' ? (
          <TextField
            key={question.id}
            field={`${field}.answers.${question.id}`}
            label={question.text}
            hint={question.help || undefined}
            value={ground.answers[question.id] ?? ''}
            max={1000}
            lines={2}
            change={(value) => answer(question.id, value)}
          />
        ) : (
          <Choice
            key={question.id}
            field={`${field}.answers.${question.id}`}
            question={question}
            choices={CHOICES[question.kind]}
            value={ground.answers[question.id]}
            answer={(value) => answer(question.id, value)}
          />
        ),
      )}
    </section>
  )
}

type ChoiceProps = {
  field: string
  question: GroundQuestion
  choices: readonly ('yes' | 'no' | 'low' | 'medium' | 'high')[]
  value: string | undefined
  answer: (value: string) => void
}

/** One question with a few answers; the figures 1, 2, 3 choose one and go on to the next question. */
function Choice({ field, question, choices, value, answer }: ChoiceProps) {
  const { t } = useText()
  const { visited, readOnly, problems } = useForm()
  // Said in two words at each question: there may be many, and the sentence is the same.
  const open = problems.find((one) => one.field === field && one.problem?.code === 'questionOpen')?.level

  function onKeyDown(event: KeyboardEvent) {
    const chosen = choices[Number(event.key) - 1]
    if (!chosen || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    answer(chosen)
    visited(field)
    const next = (event.currentTarget as Element).nextElementSibling
    next?.querySelector<HTMLElement>('input, textarea')?.focus()
  }

  return (
    <fieldset
      class={`question ${question.kind}`}
      data-field={field}
      disabled={readOnly}
      onKeyDown={onKeyDown}
    >
      <legend>{question.text}</legend>
      <div class="choices">
        {choices.map((one) => (
          <label class="choice" key={one}>
            <input
              type="radio"
              name={field}
              checked={value === one}
              onChange={() => answer(one)}
              onBlur={() => visited(field)}
            />
            <span>{t(`compose.${one}`)}</span>
          </label>
        ))}
      </div>
      {question.help && <p class="hint">{question.help}</p>}
      {open && <p class={open}>{t('compose.questionOpen')}</p>}
      <FieldProblems field={field} but="questionOpen" />
    </fieldset>
  )
}
