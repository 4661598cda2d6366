import { useState } from 'preact/hooks'
import { base64 } from '../../utils/bytes'
import { capturePage } from '../../utils/evidence/page-file'
import type { Key } from '../../utils/i18n/catalogue'
import type { ContextState, EvidenceStatus, Layers } from '../../utils/messages'
import { useText } from '../text'

/** What shall leave of the page around the item; `write`: its file has to be written first. */
export type AroundWish = { window: boolean; page: 'write' | 'keep' | null }

type AroundProps = {
  evidence: EvidenceStatus & { status: 'sealed' }
  layers: Layers
  busy: boolean
  ask: (wish: AroundWish) => void
}

/**
 * The page around the item, which leaves only where the reviewer asks for it. While something is covered it does not
 * leave: what is covered may stand in it a second time.
 */
export function Around({ evidence: { context }, layers, busy, ask }: AroundProps) {
  const { t } = useText()
  const [window, setWindow] = useState(context.window !== 'unasked')
  const [page, setPage] = useState(context.page !== 'unasked')
  const part = (on: boolean, words: Key, state: ContextState, wish: (on: boolean) => void) => (
    <label class="choice">
      <input
        type="checkbox"
        checked={on}
        disabled={busy}
        onChange={({ currentTarget }) => wish(currentTarget.checked)}
      />
      <span>
        {t(words)} {on && !busy && <Left state={state} />}
      </span>
    </label>
  )
  return (
    <fieldset class="around" aria-describedby="around-hint">
      <legend>{t('compose.around')}</legend>
      <p class="hint" id="around-hint">
        {t('compose.around.hint')}
      </p>
      {part(window, 'compose.around.window', context.window, (on) => {
        setWindow(on)
        ask({ window: on, page: page ? 'keep' : null })
      })}
      {(layers.pageFile || page) &&
        part(page, 'compose.around.page', context.page, (on) => {
          setPage(on)
          ask({ window, page: on ? 'write' : null })
        })}
    </fieldset>
  )
}

/** Why a part that was asked for does not leave; a reason that this version has no words for reads as a failure. */
function Left({ state }: { state: ContextState }) {
  const { t } = useText()
  if (typeof state === 'string') return null
  const key = `compose.around.missing.${state.missing}` as Key
  const words = t(key)
  return <span class="hint left">{words === key ? t('compose.around.missing.failed') : words}</span>
}

/** The page's file for the background, which can not write it itself. */
export async function writtenPage(of: Layers['pageFile']): Promise<{ base64: string } | { missing: string }> {
  if (!of) return { missing: 'gone' }
  const file = await capturePage(of.tabId, of.address)
  return 'missing' in file ? file : { base64: base64(file.bytes) }
}
