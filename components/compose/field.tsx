import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { problemText } from '../../utils/i18n/problem-text'
import { Icon, type IconName } from '../icon'
import { useText } from '../text'
import { useForm } from './context'
import type { Level, Placed } from './problems'

const ICONS: Record<Level, IconName> = { wrong: 'warn', open: 'pen', warning: 'warn', second: 'clock' }

/** A placed problem in words. */
export function useWords(): (placed: Placed) => string {
  const { t } = useText()
  return ({ problem, missing }) =>
    problem ? problemText(t, problem) : missing ? t(`compose.off.${missing}`) : ''
}

/** What is wrong, open or to be thought of at one field; `but`: the code of what the field says in its own way. */
export function FieldProblems({ field, id, but }: { field: string; id?: string; but?: string }) {
  const { problems } = useForm()
  const here = problems.filter((one) => one.field === field && (!but || one.problem?.code !== but))
  return here.length > 0 ? <Problems problems={here} id={id} /> : null
}

/** Problems in words, each with the sign of its level. */
export function Problems({ problems, id }: { problems: readonly Placed[]; id?: string | undefined }) {
  const words = useWords()
  return (
    <ul class="problems" id={id}>
      {problems.map((placed) => (
        <li class={placed.level} key={`${placed.level}${placed.problem?.code ?? ''}`}>
          <Icon name={ICONS[placed.level]} />
          <span>{words(placed)}</span>
        </li>
      ))}
    </ul>
  )
}

/** What a control needs to belong to its field: for reading out, and so that a refusal finds it. */
export function useField(field: string, hint?: boolean) {
  const id = useId()
  const { problems, visited, readOnly } = useForm()
  const here = problems.filter((one) => one.field === field)
  const described = [here.length > 0 && `${id}-p`, hint && `${id}-h`].filter(Boolean).join(' ')
  return {
    id,
    control: {
      id,
      'data-field': field,
      'aria-describedby': described || undefined,
      'aria-invalid': here.some(({ level }) => level === 'wrong') || undefined,
      readOnly,
      onBlur: () => visited(field),
    },
  }
}

type TextFieldProps = {
  field: string
  label: string
  hint?: string | undefined
  value: string
  change: (value: string) => void
  /** Lines at the start; 0: one line for good. */
  lines?: number
  max: number
  /** Beside the label. */
  children?: ComponentChildren
}

/** A labelled text that grows with what is typed. */
export function TextField(props: TextFieldProps) {
  const { field, label, hint, value, change, lines = 0, max, children } = props
  const { id, control } = useField(field, hint !== undefined)
  const shared = {
    ...control,
    value,
    maxLength: max,
    dir: 'auto' as const,
    autoComplete: 'off' as const,
    onInput: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
  }
  return (
    <div class="field">
      <div class="label">
        <label for={id}>{label}</label>
        {children}
      </div>
      {lines ? <textarea rows={lines} {...shared} /> : <input type="text" {...shared} />}
      {hint && (
        <p class="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      <FieldProblems field={field} id={`${id}-p`} />
    </div>
  )
}
