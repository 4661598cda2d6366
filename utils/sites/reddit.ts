import { defineSite } from './define'

/**
 * Reddit: the present front end (custom elements that carry everything as attributes, seen on a page of 2024-06) and
 * old.reddit.com (data attributes). The text of a post is its title, as Reddit itself names it; the body is in the
 * evidence.
 */
const AT = {
  post: 'shreddit-post[permalink]',
  advert: 'shreddit-ad-post',
  /** Answers stand inside the comment that they answer. */
  comment: 'shreddit-comment[permalink]',
  body: '[slot="comment"]',
  /** Of a link or a handed-on post the picture is somebody else's. */
  media: ':not([post-type="link"], [post-type="crosspost"]) > [slot="post-media-container"]',
  /** Behind a picture lies its blurred copy. */
  picture:
    'img[src*="redd.it"]:not(.post-background-image-filter, [aria-hidden="true"], [role="presentation"])',
  row: 'shreddit-comment-action-row',
  credit: '[slot="credit-bar"]',
  /** old.reddit.com: a post or a comment. */
  thing: '.thing:is([data-permalink], [data-fullname]:has(> .entry a.bylink))',
  promoted: '.promoted',
  buttons: 'ul.flat-list.buttons',
  md: '.usertext-body .md',
}

export const reddit = defineSite({
  name: 'Reddit',
  matches: ['https://www.reddit.com/*', 'https://old.reddit.com/*', 'https://sh.reddit.com/*'],
  media: ['i.redd.it', 'preview.redd.it', 'external-preview.redd.it', 'v.redd.it', '*.redditmedia.com'],
  policies: 'reddit',
  proof: 'proven',
  held: '2024-06-01',
  find: {
    id: 'reddit',
    version: 1,
    origin: 'https://www.reddit.com',
    hosts: ['reddit.com', '*.reddit.com'],
    sure: ['comment'],
    routes: [
      {
        kind: 'comment',
        path: '/r/{sub:word}/comments/{id:word}/{slug:slug}/{cid:word}',
        canonical: '/r/{sub}/comments/{id}/{slug}/{cid}/',
        holder: '/r/{sub}/comments/{id}/{slug}/',
      },
      {
        kind: 'post',
        path: '/r/{sub:word}/comments/{id:word}/{slug:slug}',
        canonical: '/r/{sub}/comments/{id}/{slug}/',
      },
      { kind: 'post', path: '/r/{sub:word}/comments/{id:word}', canonical: '/r/{sub}/comments/{id}/' },
      {
        kind: 'comment',
        path: '/user/{user:word}/comments/{id:word}/{slug:slug}/{cid:word}',
        canonical: '/user/{user}/comments/{id}/{slug}/{cid}/',
        holder: '/user/{user}/comments/{id}/{slug}/',
      },
      {
        kind: 'post',
        path: '/user/{user:word}/comments/{id:word}/{slug:slug}',
        canonical: '/user/{user}/comments/{id}/{slug}/',
      },
      { kind: 'post', path: '/comments/{id:word}/*', canonical: '/comments/{id}/' },
      { kind: 'post', path: '/gallery/{id:word}', canonical: '/comments/{id}/' },
      { kind: 'post', path: '//redd.it/{id:word}', canonical: '/comments/{id}/' },
      { kind: 'profile', path: '/user/{user:word}', canonical: '/user/{user}/' },
      { kind: 'profile', path: '/u/{user:word}', canonical: '/user/{user}/' },
    ],
    items: [
      {
        kind: 'post',
        root: AT.post,
        permalink: [{ at: '', from: '@permalink' }],
        bar: [{ at: AT.credit, put: 'append' }],
      },
      { kind: 'post', root: AT.advert, permalink: [{ at: '', from: '@permalink' }], bar: [] },
      {
        kind: 'comment',
        root: AT.comment,
        permalink: [{ at: '', from: '@permalink' }],
        bar: [{ at: AT.row, put: 'append' }],
      },
      {
        kind: 'post',
        also: ['comment'],
        root: AT.thing,
        permalink: [
          { at: '', from: '@data-permalink' },
          { at: 'a.bylink', from: '@href' },
        ],
        bar: [{ at: AT.buttons, put: 'append' }],
      },
    ],
  },
  read: {
    post: {
      platformId: [
        { at: '', from: '@id' },
        { at: '', from: '@data-fullname' },
      ],
      authorHandle: [
        { at: '', from: '@author', parse: 'handle' },
        { at: '', from: '@data-author', parse: 'handle' },
        { at: '.tagline a.author', from: '@href', part: 'user' },
      ],
      profile: '/user/{handle}/',
      time: [
        { at: '', from: '@created-timestamp', parse: 'iso' },
        { at: '', from: '@data-timestamp', parse: 'milliseconds' },
        { at: '.tagline > time[datetime]:not(.edited-timestamp)', from: '@datetime', parse: 'iso' },
      ],
      text: [{ at: '', from: '@post-title' }, { at: 'a.title' }],
      media: [
        { kind: 'image', at: `${AT.media} ${AT.picture}`, from: '@src', alt: '@alt' },
        {
          kind: 'video',
          at: `${AT.media} :is(shreddit-player, shreddit-player-2)`,
          from: '@src',
          poster: '@poster',
        },
      ],
      sponsored: `${AT.advert}, ${AT.promoted}`,
    },
    comment: {
      platformId: [
        { at: '', from: '@thingid' },
        { at: '', from: '@data-fullname' },
      ],
      authorHandle: [
        { at: '', from: '@author', parse: 'handle' },
        { at: '', from: '@data-author', parse: 'handle' },
        { at: '.tagline a.author', from: '@href', part: 'user' },
      ],
      profile: '/user/{handle}/',
      time: [
        { at: '', from: '@created', parse: 'iso' },
        { at: 'time[datetime]:not(.edited-timestamp)', from: '@datetime', parse: 'iso' },
      ],
      text: [{ at: AT.body }, { at: AT.md }],
      media: [],
    },
  },
})
