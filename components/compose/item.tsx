import { useRef, useState } from 'preact/hooks'
import { ago, exact } from '../../utils/i18n/formats'
import type { DraftView } from '../../utils/messages'
import type { Item } from '../../utils/notice'
import { plainAddress } from '../../utils/plain-address'
import { Icon } from '../icon'
import { useText } from '../text'
import { useForm } from './context'
import { FieldProblems } from './field'
import { FIELDS, Mend } from './mend'

/** So much of a text is shown at first, characters; the rest on request, so that a huge post never blocks. */
const CLIP = 400

/** The item as it was read, or as it was mended: what the notice is about. */
export function ItemCard({ view, item }: { view: DraftView; item: Item }) {
  const { t, locale } = useText()
  const { form, readOnly, captureClass } = useForm()
  const [mending, setMending] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const addressOnly = captureClass === 'url'
  const permalinkMissing = !view.item.permalink
  const hint =
    item.read === 'none' ? t('compose.hint.none') : item.read === 'partial' ? t('compose.hint.partial') : null
  const marks = [
    item.sponsored && t('compose.sponsored'),
    item.edited && t('compose.edited'),
    item.truncated && t('compose.truncated'),
  ].filter(Boolean)

  return (
    <section class="item" aria-label={t('compose.item')}>
      {view.earlier && (
        <p class="notice">
          <Icon name="flag" />
          <span>
            {t('compose.earlier', {
              ago: ago(view.earlier.at, t),
              state: t(`state.${view.earlier.state}`),
            })}
          </span>
        </p>
      )}
      {view.corrects && (
        <p class="notice">
          <Icon name="pen" />
          <span>
            {t('compose.corrects', { ago: ago(view.corrects.at, t), receipt: view.corrects.receipt })}
          </span>
        </p>
      )}
      {!addressOnly && (
        <p class="byline">
          <Author item={item} />
          {(item.time || item.timeText) && (
            <span class="when">
              {item.time ? (
                <time dateTime={item.time} title={exact(Date.parse(item.time), locale)}>
                  {exact(Date.parse(item.time), locale)}
                </time>
              ) : (
                <bdi>{item.timeText}</bdi>
              )}
            </span>
          )}
        </p>
      )}
      {item.permalink && (
        <p class="address">
          <bdi>{plainAddress(item.permalink)}</bdi>
        </p>
      )}
      {!addressOnly && item.text && <ItemText text={item.text} language={item.language} />}
      {!addressOnly && <MediaList item={item} />}
      {marks.length > 0 && !addressOnly && <p class="marks">{marks.join(' · ')}</p>}
      {item.audience === 'limited' && (
        <p class="notice warn">
          <Icon name="warn" />
          <span>{t('compose.limited')}</span>
        </p>
      )}
      {hint && <p class="hint">{hint}</p>}
      {!addressOnly && <Unread item={item} />}
      {(mending || permalinkMissing) && <Mend read={view.item} only={mending ? null : 'permalink'} />}
      {!mending &&
        FIELDS.filter((field) => field !== 'permalink' || !permalinkMissing).map((field) => (
          <FieldProblems field={`item.${field}`} key={field} />
        ))}
      {!readOnly && (
        <button
          ref={button}
          type="button"
          class="quiet small"
          aria-expanded={mending}
          onClick={() => setMending(!mending)}
        >
          <Icon name={mending ? 'check' : 'pen'} /> {t(mending ? 'compose.mendDone' : 'compose.mend')}
          {Object.keys(form.item).length > 0 && !mending && ` (${Object.keys(form.item).length})`}
        </button>
      )}
    </section>
  )
}

function Author({ item: { author } }: { item: Item }) {
  if (!author.name && !author.handle) return null
  const handle = author.handle && `@${author.handle.replace(/^@/, '')}`
  return (
    <span class="author">
      {author.name && <bdi class="name">{author.name}</bdi>} {handle && <bdi class="handle">{handle}</bdi>}
    </span>
  )
}

/** What the page did not show: asked for, not guessed. */
function Unread({ item }: { item: Item }) {
  const { t } = useText()
  const names = { author: 'authorName', time: 'time', text: 'text' } as const
  const missing = (['author', 'time', 'text'] as const).filter((field) => item.missing.includes(field))
  if (missing.length === 0) return null
  return (
    <p class="hint">
      {missing.map((field) => t(`compose.field.${names[field]}`)).join(', ')}: {t('compose.missing')}
    </p>
  )
}

function ItemText({ text, language }: { text: string; language: string | null }) {
  const { t } = useText()
  const [all, setAll] = useState(false)
  const long = text.length > CLIP * 1.5
  return (
    <>
      <blockquote
        class="text"
        dir="auto"
        lang={language ?? undefined}
        data-item-text
        tabIndex={all ? 0 : undefined}
      >
        {long && !all ? `${text.slice(0, CLIP)}…` : text}
      </blockquote>
      {long && (
        <button type="button" class="quiet small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('compose.showLess') : t('compose.showAll', { count: text.length })}
        </button>
      )}
    </>
  )
}

function MediaList({ item }: { item: Item }) {
  const { t } = useText()
  if (item.media.length === 0) return null
  return (
    <details class="media">
      <summary>{t('compose.media', { count: item.media.length })}</summary>
      <ul>
        {item.media.map(({ kind, alt, url }, i) => (
          <li key={i}>
            {t(`compose.medium.${kind}`)}
            {alt && (
              <>
                {': '}
                <bdi>{alt}</bdi>
              </>
            )}
            {url && <bdi class="where">{plainAddress(url)}</bdi>}
          </li>
        ))}
      </ul>
    </details>
  )
}
