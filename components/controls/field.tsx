import type { ComponentChild, JSX } from 'preact'
import { useId } from 'preact/hooks'

/** What the control inside a field needs, to be spread over it. */
export type ControlProps = {
  id: string
  class: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

type FieldProps = {
  label: string
  /** What it does, what it costs. */
  hint?: string
  /** What is wrong with it; shown under the control. */
  wrong?: string | null
  children: (control: ControlProps) => ComponentChild
}

/** Label, control, and under it the hint, with the problem first where there is one. */
export function Field({ label, hint, wrong, children }: FieldProps): JSX.Element {
  const id = useId()
  const described = [wrong && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        class: 'input',
        ...(described ? { 'aria-describedby': described } : {}),
        ...(wrong ? { 'aria-invalid': true as const } : {}),
      })}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
