import { Section } from '../controls/section'
import { useText } from '../text'

/** What practising is, and the way there. */
export function PracticeSection() {
  const { t } = useText()
  return (
    <Section id="practice" title={t('options.practice.title')} lead={t('options.practice.lead')}>
      <div class="card">
        <p>{t('options.practice.hint')}</p>
        <div class="buttons">
          <a class="button primary" href="practice.html">
            {t('options.practice.open')}
          </a>
        </div>
      </div>
    </Section>
  )
}
