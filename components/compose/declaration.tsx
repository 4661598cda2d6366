import type { DraftView } from '../../utils/messages'
import { useText } from '../text'
import { useForm } from './context'
import { FieldProblems, TextField, useField } from './field'

/** The good-faith statement, made anew for each notice and never by us; and the organisation's case number. */
export function Declaration({ declaration }: { declaration: DraftView['declaration'] }) {
  const { t } = useText()
  const { form, change } = useForm()
  const { id, control } = useField('goodFaith', true)
  const { readOnly: disabled, ...rest } = control
  return (
    <section class="declaration" aria-label={t('compose.declaration')}>
      <TextField
        field="reference"
        label={t('compose.reference')}
        value={form.reference}
        max={100}
        change={(reference) => change((now) => ({ ...now, reference }))}
      />
      <label class="choice" for={id}>
        <input
          type="checkbox"
          {...rest}
          disabled={disabled}
          checked={form.goodFaith}
          onChange={({ currentTarget: { checked } }) => change((now) => ({ ...now, goodFaith: checked }))}
        />
        <span lang={declaration.language}>{declaration.text}</span>
      </label>
      <p class="hint" id={`${id}-h`}>
        {t('compose.declaration')} · {t('compose.version', { version: declaration.version })}
      </p>
      <FieldProblems field="goodFaith" id={`${id}-p`} />
    </section>
  )
}
