import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { useText } from '../text'
import { useForm } from './context'

type FootProps = {
  button: RefObject<HTMLButtonElement | null>
  /** Why it can't be sent now; null: it can. */
  off: string | null
  sending: boolean
  send: (event: Event) => void
  keep: () => void
  discard: () => void
  /** Shows what leaves; null: it is being shown. */
  preview: (() => void) | null
  /** Opens the form in its own window, where that helps. */
  ownWindow: (() => void) | null
}

const MAC = /Mac|iPhone|iPad/.test(navigator.platform)

/** What can be done with the draft. Send can always be reached; it says why it is off, and leads to what is missing. */
export function Foot({ button, off, sending, send, preview, keep, discard, ownWindow }: FootProps) {
  const { t } = useText()
  const { readOnly } = useForm()
  const [sure, setSure] = useState(false)
  return (
    <footer>
      <div class="line">
        <p id="why-off">{off}</p>
        {ownWindow ? (
          <button type="button" class="link" onClick={ownWindow}>
            {t('compose.ownWindow')}
          </button>
        ) : (
          preview && (
            <button type="button" class="link" disabled={readOnly} onClick={preview}>
              {t('compose.preview')}
            </button>
          )
        )}
      </div>
      <div class="buttons">
        {sure ? (
          <>
            <button type="button" class="danger" onClick={discard}>
              {t('compose.discardSure')}
            </button>
            <button type="button" onClick={() => setSure(false)}>
              {t('compose.discardNot')}
            </button>
          </>
        ) : (
          <>
            <button type="button" class="quiet" disabled={readOnly} onClick={() => setSure(true)}>
              {t('compose.discard')}
            </button>
            <button type="button" disabled={readOnly} onClick={keep}>
              {t('compose.draft')}
            </button>
          </>
        )}
        <button
          ref={button}
          type="button"
          class="primary send"
          aria-disabled={off !== null || sending}
          aria-busy={sending}
          aria-describedby="why-off"
          aria-keyshortcuts={MAC ? 'Meta+Enter' : 'Control+Enter'}
          onClick={send}
        >
          {t(sending ? 'compose.sending' : 'compose.send')}
          <span class="key" aria-hidden="true">
            {MAC ? '⌘⏎' : 'Ctrl ⏎'}
          </span>
        </button>
      </div>
    </footer>
  )
}
