import { Icon } from '../icon'
import { useText } from '../text'

/** Nothing was ever reported: how to begin, and practice. */
export function EmptyQueue({ how, practice }: { how: 'popup' | 'page'; practice: () => void }) {
  const { t } = useText()
  return (
    <div class="empty">
      <span class="empty-mark">
        <Icon name="flag" />
      </span>
      <h2>{t('empty.title')}</h2>
      <p>{t(how === 'popup' ? 'empty.how' : 'empty.howQueue')}</p>
      <p>
        <a
          class="button"
          href="practice.html"
          onClick={(event) => {
            event.preventDefault()
            practice()
          }}
        >
          {t('empty.practice')}
        </a>
      </p>
      <p class="small quiet">{t('empty.practiceHint')}</p>
    </div>
  )
}

/** Grey lines in place of the list while it is read; they only show when that takes long. */
export function Skeleton() {
  const { t } = useText()
  return (
    <div class="skeleton" role="status" aria-label={t('load.loading')}>
      {[0, 1, 2, 3, 4].map((line) => (
        <span key={line} />
      ))}
    </div>
  )
}
