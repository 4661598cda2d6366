import { useState } from 'preact/hooks'
import { isPause } from '../../utils/connectors/pause'
import { size } from '../../utils/i18n/formats'
import type { Connection } from '../../utils/messages'
import type { Problem } from '../../utils/problem'
import { ask } from '../ask'
import { Ago } from '../controls/ago'
import { Button } from '../controls/button'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useAsked, useWork } from '../use-asked'
import { RemoveConnection } from './remove-connection'

type CardProps = {
  connection: Connection
  /** New notices go here. */
  standard: boolean
  several: boolean
  changed: () => Promise<void>
}

/** One backend: who you are there, how it is, what it takes. */
export function ConnectionCard({ connection, standard, several, changed }: CardProps) {
  const { t } = useText()
  const { id, name, address, account, problem } = connection
  const { value: keys } = useAsked('connection.keys', { connectionId: id })
  const testing = useWork()
  const preferring = useWork()
  const [tested, setTested] = useState(false)
  const [removing, setRemoving] = useState(false)

  const test = async () => {
    setTested(false)
    await testing.run(() => ask('connection.test', { connectionId: id }))
    await changed()
    setTested(true)
  }
  const prefer = () =>
    preferring.run(async () => {
      await ask('connection.prefer', { connectionId: id })
      await changed()
    })

  const { organisation } = account
  return (
    <article class="card" aria-label={name}>
      <header class="card-head">
        <div>
          <h3>{name}</h3>
          <p class="small quiet">
            <bdi>{address}</bdi>
          </p>
        </div>
        <Health problem={problem} />
      </header>
      <dl class="facts">
        <dt>{t('options.connections.account')}</dt>
        <dd>
          <bdi>{organisation.name}</bdi>
          {organisation.country && ` (${organisation.country})`} · <bdi>{account.reviewerCode}</bdi> ·{' '}
          {t(`options.connections.role.${account.role}`)}
        </dd>
        <dt>{t('options.connections.takes')}</dt>
        <dd>{t('options.connections.evidence', { size: size(account.maxEvidenceBytes, t) })}</dd>
        <dt>{t('options.connections.lastSeen')}</dt>
        <dd>{connection.lastSeen === null ? t('time.never') : <Ago at={connection.lastSeen} />}</dd>
        <dt>{t('options.connections.key')}</dt>
        <dd>
          {keys?.map((key) => (
            <code key={key} title={key}>
              {key.slice(0, 16)}…
            </code>
          ))}{' '}
          <span class="quiet">{t('options.connections.keyHint')}</span>
        </dd>
      </dl>
      {problem && <ProblemNote problem={problem} tone={isPause(problem) ? 'stops' : 'waits'} />}
      {testing.problem && <ProblemNote problem={testing.problem} />}
      <footer class="buttons">
        <Button busy={testing.busy} onClick={test}>
          {t('options.connections.test')}
        </Button>
        {several && !standard && (
          <Button busy={preferring.busy} onClick={prefer}>
            {t('options.connections.prefer')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => setRemoving(true)}>
          {t('options.connections.remove')}
        </Button>
        <span class="small quiet" role="status">
          {tested && !problem && t('options.connections.tested')}
        </span>
        {several && standard && <span class="chip accent end">{t('options.connections.standard')}</span>}
      </footer>
      {removing && (
        <RemoveConnection connection={connection} close={() => setRemoving(false)} removed={changed} />
      )}
    </article>
  )
}

/** How it is, in a word, a sign and a colour. */
function Health({ problem }: { problem: Problem | null }) {
  const { t } = useText()
  if (problem === null) return <span class="chip good">● {t('options.connections.health.good')}</span>
  return isPause(problem) ? (
    <span class="chip bad">▲ {t('options.connections.health.you')}</span>
  ) : (
    <span class="chip warn">◐ {t('options.connections.health.waits')}</span>
  )
}
