import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { Message } from '../controls/message'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'

type SignedFileProps<T> = {
  label: string
  hint: string
  /** Reads what is in the file, keeping nothing. */
  read: (text: string) => Promise<T>
  /** The key that signed it, and whether it signed what is here already. */
  by: (preview: T) => { fingerprint: string; known: boolean }
  show: (preview: T) => ComponentChildren
  keep: (text: string) => Promise<unknown>
  /** What is said once it is kept. */
  kept: (preview: T) => string
  /** Whoever shows what is here reads it again. */
  changed: () => Promise<void>
}

/** Takes a signed file in: it is read, shown with the key that signed it, and kept only after the comparison. */
export function SignedFile<T>({ label, hint, read, by, show, keep, kept, changed }: SignedFileProps<T>) {
  const { t } = useText()
  const file = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<{ text: string; preview: T } | null>(null)
  const [compared, setCompared] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const { busy, problem, run } = useWork()

  const choose = (one: File | undefined) => {
    setChosen(null)
    setCompared(false)
    setDone(null)
    if (!one) return
    void run(async () => {
      const text = await one.text()
      setChosen({ text, preview: await read(text) })
    })
  }
  const leave = () => {
    setChosen(null)
    if (file.current) file.current.value = ''
  }
  const take = ({ text, preview }: { text: string; preview: T }) =>
    run(async () => {
      await keep(text)
      setDone(kept(preview))
      leave()
      await changed()
    })
  const key = chosen && by(chosen.preview)

  return (
    <>
      <Field label={label} hint={hint}>
        {({ class: _, ...control }) => (
          <input
            {...control}
            ref={file}
            type="file"
            accept=".json,application/json"
            onChange={(event) => choose(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      {chosen && key && (
        <div class="preview">
          {show(chosen.preview)}
          <p>{t(key.known ? 'options.grounds.knownKey' : 'options.grounds.compare')}</p>
          <p class="fingerprint">
            <code>{key.fingerprint}</code>
          </p>
          {!key.known && (
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
            <Button
              kind="primary"
              busy={busy}
              disabled={!key.known && !compared}
              onClick={() => void take(chosen)}
            >
              {t('options.grounds.keep')}
            </Button>
            <Button kind="quiet" onClick={leave}>
              {t('common.cancel')}
            </Button>
          </div>
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
      {done !== null && <Message tone="good">{done}</Message>}
    </>
  )
}
