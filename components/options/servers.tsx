import { useState } from 'preact/hooks'
import { day } from '../../utils/i18n/formats'
import type { ServerInfo } from '../../utils/messages'
import { serverHost } from '../../utils/sites/server'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { Message } from '../controls/message'
import { addServer, removeServer } from '../permit-sites'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'

/** A server, and its software as people call it. */
export type Server = ServerInfo & { name: string }

/** Servers of the fediverse that the reviewer added, and the field for one more. */
export function Servers({ servers, changed }: { servers: Server[]; changed: () => Promise<void> }) {
  const { t, locale } = useText()
  const [silent, setSilent] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const { busy, problem, run } = useWork()

  const add = () => {
    const host = serverHost(text)
    if (!host) return setWrong(t('options.sites.serverWrong'))
    setWrong(null)
    void run(async () => {
      if (await addServer(host)) setText('')
      else setWrong(t('options.sites.refused', { site: host }))
      await changed()
    })
  }
  const readRules = (host: string) =>
    run(async () => {
      setSilent(null)
      if (!(await ask('site.rules', { host }))) setSilent(host)
      await changed()
    })
  const remove = (host: string) =>
    run(async () => {
      await removeServer(host)
      await changed()
    })

  return (
    <div class="servers">
      {servers.length > 0 && (
        <ul>
          {servers.map(({ host, name, rules }) => (
            <li key={host}>
              <bdi>{host}</bdi>
              <span class="small quiet">{name}</span>
              <span class="small quiet">
                {rules
                  ? t('options.sites.serverRules', {
                      count: rules.count,
                      date: day(rules.readAt, locale),
                    })
                  : t('options.sites.serverNoRules')}
              </span>
              <Button
                kind="quiet"
                busy={busy}
                aria-label={t('options.sites.serverRulesAgain', { host })}
                title={t('options.sites.serverRulesAgain', { host })}
                onClick={() => readRules(host)}
              >
                ↻
              </Button>
              <Button
                kind="quiet"
                aria-label={t('options.sites.serverRemove', { host })}
                onClick={() => remove(host)}
              >
                ✕
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="inline"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Field label={t('options.sites.server')} hint={t('options.sites.serverHint')} wrong={wrong}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              required
              placeholder="mastodon.example"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" busy={busy}>
          {t('options.sites.serverAdd')}
        </Button>
      </form>
      {silent && <Message>{t('options.sites.serverSilent', { host: silent })}</Message>}
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}
