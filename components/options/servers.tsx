import { useState } from 'preact/hooks'
import { serverHost } from '../../utils/sites/server'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { addServer, removeServer } from '../permit-sites'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'

/** A server by its host name, and its software as people call it. */
export type Server = { host: string; name: string }

/** Servers of the fediverse that the reviewer added, and the field for one more. */
export function Servers({ servers, changed }: { servers: Server[]; changed: () => Promise<void> }) {
  const { t } = useText()
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
  const remove = (host: string) =>
    run(async () => {
      await removeServer(host)
      await changed()
    })

  return (
    <div class="servers">
      {servers.length > 0 && (
        <ul>
          {servers.map(({ host, name }) => (
            <li key={host}>
              <bdi>{host}</bdi>
              <span class="small quiet">{name}</span>
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
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}
