import type { ComponentChildren } from 'preact'
import { exact } from '../../utils/i18n/formats'
import type { Item, Notice } from '../../utils/notice'
import { useText } from '../text'
import { platformName, shortAddress } from './names'

/** A fact with its name; nothing where there is none. */
function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  if (children === null || children === '' || children === undefined) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** A link that only ever leads to a web page, and tells it nothing of us. */
export function OutLink({ address, children }: { address: string; children: ComponentChildren }) {
  if (!/^https?:\/\//.test(address)) return <bdi>{children}</bdi>
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      <bdi>{children}</bdi>
    </a>
  )
}

/** The item as it was reported. Its text is text, whatever stands in it; its media are named, not loaded. */
export function ItemView({ item }: { item: Notice['item'] }) {
  const { t, locale } = useText()
  const { author } = item
  const names = (fields: readonly string[]) => fields.map((field) => field.replace(/^author/, '')).join(', ')
  return (
    <>
      {item.text !== null && (
        <blockquote class="quote item-text" dir="auto" lang={item.language ?? undefined}>
          {item.text}
        </blockquote>
      )}
      {item.truncated && <p class="small quiet">{t('notice.truncated')}</p>}
      <dl class="facts">
        <Fact name={t('notice.author')}>
          {(author.name ?? author.handle) && (
            <>
              <bdi>{author.name ?? ''}</bdi>{' '}
              {author.handle && <bdi class={author.name ? 'quiet' : ''}>{author.handle}</bdi>}
            </>
          )}
        </Fact>
        <Fact name={t('notice.posted')}>
          {item.time ? exact(Date.parse(item.time), locale) : item.timeText && <bdi>{item.timeText}</bdi>}
        </Fact>
        <Fact name={t('notice.address')}>
          <OutLink address={item.permalink}>{shortAddress(item.permalink)}</OutLink>
        </Fact>
        <Fact name={t('notice.quotes')}>
          {item.quotes && <OutLink address={item.quotes}>{shortAddress(item.quotes)}</OutLink>}
        </Fact>
        <Fact name={t('notice.repostedBy')}>{item.repostedBy && <bdi>{item.repostedBy}</bdi>}</Fact>
        <Fact name={t('notice.media')}>
          {item.media.length > 0 ? t('compose.media', { count: item.media.length }) : null}
        </Fact>
        <Fact name={t('notice.marks')}>
          {marksOf(item)
            .map((mark) => t(`notice.${mark}`))
            .join(', ')}
        </Fact>
        <Fact name={t('notice.mended')}>{names(item.mended)}</Fact>
        <Fact name={t('notice.missing')}>{names(item.missing)}</Fact>
      </dl>
    </>
  )
}

function marksOf({ sponsored, edited, audience }: Item) {
  return [
    ...(sponsored ? (['sponsored'] as const) : []),
    ...(edited ? (['edited'] as const) : []),
    ...(audience === 'limited' ? (['limited'] as const) : []),
  ]
}

/** "Post on Mastodon". */
export function useTitle(): (summary: { kind: Item['kind']; platform: string; permalink: string }) => string {
  const { t } = useText()
  return ({ kind, platform, permalink }) =>
    t('notice.title', { kind: t(`kind.${kind}`), platform: platformName(platform, permalink) })
}
