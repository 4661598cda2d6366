import { defineSite } from './define'

/**
 * Lemmy's own interface on any server, by its source (`src/shared/components/{post,comment}`, 2026-08). Ids are the
 * server's own. Times are only in a tooltip in the reader's language.
 */
const AT = {
  post: '.post-listing',
  comment: 'article[id^="comment-"]',
  postLink:
    '.post-title a[href^="/post/"], a.post-title[href^="/post/"], h1 a[href^="/post/"], h5 a[href^="/post/"]',
  person: 'a.person-listing[href]',
  title: '.post-title, h1, h5',
  text: '.comment-content .md-div',
  when: '.moment-time',
  /** The row with the votes and answers under a comment. */
  row: '.row-cols-auto',
}

export const lemmy = defineSite({
  name: 'Lemmy',
  matches: ['https://lemmy.world/*', 'https://lemmy.ml/*'],
  media: ['self'],
  policies: 'lemmy',
  proof: 'unproven',
  held: '2026-08-06',
  find: {
    id: 'lemmy',
    version: 1,
    origin: 'self',
    hosts: [],
    sign: '#app.lemmy-site',
    routes: [
      {
        kind: 'comment',
        path: '/post/{post:num}/{id:num}',
        canonical: '/comment/{id}',
        holder: '/post/{post}',
      },
      { kind: 'comment', path: '/comment/{id:num}' },
      { kind: 'post', path: '/post/{id:num}' },
      { kind: 'profile', path: '/u/{user:acct}' },
      { kind: 'channel', path: '/c/{community:acct}' },
    ],
    items: [
      {
        kind: 'comment',
        root: AT.comment,
        permalink: [
          {
            at: '',
            make: '/comment/{id}',
            parts: { id: { at: '', from: '@id', match: 'comment-{value:num}' } },
          },
        ],
        bar: [{ at: AT.row, put: 'append' }],
      },
      {
        kind: 'post',
        root: AT.post,
        permalink: [
          { at: AT.postLink, from: '@href' },
          { at: 'a[href^="/post/"]', from: '@href' },
        ],
        bar: [
          { at: '.post-container > .d-flex:last-child, .post-container > .row:last-child', put: 'append' },
        ],
      },
    ],
  },
  read: {
    post: {
      authorHandle: [{ at: AT.person, from: '@href', part: 'user' }],
      authorName: [{ at: AT.person }],
      profile: '/u/{handle}',
      timeText: [{ at: AT.when }],
      text: [{ at: AT.title }],
      media: [{ kind: 'image', at: '.post-container picture img', from: '@src', alt: '@alt' }],
    },
    comment: {
      authorHandle: [{ at: AT.person, from: '@href', part: 'user' }],
      authorName: [{ at: AT.person }],
      profile: '/u/{handle}',
      timeText: [{ at: AT.when }],
      text: [{ at: AT.text }],
      media: [{ kind: 'image', at: '.comment-content img', from: '@src', alt: '@alt' }],
    },
  },
})
