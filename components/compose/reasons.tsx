import { useText } from '../text'
import { useForm } from './context'
import { TextField } from './field'

/** Where due process asks for a reason why the reviewer goes on, it is given here, and goes out with the notice. */
export function Reasons() {
  const { t } = useText()
  const { form, change, problems } = useForm()
  const asked = problems.flatMap(({ field }) => (field.startsWith('reasons.') ? [field.slice(8)] : []))
  const codes = [...new Set([...Object.keys(form.reasons ?? {}), ...asked])]
  if (codes.length === 0) return null
  return (
    <section class="reasons">
      {codes.map((code) => (
        <TextField
          key={code}
          field={`reasons.${code}`}
          label={t(code === 'correction' ? 'compose.reasonCorrection' : 'compose.reason')}
          value={form.reasons?.[code] ?? ''}
          max={1000}
          lines={2}
          change={(reason) => change((now) => ({ ...now, reasons: { ...now.reasons, [code]: reason } }))}
        />
      ))}
    </section>
  )
}
