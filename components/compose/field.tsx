import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { problemText } from '../../utils/i18n/problem-text'
import { Icon, type IconName } from '../icon'
import { useText } from '../text'
import { useForm } from './context'
import type { Level } from './problems'

const ICONS: Record<Level, IconName> = { wrong: 'warn', open: 'pen', warning: 'warn', second: 'clock' }

/** What is wrong, open or to be thought of at one field. */
export function FieldProblems({ field, id }: { field: string; id?: string }) {
  const { t } = useText()
  const { problems } = useForm()
  const here = problems.filter((one) => one.field === field)
  if (here.length === 0) return null
  return (
    <ul class="problems" id={id}>
      {here.map(({ problem, level }) => (
        <li class={level} key={`${level}${problem.code}`}>
          <Icon name={ICONS[level]} />
          <span>{problemText(t, problem)}</span>
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
  hint?: string
  value: string
  change: (value: string) => void
  /** Lines at the start; 0: one line for good. */
  lines?: number
  max?: number
  placeholder?: string
  lang?: string
  children?: ComponentChildren
}

/** A labelled text that grows with what is typed. */
export function TextField(props: TextFieldProps) {
  const { field, label, hint, value, change, lines = 0, max, placeholder, children } = props
  const { id, control } = useField(field, hint !== undefined)
  const shared = {
    ...control,
    value,
    maxLength: max,
    placeholder,
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
