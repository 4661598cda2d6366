import { LOCALES, type Locale } from '../utils/i18n/catalogue'
import { type Settings, settings } from '../utils/settings'
import { useText } from './text'
import { useSettings } from './use-settings'

/** Each language in its own words: who does not read the present one finds it. */
const NAMES: Record<Locale, string> = { en: 'English', ru: 'Русский', kk: 'Қазақша' }

/** The interface's language: as the browser, or one of ours. It applies at once, on every page. */
export function LanguageChoice() {
  const { t } = useText()
  const now = useSettings()
  const choice = (value: Settings['language'], label: string, lang?: string) => (
    <label class="choice" key={value}>
      <input
        type="radio"
        name="language"
        checked={now?.language === value}
        onChange={() => void settings.set({ language: value })}
      />
      <span lang={lang}>{label}</span>
    </label>
  )
  return (
    <fieldset>
      <legend>{t('options.language.interface')}</legend>
      {choice('system', t('options.language.system'))}
      {LOCALES.map((locale) => choice(locale, NAMES[locale], locale))}
    </fieldset>
  )
}
