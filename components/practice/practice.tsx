import { Icon } from '../icon'
import { useText } from '../text'
import { Desk } from './desk'
import { Feed } from './feed'
import './practice.css'

const LESSONS = ['stranger', 'ground', 'why'] as const

/** The practice desk: the feed on one side, the platform's desk on the other; what happens on one shows on the other. */
export function Practice() {
  const { t } = useText()
  return (
    <div class="practice">
      <header class="practice-head">
        <h1>
          <Icon name="flag" /> {t('practice.title')}
        </h1>
        <p class="quiet">{t('practice.lead')}</p>
        <ol class="lessons">
          {LESSONS.map((lesson, i) => (
            <li key={lesson} class="card">
              <h2>
                <span class="number">{i + 1}</span> {t(`practice.lesson.${lesson}`)}
              </h2>
              <p>{t(`practice.lesson.${lesson}Is`)}</p>
            </li>
          ))}
        </ol>
      </header>
      <main class="sides">
        <section aria-labelledby="feed-title">
          <h2 id="feed-title">{t('practice.feed')}</h2>
          <p class="quiet small">{t('practice.feedHint')}</p>
          <Feed />
          <p class="quiet small">{t('practice.anyPage')}</p>
        </section>
        <section aria-labelledby="desk-title">
          <h2 id="desk-title">{t('practice.desk')}</h2>
          <p class="quiet small">{t('practice.deskHint')}</p>
          <Desk />
        </section>
      </main>
    </div>
  )
}
