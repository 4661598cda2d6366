import { useState } from 'preact/hooks'
import { day } from '../../utils/i18n/formats'
import type { PackInfo } from '../../utils/messages'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Confirm } from '../controls/confirm'
import { Section } from '../controls/section'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useAsked, useWork } from '../use-asked'
import { ImportPack } from './import-pack'

/** The packs that grounds come from: an organisation's own first, then those of the extension. */
export function Grounds() {
  const { t } = useText()
  const { value: packs, problem, again } = useAsked('grounds.packs', {})
  const own = packs?.filter(({ signed }) => signed) ?? []
  const shipped = packs?.filter(({ signed }) => !signed) ?? []
  const all = shipped.reduce((sum, { grounds }) => sum + grounds, 0)
  return (
    <Section id="grounds" title={t('options.grounds.title')} lead={t('options.grounds.lead')}>
      {problem && <ProblemNote problem={problem} />}
      {own.length > 0 && (
        <ul class="cards">
          {own.map((pack) => (
            <li key={pack.id}>
              <OwnPack pack={pack} changed={again} />
            </li>
          ))}
        </ul>
      )}
      <ImportPack imported={again} />
      {packs && (
        <table class="table">
          <caption>{t('options.grounds.shipped', { packs: shipped.length, grounds: all })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('options.grounds.pack')}</th>
              <th scope="col" class="figure">
                {t('options.grounds.version')}
              </th>
              <th scope="col" class="figure">
                {t('options.grounds.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shipped.map(({ id, title, version, grounds }) => (
              <tr key={id}>
                <td>{title}</td>
                <td class="figure">{version}</td>
                <td class="figure">{grounds}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

/** A pack that an organisation signed: which key, since when; it can be taken away. */
function OwnPack({ pack, changed }: { pack: PackInfo; changed: () => Promise<void> }) {
  const { t, locale } = useText()
  const [asking, setAsking] = useState(false)
  const { problem, run } = useWork()
  const remove = () =>
    run(async () => {
      await ask('grounds.remove', { packId: pack.id })
      setAsking(false)
      await changed()
    })
  return (
    <article class="card" aria-label={pack.title}>
      <header class="card-head">
        <h3>{pack.title}</h3>
        <span class="chip accent">{t('options.grounds.own')}</span>
      </header>
      <dl class="facts">
        <dt>{t('options.grounds.version')}</dt>
        <dd>{pack.version}</dd>
        <dt>{t('options.grounds.count')}</dt>
        <dd>{pack.grounds}</dd>
        <dt>{t('options.grounds.signedBy')}</dt>
        <dd>
          <code>{pack.signed?.fingerprint}</code>
        </dd>
        <dt>{t('options.grounds.importedOn')}</dt>
        <dd>{day(pack.signed?.importedAt ?? 0, locale)}</dd>
      </dl>
      {problem && <ProblemNote problem={problem} />}
      <footer class="buttons">
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('options.grounds.remove')}
        </Button>
      </footer>
      {asking && (
        <Confirm
          title={t('options.grounds.removeTitle', { pack: pack.title })}
          action={t('options.grounds.remove')}
          confirm={remove}
          cancel={() => setAsking(false)}
        >
          <p>{t('options.grounds.removeHint')}</p>
        </Confirm>
      )}
    </article>
  )
}
