import { useEffect } from 'preact/hooks'
import type { DraftView } from '../../utils/messages'
import type { Item } from '../../utils/notice'
import { Icon } from '../icon'
import { useText } from '../text'

/** What it is about, and to whom it goes. */
export function Head({
  view,
  item,
  close,
}: {
  view: DraftView | null
  item: Item | null
  close: (() => void) | null
}) {
  const { t } = useText()
  const title = item && t('compose.title', { kind: t(`kind.${item.kind}`), platform: view?.platform ?? '' })
  useEffect(() => {
    if (title) document.title = `${title} · Flagpost`
  }, [title])
  return (
    <header class="head">
      <Icon name="flag" />
      <div>
        <h1>{title ?? t('compose.opening')}</h1>
        {view && (
          <p class="to">
            {t('compose.to', {
              name: view.connection.name,
              account: view.connection.account.organisation.name,
            })}
          </p>
        )}
      </div>
      {close && (
        <button
          type="button"
          class="icon-only"
          aria-label={t('compose.close')}
          title={t('compose.close')}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      )}
    </header>
  )
}
