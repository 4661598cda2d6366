import { defineSite } from './define'

/**
 * Misskey and its forks on any server, by their source (`packages/frontend/src/components/MkNote*.vue`): every class
 * is a CSS module's, so only elements, links and the shape of the header are used.
 */
const AT = {
  /** The note; what it answers and who renoted it stand outside its article. */
  note: 'article:has(header a[href^="/notes/"])',
  link: 'header a[href^="/notes/"]:has(time)',
  author: 'header a[href^="/@"]',
  time: 'header a[href^="/notes/"] time',
  footer: 'footer',
  /** The line about the answered note, and buttons, are no words of the author. */
  mfm: 'p span[style*="white-space: pre-wrap"], div span[style*="white-space: pre-wrap"]',
}

export const misskey = defineSite({
  name: 'Misskey',
  matches: ['https://misskey.io/*', 'https://misskey.social/*'],
  media: ['self'],
  policies: 'misskey',
  proof: 'unproven',
  held: '2023-06-01',
  find: {
    id: 'misskey',
    version: 1,
    origin: 'self',
    hosts: [],
    sign: '#misskey_app, meta[name="application-name"][content="Misskey"]',
    routes: [
      { kind: 'post', path: '/notes/{id:code}' },
      { kind: 'profile', path: '/@{user:acct}' },
    ],
    items: [
      {
        kind: 'post',
        root: AT.note,
        permalink: [{ at: AT.link, from: '@href' }],
        bar: [{ at: AT.footer, put: 'append' }],
      },
    ],
  },
  read: {
    post: {
      authorHandle: [{ at: AT.author, from: '@href', part: 'user' }],
      authorName: [{ at: AT.author }],
      profile: '/@{handle}',
      timeText: [{ at: AT.time, from: '@title' }, { at: AT.time }],
      text: [{ at: AT.mfm }],
      media: [],
    },
  },
})
