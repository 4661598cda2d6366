import { useState } from 'preact/hooks'
import { Icon } from '../icon'
import { LanguageChoice } from '../language-choice'
import { AddConnection } from '../options/add-connection'
import { useText } from '../text'
import './welcome.css'

/** Shown once after the install: language, a notice to practise, a connection. Nothing of it holds anybody up. */
export function Welcome() {
  const { t } = useText()
  const [connected, setConnected] = useState(false)
  return (
    <main class="welcome">
      <header>
        <h1>
          <Icon name="flag" /> {t('welcome.title')}
        </h1>
        <p class="quiet">{t('welcome.lead')}</p>
      </header>
      <ol>
        <li>
          <h2>{t('welcome.language')}</h2>
          <LanguageChoice />
        </li>
        <li>
          <h2>{t('welcome.try')}</h2>
          <p>{t('welcome.tryHint')}</p>
          <p>
            <a class="button primary" href="practice.html" target="_blank" rel="noopener">
              {t('options.practice.open')}
            </a>
          </p>
        </li>
        <li>
          <h2>{t('welcome.connect')}</h2>
          <p>{t('welcome.connectHint')}</p>
          <AddConnection added={() => setConnected(true)} />
          {connected && (
            <div class="card">
              <h3>{t('welcome.sites')}</h3>
              <p>{t('welcome.sitesHint')}</p>
              <p>
                <a class="button primary" href="options.html#sites">
                  {t('welcome.sitesOpen')}
                </a>
              </p>
            </div>
          )}
        </li>
      </ol>
      <p class="quiet">
        {t('welcome.done')} <a href="options.html">{t('welcome.options')}</a>
      </p>
    </main>
  )
}
