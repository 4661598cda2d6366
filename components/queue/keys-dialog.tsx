import { useEffect, useRef } from 'preact/hooks'
import type { Key } from '../../utils/i18n/catalogue'
import { Button } from '../controls/button'
import { useText } from '../text'

type Row = { keys: string[]; words: Key; letter?: true }

const ROWS: readonly Row[] = [
  { keys: ['/'], words: 'keys.search', letter: true },
  { keys: ['↓', 'j'], words: 'keys.next' },
  { keys: ['↑', 'k'], words: 'keys.previous' },
  { keys: ['Enter', 'o'], words: 'keys.open' },
  { keys: ['Esc'], words: 'keys.close' },
  { keys: ['r'], words: 'keys.report', letter: true },
  { keys: ['e'], words: 'keys.mend', letter: true },
  { keys: ['t'], words: 'keys.retry', letter: true },
  { keys: ['u'], words: 'keys.undo', letter: true },
  { keys: ['w'], words: 'keys.withdraw', letter: true },
  { keys: ['q'], words: 'keys.queue', letter: true },
  { keys: ['p'], words: 'keys.pause', letter: true },
  { keys: ['?'], words: 'keys.list', letter: true },
]
const POPUP_ONLY: readonly Key[] = ['keys.report', 'keys.queue']

/** The keys that count on a page, each with its words; without single letters where they are switched off. */
export function keysOf({ letters, popup }: { letters: boolean; popup: boolean }): Row[] {
  return ROWS.filter(
    ({ words, letter }) => (popup || !POPUP_ONLY.includes(words)) && (letters || !letter),
  ).map((row) => ({ ...row, keys: row.keys.filter((key) => letters || key.length > 1 || /[↓↑]/.test(key)) }))
}

/** The list of keys. */
export function KeysDialog(props: { letters: boolean; popup: boolean; close: () => void }) {
  const { t } = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="dialog keys" aria-labelledby="keys-title" onClose={props.close}>
      <form method="dialog">
        <h2 id="keys-title">{t('keys.title')}</h2>
        <dl class="keys-list">
          {keysOf(props).map(({ keys, words }) => (
            <div key={words}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(words)}</dd>
            </div>
          ))}
        </dl>
        <p class="small quiet">{t('keys.hint')}</p>
        <div class="buttons">
          <Button type="submit" autofocus>
            {t('common.close')}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
