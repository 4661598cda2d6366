import { defineSite } from './define'

/**
 * linkedin.com: the logged-in feed (Ember, classes written by hand, 2026-04) and the pages for guests (2024-10). A
 * second front end with hashed classes has been running since late 2025; it carries no id that could be trusted, so
 * it is not read. Every visible word is doubled for screen readers (`.visually-hidden`).
 */
const AT = {
  /** The update; its urn is the one that LinkedIn's own links use (of a repost: the repost's). */
  update: '.feed-shared-update-v2[data-urn]:not([data-urn^="urn:li:aggregate"])',
  comment: 'article.comments-comment-entity[data-id^="urn:li:comment:"]',
  guest: 'article[data-activity-urn]',
  /** What an update hands on with words of its own: a second head and text in a frame. It carries no id. */
  reshared: '.update-components-mini-update-v2__reshared-content, .feed-shared-mini-update-v2',
  actor:
    '.update-components-actor__title [dir] > span[aria-hidden="true"], .update-components-actor__title > span:first-child span[aria-hidden="true"], :is(.update-components-actor__title, .update-components-actor__name) > span[aria-hidden="true"]',
  actorLink: 'a.update-components-actor__meta-link[href]',
  when: '.update-components-actor__sub-description > span[aria-hidden="true"]',
  /** Some builds link the time to the update. */
  selfLink: ':is(.update-components-actor__sub-description, [data-urn]) > a[href*="/feed/update/"]',
  text: '.update-components-update-v2__commentary, .feed-shared-text',
  more: '.feed-shared-inline-show-more-text__see-more-less-toggle',
  bar: '.feed-shared-social-action-bar',
  /** The line above: who reposted. */
  reposter:
    '.update-components-header__text-view a[href*="/in/"], .update-components-header__text-view a[href*="/company/"]',
  picture: '.update-components-image img, .update-components-carousel img, .feed-shared-image img',
  video: '.update-components-linkedin-video video, .update-components-video video',
  document: '.update-components-document__container',
  /** Guests: names and pictures by test and tracking ids. */
  guestActor: 'a[data-tracking-control-name*="feed-actor-name"]',
  guestText: '[data-test-id="main-feed-activity-card__commentary"]',
  guestPicture: '[data-test-id="feed-images-content"] img',
  guestVideo: 'video[data-sources], [data-test-id="feed-native-video-content"] video',
  guestDocument: '[data-test-id="feed-native-document-content"]',
  commenter:
    'a.comments-comment-meta__image-link[href], a.comments-comment-meta__description-container[href]',
}

const URN = { at: '', from: '@data-urn', match: 'urn:li:activity:{value:num}' } as const
/** What is shared under another kind of urn keeps it. */
const shared = (type: string) => ({
  at: '',
  make: `/feed/update/urn:li:${type}:{id}/`,
  parts: { id: { at: '', from: '@data-urn', match: `urn:li:${type}:{value:num}` } as const },
})
/** A comment's urn names its update in one of two ways; addresses have the shorter. */
const comment = (update: string) => ({
  at: '',
  make: '/feed/update/urn:li:activity:{post}/?commentUrn=urn:li:comment:(activity:{post},{own})',
  parts: {
    post: { at: '', from: '@data-id', match: `urn:li:comment:(${update}:{value:num},{own:num})` } as const,
    own: { at: '', from: '@data-id', match: `urn:li:comment:(${update}:{post:num},{value:num})` } as const,
  },
})
const GUEST = { at: '', from: '@data-activity-urn', match: 'urn:li:activity:{value:num}' } as const
/** An update by its urn alone, where no class is as it was: who, and which; its text is doubled beyond telling. */
const BARE = '[role="article"][data-urn^="urn:li:activity:"]:not([class*="feed-shared"])'
const BARE_ACTOR = `${BARE} a[href]:has(span[dir] > span[aria-hidden="true"])`
/** On pages for guests: what the update hands on, or the update itself. */
const FEATURED = {
  at: '',
  from: '@data-featured-activity-urn',
  match: 'urn:li:activity:{value:num}',
} as const
const ACTIVITY = '/feed/update/urn:li:activity:{id}/'

export const linkedin = defineSite({
  name: 'LinkedIn',
  matches: ['https://*.linkedin.com/*'],
  media: ['*.licdn.com'],
  policies: 'linkedin',
  session: {
    in: 'header#global-nav, .global-nav__me',
    out: 'a[data-tracking-control-name$="_nav-header-signin"]',
  },
  proof: 'proven',
  held: '2026-04-20',
  find: {
    id: 'linkedin',
    version: 1,
    origin: 'https://www.linkedin.com',
    hosts: ['linkedin.com', '*.linkedin.com'],
    routes: [
      {
        kind: 'comment',
        path: '/feed/update/urn:li:{type:label}:{id:num}?commentUrn={comment:any}',
        canonical: '/feed/update/urn:li:{type}:{id}/?commentUrn={comment}',
        holder: '/feed/update/urn:li:{type}:{id}/',
      },
      { kind: 'post', path: '/feed/update/urn:li:activity:{id:num}', canonical: ACTIVITY },
      {
        kind: 'post',
        path: '/feed/update/urn:li:{type:code}:{id:num}',
        canonical: '/feed/update/urn:li:{type}:{id}/',
      },
      { kind: 'post', path: '/posts/{slug:lazyslug}-activity-{id:num}-{hash:code}', canonical: ACTIVITY },
      { kind: 'post', path: '/pulse/{slug:slug}', canonical: '/pulse/{slug}/' },
      { kind: 'profile', path: '/in/{user:slug}/*', canonical: '/in/{user}/' },
      { kind: 'channel', path: '/company/{user:slug}/*', canonical: '/company/{user}/' },
      { kind: 'channel', path: '/school/{user:slug}/*', canonical: '/school/{user}/' },
    ],
    items: [
      { kind: 'post', root: AT.reshared, quoted: true, permalink: [], bar: [] },
      {
        kind: 'post',
        root: `${AT.update}, ${BARE}`,
        permalink: [{ at: '', make: ACTIVITY, parts: { id: URN } }, ...['ugcPost', 'share'].map(shared)],
        bar: [{ at: AT.bar, put: 'append' }],
      },
      {
        kind: 'comment',
        root: AT.comment,
        permalink: ['activity', 'urn:li:activity'].map(comment),
        bar: [{ at: '.comments-comment-social-bar--cr, .comments-comment-social-bar', put: 'append' }],
      },
      {
        kind: 'post',
        root: AT.guest,
        permalink: [{ at: '', make: ACTIVITY, parts: { id: GUEST } }],
        bar: [{ at: '.social-action-bar', put: 'append' }],
      },
    ],
  },
  read: {
    post: {
      platformId: [
        { at: '', from: '@data-urn' },
        { at: '', from: '@data-activity-urn' },
      ],
      authorHandle: [
        { at: AT.actorLink, from: '@href', part: 'user' },
        { at: AT.guestActor, from: '@href', part: 'user' },
        { at: BARE_ACTOR, from: '@href', part: 'user' },
      ],
      authorName: [
        { at: AT.actor },
        { at: AT.guestActor },
        { at: `${BARE_ACTOR} span[dir] > span[aria-hidden="true"]` },
      ],
      time: [{ at: `${AT.selfLink} time[datetime]`, from: '@datetime', parse: 'iso' }],
      timeText: [
        { at: AT.when, match: '{value:lazy} •{rest:rest}' },
        { at: AT.when, match: '{value:lazy} •' },
        { at: 'time' },
      ],
      text: [{ at: AT.text }, { at: AT.guestText }],
      textSkip: '.visually-hidden',
      textMore: AT.more,
      media: [
        { kind: 'image', at: AT.picture, from: '@src', alt: '@alt' },
        { kind: 'video', at: AT.video, from: '@src', poster: '@poster' },
        { kind: 'file', at: AT.document, from: '@href' },
        { kind: 'image', at: AT.guestPicture, from: '@data-delayed-url', alt: '@alt' },
        { kind: 'video', at: AT.guestVideo, from: '@src', poster: '@data-poster-url' },
        { kind: 'file', at: AT.guestDocument, from: '@href' },
      ],
      repostedBy: [{ at: AT.reposter }],
      quotes: [{ at: '', make: ACTIVITY, parts: { id: FEATURED } }],
      sponsored: '[data-urn^="urn:li:sponsored"]',
    },
    comment: {
      platformId: [{ at: '', from: '@data-id' }],
      authorHandle: [{ at: AT.commenter, from: '@href', part: 'user' }],
      authorName: [{ at: '.comments-comment-meta__description-title' }],
      timeText: [{ at: 'time.comments-comment-meta__data' }],
      text: [{ at: '.comments-comment-item__main-content' }],
      textSkip: '.visually-hidden',
      media: [],
    },
  },
})
