import { settings } from '../../utils/settings'
import { Field } from '../controls/field'
import { Section } from '../controls/section'
import { Switch } from '../controls/switch'
import { useText } from '../text'
import { useInForce } from '../use-settings'
import { VaultCard } from './vault'
import { Wipe } from './wipe'

const UNDO = [0, 5, 10, 20, 30, 60, 120, 300]
const FACTS = ['when', 'what', 'class', 'people', 'kept', 'sent'] as const

/** How the form opens, how long a notice can be taken back, what is captured and kept; and the end of it all. */
export function Privacy() {
  const { t } = useText()
  const now = useInForce()
  if (!now) return <Section id="privacy" title={t('options.privacy.title')} children={null} />
  const seconds = UNDO.includes(now.undoSeconds) ? UNDO : [...UNDO, now.undoSeconds].sort((a, b) => a - b)
  /** Who has set it, where it is not the reviewer's to change. */
  const hint = (name: (typeof now.fixed)[number], words: string) =>
    now.fixed.includes(name) ? `${t('options.fixed')} ${words}` : words
  return (
    <Section id="privacy" title={t('options.privacy.title')} lead={t('options.privacy.lead')}>
      <div class="card">
        <Switch
          label={t('options.privacy.quiet')}
          hint={hint('quiet', t('options.privacy.quietHint'))}
          on={now.quiet}
          disabled={now.fixed.includes('quiet')}
          change={(quiet) => void settings.set({ quiet })}
        />
        <hr />
        <Switch
          label={t('options.privacy.ownWindow')}
          hint={hint('ownWindow', t('options.privacy.ownWindowHint'))}
          on={now.ownWindow}
          disabled={now.fixed.includes('ownWindow')}
          change={(ownWindow) => void settings.set({ ownWindow })}
        />
        <hr />
        <Field label={t('options.privacy.undo')} hint={t('options.privacy.undoHint')}>
          {(control) => (
            <select
              {...control}
              class="input short"
              value={String(now.undoSeconds)}
              onChange={(event) => void settings.set({ undoSeconds: Number(event.currentTarget.value) })}
            >
              {seconds.map((count) => (
                <option key={count} value={String(count)}>
                  {count === 0 ? t('options.privacy.noUndo') : t('options.privacy.seconds', { count })}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div class="card">
        <h3>{t('options.privacy.facts')}</h3>
        <dl class="pairs">
          {FACTS.map((fact) => (
            <div key={fact}>
              <dt>{t(`options.privacy.${fact}`)}</dt>
              <dd>{t(`options.privacy.${fact}Is`)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <VaultCard fixed={now.fixed.includes('lockMinutes')} />
      <Wipe />
    </Section>
  )
}
