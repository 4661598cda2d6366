import { defineSite } from './define'

/**
 * tiktok.com, logged out (2025-12). Test ids, and the data in which the page was sent: believed only where its id is
 * the item's own, because it stays the same while the reader swipes on.
 */
const AT = {
  /** An item of the feed; far ones are empty. */
  item: 'article[data-e2e="recommend-list-item-container"]',
  /** The player: the only place that has the video's id. */
  player: '[id^="xgwrapper-"]',
  author: 'a[data-e2e="video-author-avatar"][href]',
  text: '[data-e2e="video-desc"]',
  /** A machine's summary that stands among the words. */
  summary: '[data-e2e^="v2t-"]',
  like: '[data-e2e="like-icon"]',
  say: '[data-e2e="comment-icon"]',
  /** A tile on a profile. */
  tile: '[data-e2e="user-post-item"]',
  data: 'script#__UNIVERSAL_DATA_FOR_REHYDRATION__',
}

const USER = { at: AT.author, from: '@href', part: 'user' } as const

export const tiktok = defineSite({
  name: 'TikTok',
  matches: ['https://www.tiktok.com/*'],
  media: ['*.tiktokcdn.com', '*.tiktokcdn-us.com', '*.tiktokcdn-eu.com', '*.tiktok.com'],
  policies: 'tiktok',
  session: { out: '[data-e2e="top-login-button"]' },
  proof: 'proven',
  held: '2025-12-20',
  find: {
    id: 'tiktok',
    version: 1,
    origin: 'https://www.tiktok.com',
    hosts: ['www.tiktok.com', 'tiktok.com', 'm.tiktok.com'],
    routes: [
      { kind: 'video', path: '/@{user:acct}/video/{id:num}' },
      { kind: 'post', path: '/@{user:acct}/photo/{id:num}' },
      { kind: 'profile', path: '/@{user:acct}' },
    ],
    items: [
      {
        kind: 'video',
        root: AT.item,
        needs: AT.player,
        permalink: [
          {
            at: '',
            make: '/@{user}/video/{id}',
            parts: { user: USER, id: { at: AT.player, from: '@id', match: 'xgwrapper-{n:num}-{value:num}' } },
          },
        ],
        bar: [{ at: AT.like, climb: AT.say, put: 'append' }],
      },
      {
        kind: 'video',
        also: ['post'],
        root: AT.tile,
        permalink: [{ at: 'a[href*="/video/"], a[href*="/photo/"]', from: '@href' }],
        bar: [],
      },
    ],
  },
  read: {
    video: {
      authorHandle: [USER, { at: 'a[href*="/video/"]', from: '@href', part: 'user' }],
      authorName: [{ at: AT.data, from: 'json:id={id}>author.nickname' }],
      profile: '/@{handle}',
      time: [{ at: AT.data, from: 'json:id={id}>createTime', parse: 'seconds' }],
      text: [{ at: AT.data, from: 'json:id={id}>desc' }, { at: AT.text }],
      textSkip: AT.summary,
      media: [{ kind: 'video', at: AT.player, in: 'video', from: '@src', poster: '@poster' }],
    },
    page: {
      authorHandle: [
        { at: AT.data, from: 'json:id={id}>author.uniqueId' },
        { at: '', from: 'address', part: 'user' },
      ],
      authorName: [
        { at: AT.data, from: 'json:id={id}>author.nickname' },
        { at: AT.data, from: 'json:uniqueId={user}>nickname' },
      ],
      profile: '/@{handle}',
      time: [{ at: AT.data, from: 'json:id={id}>createTime', parse: 'seconds' }],
      text: [{ at: AT.data, from: 'json:id={id}>desc' }],
    },
  },
})
