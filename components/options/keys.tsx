import { useEffect, useState } from 'preact/hooks'
import { browser } from '../../utils/browser'
import { Button } from '../controls/button'
import { Section } from '../controls/section'
import { useText } from '../text'

type Command = { name?: string; description?: string; shortcut?: string }

/** Keys inside our own parts: they can't be changed. */
const OWN = {
  form: [
    ['Enter', 'pick'],
    ['Ctrl+Enter', 'send'],
    ['Esc', 'close'],
  ],
  popup: [
    ['/', 'search'],
    ['Enter', 'open'],
    ['?', 'help'],
  ],
} as const

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
              <dt>{name === '_execute_action' ? t('options.keys.action') : description}</dt>
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
      {(['form', 'popup'] as const).map((part) => (
        <div class="card" key={part}>
          <h3>{t(`options.keys.${part}`)}</h3>
          <dl class="keys">
            {OWN[part].map(([key, what]) => (
              <div key={key}>
                <dt>{t(`options.keys.${part}.${what}` as 'options.keys.form.pick')}</dt>
                <dd>
                  <kbd>{key}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Section>
  )
}
