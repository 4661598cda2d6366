import type { Form } from '../../utils/messages'
import type { Item } from '../../utils/notice'
import { useText } from '../text'
import { useForm } from './context'
import { FieldProblems, TextField, useField } from './field'

type Field = keyof Form['item']
export const FIELDS: readonly Field[] = ['permalink', 'authorName', 'authorHandle', 'time', 'text']
const LIMITS = { permalink: 2000, authorName: 500, authorHandle: 300, text: 100_000 }

/** Instant → the browser's own field for date and time, in the reviewer's time zone; '' where there is none. */
function local(instant: string | null): string {
  if (!instant || Number.isNaN(Date.parse(instant))) return ''
  const date = new Date(instant)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** The item's fields, each to be mended by hand; a field that is as it was read again is not mended. */
export function Mend({ read, only }: { read: Item; only: Field | null }) {
  const { t } = useText()
  const { form, change } = useForm()
  const asRead: Record<Field, string> = {
    permalink: read.permalink ?? '',
    authorName: read.author.name ?? '',
    authorHandle: read.author.handle ?? '',
    time: read.time ?? '',
    text: read.text ?? '',
  }
  const set = (field: Field, value: string) =>
    change((now) => {
      const { [field]: _, ...others } = now.item
      return {
        ...now,
        item: value === '' || value === asRead[field] ? others : { ...others, [field]: value },
      }
    })

  return (
    <div class="mend">
      {FIELDS.filter((field) => only === null || field === only).map((field) =>
        field === 'time' ? (
          <TimeField
            key={field}
            value={form.item.time ?? asRead.time}
            change={(value) => set('time', value)}
          />
        ) : (
          <TextField
            key={field}
            field={`item.${field}`}
            label={t(`compose.field.${field}`)}
            hint={hintOf(field)}
            lines={field === 'text' ? 3 : 0}
            max={LIMITS[field]}
            value={form.item[field] ?? asRead[field]}
            change={(value) => set(field, value)}
          />
        ),
      )}
    </div>
  )

  function hintOf(field: Field): string | undefined {
    if (field === 'permalink' && !asRead.permalink) return t('compose.permalinkNeeded')
    return asRead[field] === '' ? t('compose.missing') : undefined
  }
}

function TimeField({ value, change }: { value: string; change: (instant: string) => void }) {
  const { t } = useText()
  const { id, control } = useField('item.time')
  return (
    <div class="field">
      <label for={id}>{t('compose.field.time')}</label>
      <input
        type="datetime-local"
        {...control}
        value={local(value)}
        onInput={({ currentTarget }) => {
          const at = Date.parse(currentTarget.value)
          change(Number.isNaN(at) ? '' : new Date(at).toISOString())
        }}
      />
      <FieldProblems field="item.time" id={`${id}-p`} />
    </div>
  )
}
