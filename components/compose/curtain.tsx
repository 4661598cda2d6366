import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../icon'
import { useText } from '../text'
import { keysAway } from './keys-away'

type CurtainProps = {
  /** It was the page; else it may have been the person, whose focus is left where it went. */
  sure: boolean
  goOn: () => void
  ownWindow: () => void
}

/**
 * Covers the form when the page took the keyboard: what is typed now, the page reads. No button has the focus, so
 * that a key that was meant for a word does not open it.
 */
export function Curtain({ sure, goOn, ownWindow }: CurtainProps) {
  const { t } = useText()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sure && !keysAway()) panel.current?.focus()
  }, [sure])
  return (
    <div
      ref={panel}
      class="curtain"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="curtain-title"
      aria-describedby="curtain-hint"
      tabIndex={-1}
    >
      <Icon name="warn" />
      <h2 id="curtain-title">{t('compose.curtain')}</h2>
      <p id="curtain-hint">{t('compose.curtainHint')}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={(event) => event.isTrusted && ownWindow()}>
          <Icon name="window" /> {t('compose.ownWindow')}
        </button>
        <button type="button" onClick={(event) => event.isTrusted && goOn()}>
          {t('compose.curtainBack')}
        </button>
      </div>
    </div>
  )
}
