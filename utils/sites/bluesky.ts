import { defineSite } from './define'
import type { Alternative, ItemRule } from './site'

/**
 * The web app of Bluesky (React Native for the web: every class is hashed). Seen on two saved pages of 2026-01-27,
 * a profile's feed and a thread.
 */
const AT = {
  /** A post in a list, its author's handle in the test id. */
  listed: '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"][role="link"]',
  /** The post that a thread page is about: the only one in it that is no link itself. */
  focused: '[data-testid^="postThreadItem-by-"]:not([role="link"])',
  /** A quoted post: a link-like box with a label of its own (the listed ones have a test id instead). */
  quoted: 'div[role="link"][aria-label][tabindex]:not([data-testid])',
  /** The link round the time; its label is the full date in the reader's language and zone. */
  link: 'a[href*="/post/"]:is([data-tooltip], [aria-label]):not([data-testid="postText"] *, [data-word-wrap] *)',
  /** Under the focused post, which has no link round its time: who reposted, quoted, liked it. */
  counts: 'a[href$="/reposted-by"], a[href$="/quotes"], a[href$="/liked-by"]',
  /** Every row of actions has it. */
  reply: '[data-testid="replyBtn"]',
  like: '[data-testid="likeBtn"]',
  menu: '[data-testid="postDropdownBtn"]',
  /** Name, then handle; the avatar's link has no `dir`. In the focused post the link holds both. */
  name: 'a[href^="/profile/"][dir="auto"]',
  focusedName: 'a[href^="/profile/"][aria-label] [dir="auto"]',
  text: '[data-testid="postText"]',
  /** Threads have no test id at the text. */
  threadText: '[data-word-wrap]',
  /** Own pictures are buttons (they open); the picture of a link card is none. */
  picture: 'button [data-expoimage] img[src*="/img/feed_"]',
  video: 'video',
  title: 'meta[property="og:title"]',
  words: 'head:has(> meta[property="og:type"][content="article"]) > meta[property="og:description"]',
  /** The line above a reposted post. */
  reposter: 'a[href^="/profile/"][aria-pressed]:has(svg + div [dir="auto"])',
}

const HANDLES: Alternative[] = [
  { at: '', from: '@data-testid', match: 'feedItem-by-{value:who}' },
  { at: '', from: '@data-testid', match: 'postThreadItem-by-{value:who}' },
]

const own = (handle: Alternative | undefined) => ({ who: handle as Alternative })

/** The group that holds reply, repost, like has an empty cell at its end: nothing moves when we stand in it. */
const bar: ItemRule['bar'] = [
  {
    at: AT.like,
    climb: AT.menu,
    cell: ':scope > :first-child > :last-child:not(:has(button))',
    put: 'append',
  },
  { at: AT.reply, climb: AT.menu, put: 'append' },
]

export const bluesky = defineSite({
  name: 'Bluesky',
  matches: ['https://bsky.app/*', 'https://main.bsky.dev/*'],
  media: ['cdn.bsky.app', 'video.bsky.app', 'video.cdn.bsky.app', 'media.tenor.com', 't.gifs.bsky.app'],
  policies: 'bluesky',
  proof: 'proven',
  held: '2026-01-27',
  find: {
    id: 'bluesky',
    version: 1,
    origin: 'https://bsky.app',
    hosts: ['bsky.app', 'main.bsky.dev', 'staging.bsky.app'],
    sure: ['post'],
    routes: [
      {
        kind: 'post',
        path: '/profile/{who:who}/post/{rkey:code}/*',
        canonical: '/profile/{who}/post/{rkey}',
      },
      { kind: 'profile', path: '/profile/{who:who}' },
    ],
    items: [
      {
        kind: 'post',
        root: AT.focused,
        permalink: [
          { at: AT.counts, from: '@href', agree: own(HANDLES[1]) },
          { at: '', from: 'address', agree: own(HANDLES[1]) },
        ],
        bar,
      },
      {
        kind: 'post',
        root: AT.listed,
        permalink: [
          { at: AT.link, from: '@href', agree: own(HANDLES[0]) },
          { at: AT.link, from: '@href', agree: own(HANDLES[1]) },
        ],
        bar,
      },
      {
        kind: 'post',
        root: AT.quoted,
        needs: AT.link,
        quoted: true,
        permalink: [{ at: AT.link, from: '@href' }],
        bar: [],
      },
    ],
  },
  read: {
    post: {
      authorHandle: [...HANDLES, { at: AT.link, from: '@href', part: 'who' }],
      authorName: [
        { at: AT.name, ofAuthor: true },
        { at: AT.focusedName, ofAuthor: true },
      ],
      profile: '/profile/{handle}',
      time: [
        {
          at: 'meta[property="article:published_time"]',
          from: '@content',
          parse: 'iso',
          doc: { same: 'meta[property="og:url"]', from: '@content' },
        },
      ],
      timeText: [
        { at: AT.link, from: '@data-tooltip' },
        { at: AT.link, from: '@aria-label' },
      ],
      text: [{ at: AT.text }, { at: AT.threadText }],
      media: [
        {
          kind: 'image',
          at: AT.picture,
          from: '@src',
          parse: 'swap',
          with: '/img/feed_thumbnail/>/img/feed_fullsize/',
          alt: '@alt',
        },
        { kind: 'video', at: AT.video, from: '@src', poster: '@poster', alt: '@aria-label' },
      ],
      repostedBy: [{ at: AT.reposter, from: '@href', part: 'who' }],
    },
    /** A post's page as the server sends it, before anything is drawn. */
    page: {
      same: { at: 'meta[property="og:url"]', from: '@content' },
      authorHandle: [
        { at: AT.title, from: '@content', match: '{name:lazy} (@{value:who})' },
        { at: '', from: 'address', part: 'who' },
      ],
      authorName: [{ at: AT.title, from: '@content', match: '{value:lazy} (@{who:who})' }],
      profile: '/profile/{handle}',
      time: [
        {
          at: 'meta:is([property="article:published_time"], [name="article:published_time"])',
          from: '@content',
          parse: 'iso',
        },
      ],
      text: [{ at: AT.words, from: '@content' }],
    },
  },
})
