import { Field } from '../controls/field'

type PassphraseProps = {
  label: string
  hint?: string
  value: string
  change: (value: string) => void
  /** One that is thought up now. */
  fresh?: boolean
  /** Enter in the field; without it the form around does what it does. */
  enter?: () => void
}

/** A field for a passphrase. */
export function Passphrase({ label, hint, value, change, fresh = false, enter }: PassphraseProps) {
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {(control) => (
        <input
          {...control}
          type="password"
          autocomplete={fresh ? 'new-password' : 'off'}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (!enter || event.key !== 'Enter') return
            event.preventDefault()
            enter()
          }}
        />
      )}
    </Field>
  )
}
