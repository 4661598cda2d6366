import { Section } from '../controls/section'
import { LanguageChoice } from '../language-choice'
import { useText } from '../text'

/** Language of the interface, and what the colours follow. */
export function Language() {
  const { t } = useText()
  return (
    <Section id="language" title={t('options.language.title')} lead={t('options.language.lead')}>
      <div class="card">
        <LanguageChoice />
      </div>
      <div class="card">
        <h3>{t('options.language.look')}</h3>
        <p class="quiet">{t('options.language.lookHint')}</p>
      </div>
    </Section>
  )
}
