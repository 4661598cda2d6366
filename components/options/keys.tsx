import { useEffect, useState } from 'preact/hooks'
import { browser } from '../../utils/browser'
import type { Key } from '../../utils/i18n/catalogue'
import { settings } from '../../utils/settings'
import { Button } from '../controls/button'
import { Section } from '../controls/section'
import { Switch } from '../controls/switch'
import { keysOf } from '../queue/keys-dialog'
import { useText } from '../text'
import { useSettings } from '../use-settings'

type Command = { name?: string; description?: string; shortcut?: string }

/** The manifest's commands in our own words: the browser gives them in its language, not in the one that was set. */
const COMMANDS = { _execute_action: 'options.keys.action', report: 'keys.report' } as const

const MAC = /Mac/.test(navigator.platform)

/** Keys of the form (`components/compose`): they can't be changed. */
const FORM = [
  { keys: ['↓', '↑'], words: 'options.keys.form.look' },
  { keys: ['Enter'], words: 'options.keys.form.pick' },
  { keys: ['1', '2', '3'], words: 'options.keys.form.answer' },
  { keys: [MAC ? '⌘ Enter' : 'Ctrl Enter'], words: 'options.keys.form.send' },
  { keys: [MAC ? '⌘ Z' : 'Ctrl Z'], words: 'options.keys.form.undo' },
  { keys: ['Esc'], words: 'options.keys.form.close' },
] as const

/** Firefox has a page of its own for it, Chromium an address. */
async function openShortcuts(): Promise<void> {
  const commands = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>
  }
  if (commands.openShortcutSettings) await commands.openShortcutSettings()
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
}

/** The shortcuts as they are in this browser, and the keys of form and popup. */
export function Keys() {
  const { t } = useText()
  const [commands, setCommands] = useState<Command[]>([])
  const letters = useSettings()?.singleKeys ?? true
  useEffect(() => {
    const look = () => void browser.commands.getAll().then(setCommands)
    look()
    // They are changed on a page of the browser's; this one is looked at again afterwards.
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [])
  return (
    <Section id="keys" title={t('options.keys.title')} lead={t('options.keys.lead')}>
      <div class="card">
        <h3>{t('options.keys.browser')}</h3>
        <dl class="keys">
          {commands.map(({ name = '', description, shortcut }) => (
            <div key={name}>
              <dt>{name in COMMANDS ? t(COMMANDS[name as keyof typeof COMMANDS]) : description}</dt>
              <dd>
                {shortcut ? <kbd>{shortcut}</kbd> : <span class="quiet">{t('options.keys.unset')}</span>}
              </dd>
            </div>
          ))}
        </dl>
        <p class="small quiet">{t('options.keys.hint')}</p>
        <div class="buttons">
          <Button onClick={() => void openShortcuts()}>{t('options.keys.change')}</Button>
        </div>
      </div>
      <div class="card">
        <h3>{t('options.keys.form')}</h3>
        <Rows rows={FORM} />
      </div>
      <div class="card">
        <h3>{t('options.keys.popup')}</h3>
        <Switch
          label={t('options.keys.letters')}
          hint={t('options.keys.lettersHint')}
          on={letters}
          change={(singleKeys) => void settings.set({ singleKeys })}
        />
        <Rows rows={keysOf({ letters, popup: true })} />
      </div>
    </Section>
  )
}

/** Keys with what they do. */
function Rows({ rows }: { rows: readonly { keys: readonly string[]; words: Key }[] }) {
  const { t } = useText()
  return (
    <dl class="keys">
      {rows.map(({ keys, words }) => (
        <div key={words}>
          <dt>{t(words)}</dt>
          <dd>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
