import { useId } from 'preact/hooks'

type SwitchProps = {
  label: string
  hint?: string
  on: boolean
  disabled?: boolean
  change: (on: boolean) => void
}

/** A setting that is on or off, at once. It shows what is so: when the change fails, it goes back by itself. */
export function Switch({ label, hint, on, disabled = false, change }: SwitchProps) {
  const id = useId()
  return (
    <div class="switch-row">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          const wanted = event.currentTarget.checked
          event.currentTarget.checked = on
          change(wanted)
        }}
      />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
