import { defineSite } from '../sites/define'

/** Where the practice posts are said to stand: a name that nobody can have (RFC 2606), so nothing is ever there. */
export const PRACTICE_ORIGIN = 'https://social.example'

/**
 * The practice posts on our own page (`components/practice/post.tsx`), read by the same interpreter as any site. It
 * is in no list: no web page can be one. They are taken for posts of a Mastodon server, so that its rules can be
 * named.
 */
export const practiceSite = defineSite({
  name: 'Mastodon',
  matches: [],
  media: [],
  policies: 'mastodon',
  proof: 'proven',
  held: '2026-11-25',
  find: {
    id: 'mastodon',
    version: 1,
    origin: PRACTICE_ORIGIN,
    hosts: ['social.example'],
    routes: [{ kind: 'post', path: '/@{user:acct}/{id:num}' }],
    items: [
      {
        kind: 'post',
        root: 'article[data-practice]',
        permalink: [{ at: '', from: '@data-practice' }],
        bar: [{ at: 'footer', put: 'append' }],
      },
    ],
  },
  read: {
    post: {
      authorName: [{ at: '.author b' }],
      authorHandle: [{ at: '.author .handle', parse: 'handle' }],
      profile: '/@{handle}',
      time: [{ at: 'time[datetime]', from: '@datetime', parse: 'iso' }],
      text: [{ at: '.words' }],
      language: [{ at: '.words[lang]', from: '@lang' }],
    },
  },
})
