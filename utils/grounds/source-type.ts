import type { Ground } from './ground'

/**
 * How a platform has to label a notice (DSA Transparency Database, `source_type`): an Article 16 notice is about
 * illegal content; what names a platform's rules alone is another notification.
 */
export function sourceType(grounds: readonly Pick<Ground, 'kind'>[]) {
  return grounds.some(({ kind }) => kind === 'law') ? 'SOURCE_ARTICLE_16' : 'SOURCE_TYPE_OTHER_NOTIFICATION'
}
