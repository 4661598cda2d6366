import { useRef, useState } from 'preact/hooks'
import { day } from '../../utils/i18n/formats'
import type { SitePackPreview } from '../../utils/messages'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { Message } from '../controls/message'
import { Switch } from '../controls/switch'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useAsked, useWork } from '../use-asked'

/** The rules by which sites are read: the shipped ones, and newer ones that came as a signed pack. */
export function SiteRules({ changed }: { changed: () => Promise<void> }) {
  const { t, locale } = useText()
  const { value, problem, again } = useAsked('rules.state', {})
  const { busy, problem: wrong, run } = useWork()
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<SitePackPreview | null>(null)
  const [compared, setCompared] = useState(false)
  const [done, setDone] = useState(false)

  const look = async () => {
    await Promise.all([again(), changed()])
  }
  const leave = () => {
    setPreview(null)
    setCompared(false)
    if (file.current) file.current.value = ''
  }
  const read = (chosen: File | undefined) => {
    setDone(false)
    setPreview(null)
    setCompared(false)
    if (!chosen) return
    void run(async () => {
      const whole = await chosen.text()
      setText(whole)
      setPreview(await ask('rules.preview', { text: whole }))
    })
  }
  const keep = () =>
    run(async () => {
      await ask('rules.import', { text })
      leave()
      setDone(true)
      await look()
    })
  const set = (shippedOnly: boolean) =>
    run(async () => {
      await ask('rules.shipped', { only: shippedOnly })
      await look()
    })
  const drop = () =>
    run(async () => {
      await ask('rules.drop', {})
      await look()
    })
  const date = (instant: string | number) =>
    day(typeof instant === 'string' ? Date.parse(instant) : instant, locale)
  const pack = value?.pack ?? null

  return (
    <div class="card">
      <h3>{t('options.rules.title')}</h3>
      <p class="small quiet">{t('options.rules.lead')}</p>
      {problem && <ProblemNote problem={problem} />}
      {value && !pack && <p>{t('options.rules.shipped')}</p>}
      {pack && (
        <>
          <p>
            {t('options.rules.pack', {
              pack: pack.id,
              version: pack.version,
              issued: date(pack.issuedAt),
              until: date(pack.expiresAt),
            })}{' '}
            {pack.sites.join(' · ')}
          </p>
          <p class="fingerprint">
            <span class="small quiet">{t('options.grounds.signedBy')} </span>
            <code>{pack.fingerprint}</code>
          </p>
          {pack.over && (
            <ProblemNote problem={{ code: pack.over, params: { day: pack.expiresAt.slice(0, 10) } }} />
          )}
          <Button kind="quiet" onClick={drop}>
            {t('options.rules.drop')}
          </Button>
        </>
      )}
      {value && (
        <Switch
          label={t('options.rules.only')}
          hint={t('options.rules.onlyHint')}
          on={value.shippedOnly}
          change={set}
        />
      )}
      <Field label={t('options.rules.import')} hint={t('options.rules.importHint')}>
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
          <p>
            {t('options.rules.pack', {
              pack: preview.id,
              version: preview.version,
              issued: date(preview.issuedAt),
              until: date(preview.expiresAt),
            })}{' '}
            {preview.sites.join(' · ')}
          </p>
          <p>{t(preview.known ? 'options.grounds.knownKey' : 'options.grounds.compare')}</p>
          <p class="fingerprint">
            <code>{preview.fingerprint}</code>
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
      {wrong && <ProblemNote problem={wrong} />}
      {done && <Message tone="good">{t('options.rules.done')}</Message>}
    </div>
  )
}
