import { SHORTEST } from '../../utils/passphrase'
import { Field } from '../controls/field'
import { useText } from '../text'

type PassphraseProps = {
  label: string
  value: string
  change: (value: string) => void
  /** One that is thought up now: its least length is said. */
  fresh?: boolean
  /** Enter in the field; without it the form around does what it does. */
  enter?: () => void
}

/** A field for a passphrase. */
export function Passphrase({ label, value, change, fresh = false, enter }: PassphraseProps) {
  const { t } = useText()
  return (
    <Field label={label} {...(fresh ? { hint: t('options.storage.least', { least: SHORTEST }) } : {})}>
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
