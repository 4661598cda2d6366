import type { ComponentChildren } from 'preact'
import { Button } from '../controls/button'
import { useText } from '../text'

type FootProps = {
  /** The ways to other pages. */
  children: ComponentChildren
  paused: boolean
  pause: () => void
  showKeys: () => void
}

/** The foot of popup and list: the ways out, pause, and the list of keys. */
export function QueueFoot({ children, paused, pause, showKeys }: FootProps) {
  const { t } = useText()
  return (
    <footer class="foot">
      {children}
      <Button kind="quiet" onClick={pause} aria-pressed={paused}>
        {t(paused ? 'popup.resume' : 'popup.pause')}
      </Button>
      <Button kind="quiet" onClick={showKeys} aria-label={t('popup.keys')}>
        <kbd>?</kbd>
      </Button>
    </footer>
  )
}
