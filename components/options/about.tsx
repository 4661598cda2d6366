import { useState } from 'preact/hooks'
import { browser } from '../../utils/browser'
import { PRACTICE_ID } from '../../utils/connectors/connections'
import { diagnostics } from '../../utils/diagnostics'
import { settings } from '../../utils/settings'
import { Button } from '../controls/button'
import { Section } from '../controls/section'
import { Switch } from '../controls/switch'
import { ProblemNote } from '../problem'
import { save } from '../save'
import { useText } from '../text'
import { useAsked, useWork } from '../use-asked'
import { useSettings } from '../use-settings'

/** What this is, what it can read, where it sends, and how it is: without any content. */
export function About() {
  const { t } = useText()
  const now = useSettings()
  const { value: sites } = useAsked('site.list', {})
  const { value: connections } = useAsked('connection.list', {})
  const reads = sites?.filter(({ granted }) => granted).map(({ name }) => name) ?? []
  const sends = connections?.filter(({ id }) => id !== PRACTICE_ID).map(({ address }) => address) ?? []
  return (
    <Section id="about" title={t('options.about.title')} lead={t('options.about.lead')}>
      <div class="card">
        <dl class="facts">
          <dt>{t('options.about.version')}</dt>
          <dd>{browser.runtime.getManifest().version}</dd>
          <dt>{t('options.about.licence')}</dt>
          <dd>MIT</dd>
          <dt>{t('options.about.reads')}</dt>
          <dd>{reads.length > 0 ? reads.join(', ') : t('options.about.readsNothing')}</dd>
          <dt>{t('options.about.sends')}</dt>
          <dd>
            {sends.length > 0
              ? sends.map((address) => (
                  <div key={address}>
                    <bdi>{address}</bdi>
                  </div>
                ))
              : t('options.about.sendsNothing')}
          </dd>
        </dl>
        <p class="small quiet">{t('options.about.nothingElse')}</p>
      </div>
      <div class="card">
        <p>
          <a href="report.html">{t('report.title')}</a>
        </p>
        <p>
          <a href="mirror.html">{t('mirror.title')}</a>
        </p>
      </div>
      <Diagnostics />
      {now && (
        <div class="card">
          <Switch
            label={t('options.about.fixtures')}
            hint={t('options.about.fixturesHint')}
            on={now.fixtures}
            change={(fixtures) => settings.set({ fixtures })}
          />
        </div>
      )}
    </Section>
  )
}

/** A copyable account of how the extension is: figures and codes, nothing of what was reported. */
function Diagnostics() {
  const { t } = useText()
  const [text, setText] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  const { busy, problem, run } = useWork()
  const make = () =>
    run(async () => {
      setCopied(false)
      setText(JSON.stringify(await diagnostics(), null, 2))
    })
  const copy = () =>
    run(async () => {
      await navigator.clipboard.writeText(text ?? '')
      setCopied(true)
    })
  return (
    <div class="card">
      <h3>{t('options.about.diagnostics')}</h3>
      <p class="quiet">{t('options.about.diagnosticsHint')}</p>
      {text && (
        <textarea
          class="input mono"
          readOnly
          rows={16}
          aria-label={t('options.about.diagnostics')}
          value={text}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
      <div class="buttons">
        <Button busy={busy} onClick={make}>
          {t('options.about.make')}
        </Button>
        {text && <Button onClick={copy}>{t('options.about.copy')}</Button>}
        {text && (
          <Button onClick={() => save('flagpost-diagnostics.json', 'application/json', text)}>
            {t('options.about.save')}
          </Button>
        )}
        <span class="small quiet" role="status">
          {copied && t('options.about.copied')}
        </span>
      </div>
    </div>
  )
}
