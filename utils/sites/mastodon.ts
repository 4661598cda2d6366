import { defineSite } from './define'

/**
 * The default web interface of Mastodon 4.x on any server. Names are those of its own source
 * (`app/javascript/mastodon/components/status.jsx`), seen on a saved page of version 4.2 (2026-04): classes are
 * written by hand there, so they hold across builds.
 */
const AT = {
  /** One status in a timeline or thread; the id is the server's own. */
  status: '.status[data-id]',
  /** Pages that the server drew itself (3.x, embeds): no id, the link round the time names the status. */
  drawn: '.activity-stream .status:not([data-id])',
  /** The status that a thread page is about; no id of its own, the link round its time has it. */
  detailed: '.detailed-status',
  /** A quoted status (4.5) stands in the status that quotes it and has no action bar. */
  quoted: '.status--is-quote',
  /** The link round the time. */
  link: 'a.status__relative-time[href]',
  detailedLink: 'a.detailed-status__datetime[href]',
  bar: '.status__action-bar',
  detailedBar: '.detailed-status__action-bar, .detailed-status__button',
  account: 'a.status__display-name, a.detailed-status__display-name',
  /** Stands over a boosted status, beside it in the wrapper that both have. */
  booster: '.status__prepend a.status__display-name',
  name: '.display-name__html',
  handle: '.display-name__account',
  text: '.status__content__text, .status__content > .e-content',
  /** Stands before the text: why the rest is folded. */
  warning: '.content-warning p, .status__content__spoiler-text, .spoiler-text, .status__content .p-summary',
  /** Folded text behind a content warning or a long one. */
  more: '.status__content__read-more-button',
  picture: 'a.media-gallery__item-thumbnail[href]',
  gif: '.media-gallery__item-gifv-thumbnail, .media-gallery__item video',
  video: '.video-player video',
  audio: '.audio-player audio',
  edited:
    '.status__relative-time abbr, .detailed-status__meta .dropdown-menu__text-button, .animated-number + abbr',
}

/** A status by its id and its links alone, where no class is as it was. */
const BARE = '#mastodon div[data-id]:not([class*="status"]):has(a[href^="/@"] > time[datetime])'
const BARE_LINK = 'a[href^="/@"]:has(> time[datetime])'
const bare = (selector: string) => `div[data-id]:not([class*="status"]) ${selector}`

export const mastodon = defineSite({
  name: 'Mastodon',
  matches: ['https://mastodon.social/*', 'https://mastodon.online/*', 'https://mstdn.social/*'],
  media: ['self', '*.mastodon.social', '*.mastodon.online'],
  policies: 'mastodon',
  proof: 'proven',
  held: '2026-04-20',
  find: {
    id: 'mastodon',
    version: 1,
    origin: 'self',
    hosts: [],
    sign: '#mastodon[data-props], script#initial-state, .public-layout .activity-stream, body.embed .activity-stream',
    routes: [
      { kind: 'post', path: '/@{user:acct}/{id:num}/*', canonical: '/@{user}/{id}' },
      { kind: 'post', path: '/deck/@{user:acct}/{id:num}/*', canonical: '/@{user}/{id}' },
      { kind: 'post', path: '/users/{user:word}/statuses/{id:num}/*', canonical: '/@{user}/{id}' },
      { kind: 'profile', path: '/@{user:acct}' },
      { kind: 'profile', path: '/users/{user:word}', canonical: '/@{user}' },
    ],
    items: [
      {
        kind: 'post',
        root: AT.quoted,
        quoted: true,
        permalink: [{ at: AT.link, from: '@href' }],
        bar: [],
      },
      {
        kind: 'post',
        root: AT.status,
        permalink: [{ at: AT.link, from: '@href', agree: { id: { at: '', from: '@data-id' } } }],
        bar: [{ at: AT.bar, put: 'append' }],
      },
      {
        kind: 'post',
        root: BARE,
        permalink: [{ at: BARE_LINK, from: '@href', agree: { id: { at: '', from: '@data-id' } } }],
        bar: [{ at: BARE_LINK, put: 'prepend' }],
      },
      {
        kind: 'post',
        root: AT.drawn,
        needs: AT.link,
        permalink: [{ at: AT.link, from: '@href' }],
        bar: [{ at: AT.bar, put: 'append' }],
      },
      {
        kind: 'post',
        root: AT.detailed,
        permalink: [{ at: AT.detailedLink, from: '@href' }],
        bar: [
          { at: '.detailed-status__action-bar', put: 'append' },
          { at: '.detailed-status__meta', put: 'append' },
        ],
      },
    ],
  },
  read: {
    post: {
      platformId: [{ at: '', from: '@data-id' }],
      authorHandle: [
        { at: 'a.status__display-name[title]', from: '@title', parse: 'handle' },
        { at: AT.handle, parse: 'handle' },
        { at: bare('a[href^="/@"][title]'), from: '@title', parse: 'handle' },
        { at: AT.account, from: '@href', part: 'user' },
      ],
      authorName: [{ at: AT.name }, { at: bare('a[href^="/@"] bdi strong') }],
      profile: '/@{handle}',
      time: [
        {
          at: 'a.status__relative-time time[datetime], a.detailed-status__datetime time[datetime]',
          from: '@datetime',
          parse: 'iso',
        },
        { at: bare('a[href^="/@"] > time[datetime]'), from: '@datetime', parse: 'iso' },
        {
          at: 'meta[property="og:published_time"]',
          from: '@content',
          parse: 'iso',
          doc: { same: 'meta[property="og:url"]', from: '@content' },
        },
      ],
      timeText: [{ at: `${AT.link}, ${AT.detailedLink}` }],
      text: [{ at: `${AT.warning}, ${AT.text}`, each: true }, { at: bare('div[lang]') }],
      textMore: AT.more,
      textKeep: '.invisible',
      language: [{ at: `${AT.text}[lang]`, from: '@lang' }],
      media: [
        { kind: 'image', at: AT.picture, from: '@href', alt: '@aria-label' },
        { kind: 'video', at: AT.gif, from: '@src', poster: '@poster', alt: '@aria-label' },
        { kind: 'video', at: AT.video, from: '@src', poster: '@poster', alt: '@aria-label' },
        { kind: 'audio', at: AT.audio, from: '@src', alt: '@aria-label' },
      ],
      repostedBy: [{ at: AT.booster, around: '.status__wrapper' }],
      edited: AT.edited,
    },
  },
})
