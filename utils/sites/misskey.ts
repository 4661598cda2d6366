import { defineSite } from './define'

/**
 * Misskey and its forks on any server, by their source (`packages/frontend/src/components/MkNote*.vue`): every class
 * is a CSS module's, so only elements, links and the shape of the header are used.
 */
/** A head that links its note, and what it heads. */
const HEADED = ':has(> header a[href^="/notes/"] > time)'

const AT = {
  /** The note in a list; what it answers and who renoted it stand outside its article. */
  note: 'article:has(header a[href^="/notes/"] > time)',
  /** The note that a page is about: its time is linked under it, its author stands in the head. */
  detailed: 'article:has(> header a[href^="/@"]):has(> footer a[href^="/notes/"] > time)',
  /** Answers, and what is answered: no article, no actions. */
  sub: `div:not(article *)${HEADED}`,
  /** A quoted note within the note: a second head. */
  quoted: `article div${HEADED} div${HEADED}, article:has(> header) > div div${HEADED}`,
  link: 'header a[href^="/notes/"]:has(time)',
  detailedLink: 'footer a[href^="/notes/"]:has(time)',
  author: 'header a[href^="/@"]',
  time: ':is(header, footer) a[href^="/notes/"] time',
  footer: 'footer',
  /** The content warning, then the text; choices of a poll and a translation are no words of the author's text. */
  mfm: ':is(p, div) span[style*="white-space: pre-wrap"]:not(li *):not(b + span)',
  /** The line over a renoted note. */
  renoter: 'div:has(> i.ti-repeat) a[href^="/@"]',
  /** Pictures lie over their blur. */
  picture: 'a[href] :has(> canvas) > img[src]',
  video: 'video',
}

/** Misskey names its own element; its forks do so after their own name. */
const APPS = ['misskey', 'sharkey', 'firefish', 'calckey', 'cherrypick', 'iceshrimp', 'foundkey']

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
    sign: `${APPS.map((name) => `#${name}_app`).join()}, meta[name="application-name"][content="Misskey"]`,
    routes: [
      { kind: 'post', path: '/notes/{id:code}' },
      { kind: 'profile', path: '/@{user:acct}' },
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
        root: AT.detailed,
        permalink: [{ at: AT.detailedLink, from: '@href' }],
        bar: [{ at: AT.footer, put: 'append' }],
      },
      {
        kind: 'post',
        root: AT.note,
        permalink: [{ at: AT.link, from: '@href' }],
        bar: [{ at: AT.footer, put: 'append' }],
      },
      {
        kind: 'post',
        root: AT.sub,
        permalink: [{ at: AT.link, from: '@href' }],
        bar: [{ at: 'header', put: 'append' }],
      },
    ],
  },
  read: {
    post: {
      authorHandle: [{ at: AT.author, from: '@href', part: 'user' }],
      authorName: [{ at: AT.author }],
      profile: '/@{handle}',
      timeText: [{ at: AT.time, from: '@title' }, { at: AT.time }],
      text: [{ at: AT.mfm, each: true }],
      media: [
        { kind: 'image', at: AT.picture, from: '@src', alt: '@alt' },
        { kind: 'video', at: AT.video, from: '@src', poster: '@poster' },
      ],
      repostedBy: [{ at: AT.renoter, around: 'div', from: '@href', part: 'user' }],
    },
  },
})
