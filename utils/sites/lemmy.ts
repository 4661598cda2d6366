import { defineSite } from './define'

/**
 * Lemmy's own interface on any server, by its source (`src/shared/components/{post,comment}`, 2026-08). Ids are the
 * server's own. Times are only in a tooltip in the reader's language.
 */
const AT = {
  post: '.post-listing',
  comment: 'article[id^="comment-"]',
  /** The title in a list; the way to the comments. Other posts are linked, too (cross-posts, in the text). */
  postLink:
    ':is(.post-title, .post-name) a[href^="/post/"], a.post-title[href^="/post/"], a[href^="/post/"][href*="scrollToComments"]',
  /** In the head; a mention in the text is none. */
  person: ':is(a.person-listing, .person-listing a, a[title^="@"])[href^="/u/"]:not(.md-div *)',
  /** The title alone: marks and the button for the preview stand beside it. */
  title:
    '.post-title h1, h1.post-title, h1.post-name, h5.post-name, .post-title h5, h5.post-title, a.post-title',
  text: '.comment-content .md-div',
  /** In italics it is the time of the last change. */
  when: '.moment-time:not(.fst-italic)',
  edited: '.moment-time.fst-italic',
  /** A post's own picture opens in place; the picture of a link leads away, that of a person stands in the head. */
  picture: 'picture img:not(:is(a[href], .person-listing, .community-link) *)',
  opened: 'a.d-inline-block[href] picture img',
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
    sign: '#app.lemmy-site, #app:has(.lemmy-site)',
    sure: ['post', 'comment'],
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
          { at: '', from: 'address' },
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
      media: [{ kind: 'image', at: `${AT.picture}, ${AT.opened}`, from: '@src', alt: '@alt' }],
      edited: AT.edited,
    },
    comment: {
      authorHandle: [{ at: AT.person, from: '@href', part: 'user' }],
      authorName: [{ at: AT.person }],
      profile: '/u/{handle}',
      timeText: [{ at: AT.when }],
      text: [{ at: AT.text }],
      media: [
        { kind: 'image', at: '.comment-content .md-div img:not(.icon-emoji)', from: '@src', alt: '@alt' },
      ],
      edited: AT.edited,
    },
  },
})
