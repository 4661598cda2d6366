import { defineSite } from './define'

/**
 * youtube.com: comments (elements with ids, seen on one page of 2025), the video of a watch page, and what the
 * server's page says of its video (microdata; it stays when the reader goes on, so its id must be the address's).
 */
const AT = {
  /** A comment or an answer; ids inside repeat in each. */
  comment: 'ytd-comment-view-model, ytd-comment-renderer',
  author: '#author-text[href]',
  when: ':is(#published-time-text, .published-time-text) a[href*="lc="]',
  /** A post on a channel's page. */
  backstage: 'ytd-backstage-post-renderer',
  postLink: '#published-time-text a[href*="/post/"]',
  postPicture: 'ytd-backstage-image-renderer #img',
  /** A line of a live chat; it has no address. */
  line: 'yt-live-chat-text-message-renderer[id]',
  text: '#content-text',
  bar: '#toolbar',
  /** The watch page; its attribute follows the video that plays. */
  watch: 'ytd-watch-flexy[video-id]',
  title: 'ytd-watch-metadata #title h1',
  oldTitle: 'ytd-video-primary-info-renderer h1.title',
  owner: 'ytd-video-owner-renderer #channel-name a[href]',
  buttons: ':is(ytd-watch-metadata, ytd-video-primary-info-renderer) #top-level-buttons-computed',
  /** The Short that plays. */
  short: 'ytd-reel-video-renderer[is-active]',
}

export const youtube = defineSite({
  name: 'YouTube',
  matches: ['https://www.youtube.com/*', 'https://m.youtube.com/*'],
  media: ['*.ytimg.com', '*.ggpht.com', '*.googleusercontent.com'],
  policies: 'youtube',
  proof: 'proven',
  held: '2026-07-01',
  find: {
    id: 'youtube',
    version: 1,
    origin: 'https://www.youtube.com',
    hosts: ['www.youtube.com', 'm.youtube.com', 'youtube.com', 'music.youtube.com'],
    sure: ['comment'],
    routes: [
      {
        kind: 'comment',
        path: '/watch?v={v:code}&lc={lc:word}',
        canonical: '/watch?v={v}&lc={lc}',
        holder: '/watch?v={v}',
      },
      { kind: 'video', path: '/watch?v={v:code}' },
      { kind: 'video', path: '/live/{v:code}', canonical: '/watch?v={v}' },
      { kind: 'video', path: '/embed/{v:code}', canonical: '/watch?v={v}' },
      { kind: 'video', path: '//youtu.be/{v:code}', canonical: '/watch?v={v}' },
      { kind: 'video', path: '/shorts/{v:code}' },
      { kind: 'post', path: '/post/{id:code}' },
      { kind: 'channel', path: '/@{handle:acct}/*', canonical: '/@{handle}' },
      { kind: 'channel', path: '/channel/{id:code}/*', canonical: '/channel/{id}' },
      { kind: 'channel', path: '/c/{name:slug}/*', canonical: '/c/{name}' },
      { kind: 'channel', path: '/user/{name:word}/*', canonical: '/user/{name}' },
    ],
    items: [
      {
        kind: 'post',
        root: AT.backstage,
        needs: AT.postLink,
        permalink: [{ at: AT.postLink, from: '@href' }],
        bar: [{ at: AT.bar, put: 'append' }],
      },
      {
        kind: 'message',
        root: AT.line,
        permalink: [],
        bar: [{ at: '#content', put: 'append' }],
      },
      {
        kind: 'comment',
        root: AT.comment,
        needs: AT.when,
        permalink: [{ at: AT.when, from: '@href' }],
        bar: [{ at: AT.bar, put: 'append' }],
      },
      {
        kind: 'video',
        root: AT.watch,
        permalink: [{ at: '', make: '/watch?v={v}', parts: { v: { at: '', from: '@video-id' } } }],
        bar: [{ at: AT.buttons, put: 'append' }],
      },
      {
        kind: 'video',
        root: AT.short,
        permalink: [{ at: '', from: 'address' }],
        bar: [{ at: '#actions', put: 'prepend' }],
      },
    ],
  },
  read: {
    comment: {
      authorHandle: [{ at: AT.author, from: '@href', part: 'handle' }],
      authorName: [{ at: AT.author }],
      profile: '/@{handle}',
      timeText: [{ at: '#published-time-text, .published-time-text' }],
      text: [{ at: AT.text }],
      media: [],
    },
    post: {
      authorHandle: [{ at: '#author-text[href], a#author-text', from: '@href', part: 'handle' }],
      authorName: [{ at: '#author-text' }],
      profile: '/@{handle}',
      timeText: [{ at: '#published-time-text' }],
      text: [{ at: '#content-text' }],
      media: [{ kind: 'image', at: AT.postPicture, from: '@src', alt: '@alt' }],
    },
    message: {
      platformId: [{ at: '', from: '@id' }],
      authorName: [{ at: '#author-name' }],
      timeText: [{ at: '#timestamp' }],
      text: [{ at: '#message' }],
      media: [],
    },
    video: {
      authorName: [{ at: AT.owner }],
      authorHandle: [{ at: AT.owner, from: '@href', part: 'handle' }],
      profile: '/@{handle}',
      time: [
        {
          at: 'meta[itemprop="datePublished"]',
          from: '@content',
          parse: 'iso',
          doc: { same: 'meta[itemprop="identifier"]', from: '@content', part: 'v' },
        },
      ],
      text: [{ at: AT.title }, { at: AT.oldTitle }],
      media: [{ kind: 'video', at: 'video.html5-main-video', from: '@src', poster: '@poster' }],
    },
    page: {
      same: { at: 'meta[itemprop="identifier"]', from: '@content', part: 'v' },
      authorName: [
        { at: 'link[itemprop="name"]', from: '@content', parse: 'line' },
        {
          at: 'meta[property="og:title"]',
          from: '@content',
          parse: 'line',
          doc: { same: 'meta[property="og:url"][content*="/channel/"]', from: '@content' },
        },
      ],
      authorHandle: [{ at: 'link[itemprop="url"][href*="/@"]', from: '@href', part: 'handle' }],
      profile: '/@{handle}',
      time: [{ at: 'meta[itemprop="datePublished"]', from: '@content', parse: 'iso' }],
      text: [{ at: 'meta[itemprop="name"]', from: '@content', parse: 'line' }],
      media: [{ kind: 'video', at: 'link[itemprop="thumbnailUrl"]', from: '@content', poster: '@href' }],
    },
  },
})
