import { useRef, useState } from 'preact/hooks'
import type { PackPreview } from '../../utils/messages'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { Message } from '../controls/message'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'

/** Imports a signed pack: it is read, shown with the key that signed it, and kept only after the comparison. */
export function ImportPack({ imported }: { imported: () => Promise<void> }) {
  const { t } = useText()
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<PackPreview | null>(null)
  const [compared, setCompared] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const { busy, problem, run } = useWork()

  const read = (chosen: File | undefined) => {
    setPreview(null)
    setCompared(false)
    setDone(null)
    if (!chosen) return
    void run(async () => {
      const whole = await chosen.text()
      setText(whole)
      setPreview(await ask('grounds.preview', { text: whole }))
    })
  }
  const leave = () => {
    setPreview(null)
    if (file.current) file.current.value = ''
  }
  const keep = () =>
    run(async () => {
      await ask('grounds.import', { text })
      setDone(preview?.title ?? '')
      leave()
      await imported()
    })

  return (
    <div class="card">
      <Field label={t('options.grounds.import')} hint={t('options.grounds.importHint')}>
        {({ class: _, ...control }) => (
          <input
            {...control}
            ref={file}
            type="file"
            accept=".json,application/json"
            onChange={(event) => read(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      {preview && (
        <div class="preview">
          <h3>
            {preview.title} · {t('options.grounds.versionOf', { version: preview.version })}
          </h3>
          <p class="small quiet">
            {t('options.grounds.holds', { count: preview.grounds })} {preview.sample.join(' · ')}
            {preview.grounds > preview.sample.length && ' …'}
          </p>
          <p>{t(preview.known ? 'options.grounds.knownKey' : 'options.grounds.compare')}</p>
          <p class="fingerprint">
            <code>{preview.signed.fingerprint}</code>
          </p>
          {!preview.known && (
            <label class="choice">
              <input
                type="checkbox"
                checked={compared}
                onChange={(event) => setCompared(event.currentTarget.checked)}
              />
              {t('options.grounds.compared')}
            </label>
          )}
          <div class="buttons">
            <Button kind="primary" busy={busy} disabled={!preview.known && !compared} onClick={keep}>
              {t('options.grounds.keep')}
            </Button>
            <Button kind="quiet" onClick={leave}>
              {t('common.cancel')}
            </Button>
          </div>
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
      {done !== null && <Message tone="good">{t('options.grounds.done', { pack: done })}</Message>}
    </div>
  )
}
