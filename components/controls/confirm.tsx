import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useText } from '../text'
import { Button } from './button'

type ConfirmProps = {
  title: string
  /** What the button that goes on does, in a word or two. */
  action: string
  confirm: () => void
  cancel: () => void
  children: ComponentChildren
}

/** Asks once before something that can't be undone. Escape and Cancel leave all as it is; Cancel has the focus. */
export function Confirm({ title, action, confirm, cancel, children }: ConfirmProps) {
  const { t } = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={cancel}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <h2 id={id}>{title}</h2>
        {children}
        <div class="buttons">
          <Button autofocus onClick={cancel}>
            {t('common.cancel')}
          </Button>
          <Button kind="danger" type="submit">
            {action}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
