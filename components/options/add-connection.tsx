import { useEffect, useRef, useState } from 'preact/hooks'
import { browser } from '../../utils/browser'
import { hostMatch } from '../../utils/connectors/host'
import type { Connection } from '../../utils/messages'
import type { Problem } from '../../utils/problem'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { Message } from '../controls/message'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'

type Way = 'link' | 'token'

/**
 * Adds a backend by its enrolment link, or by address and token. The secret is handed to the background, which keeps
 * it encrypted; it never comes back, and the field is emptied.
 */
export function AddConnection({ added }: { added: (connection: Connection) => unknown }) {
  const { t } = useText()
  const [way, setWay] = useState<Way>('link')
  const [link, setLink] = useState('')
  const [address, setAddress] = useState('')
  const token = useRef<HTMLInputElement>(null)
  const [name, setName] = useState<string | null>(null)
  const { busy, problem, run, forget } = useWork()
  const origin = hostMatch(way === 'link' ? link : address)

  const add = () =>
    run(async () => {
      setName(null)
      const connection =
        way === 'link'
          ? await ask('connection.enrol', { link })
          : await ask('connection.add', { address, token: token.current?.value ?? '' })
      if (token.current) token.current.value = ''
      setLink('')
      setAddress('')
      setName(connection.name)
      await added(connection)
    })

  return (
    <form
      class="card add"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void add()
      }}
    >
      <h3>{t('options.connections.add')}</h3>
      <fieldset class="ways">
        <legend class="unseen">{t('options.connections.way')}</legend>
        {(['link', 'token'] as const).map((one) => (
          <label class="choice" key={one}>
            <input
              type="radio"
              name="way"
              checked={way === one}
              onChange={() => {
                setWay(one)
                forget()
              }}
            />
            {t(`options.connections.by.${one}`)}
          </label>
        ))}
      </fieldset>
      {way === 'link' ? (
        <Field label={t('options.connections.link')} hint={t('options.connections.linkHint')}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              required
              placeholder="https://…/enrol#…"
              value={link}
              onInput={(event) => setLink(event.currentTarget.value)}
            />
          )}
        </Field>
      ) : (
        <>
          <Field label={t('options.connections.address')} hint={t('options.connections.addressHint')}>
            {(control) => (
              <input
                {...control}
                type="text"
                inputMode="url"
                autocomplete="off"
                spellcheck={false}
                required
                placeholder="https://"
                value={address}
                onInput={(event) => setAddress(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t('options.connections.token')} hint={t('options.connections.tokenHint')}>
            {(control) => <input {...control} ref={token} type="password" autocomplete="off" required />}
          </Field>
        </>
      )}
      {problem && (
        <ProblemNote problem={problem}>
          {problem.code === 'backendUnreached' && origin && (
            <Permit origin={origin} problem={problem} again={add} />
          )}
        </ProblemNote>
      )}
      {name && <Message tone="good">{t('options.connections.added', { name })}</Message>}
      <div class="buttons">
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? t('options.connections.adding') : t('options.connections.addIt')}
        </Button>
      </div>
    </form>
  )
}

/**
 * A backend that sends no CORS headers (or stands in the local network) can only be read with a host permission. The
 * browser's question has to come straight from a click, so it is asked for only now, when nothing could be read.
 */
function Permit(props: { origin: string; problem: Problem; again: () => unknown }) {
  const { t } = useText()
  const host = String(props.problem.params?.host ?? '')
  const [permitted, setPermitted] = useState(true)
  useEffect(
    () => void browser.permissions.contains({ origins: [props.origin] }).then(setPermitted),
    [props.origin],
  )
  if (permitted) return null
  const permit = async () => {
    if (await browser.permissions.request({ origins: [props.origin] })) await props.again()
  }
  return (
    <>
      <p class="small">{t('options.connections.permitHint', { host })}</p>
      <Button onClick={permit}>{t('options.connections.permit', { host })}</Button>
    </>
  )
}
