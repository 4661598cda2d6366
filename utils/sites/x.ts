import { defineSite } from './define'

/**
 * x.com. Test ids on all that matters; names, times and counts are in the reader's language. Seen on two timeline
 * cells (2025-10) and one whole page (2026-02).
 */
const AT = {
  post: 'article[data-testid="tweet"]',
  /** Every post has one; a second one in the same article is that of the post it quotes. */
  name: '[data-testid="User-Name"]',
  avatar: '[data-testid^="UserAvatar-Container-"]:not([data-testid$="-unknown"])',
  /** The time in the link to the post; in a quote the time has no link. */
  link: 'a[href*="/status/"]:has(> time)',
  photoLink: 'a[href*="/status/"][href*="/photo/"], a[href*="/status/"][href$="/analytics"]',
  text: '[data-testid="tweetText"]',
  more: '[data-testid="tweet-text-show-more-link"]',
  article: '[data-testid="twitter-article-title"]',
  reply: '[data-testid="reply"]',
  like: '[data-testid="like"], [data-testid="unlike"]',
  photo: '[data-testid="tweetPhoto"] img[src*="/media/"]',
  /** The player, also before its video is there. */
  video: '[data-testid="videoPlayer"]',
  /** Posts that are paid for have it, and no time. */
  advert: 'article:not(:has(time)) [data-testid="placementTracking"]',
  title: 'meta[property="og:title"]',
  /** Older pages put the words in quotation marks, and nobody can tell whose. */
  words:
    'head:has(> meta[property="og:type"][content="article"]) > meta[property="og:description"]:not([content^="\u201c"])',
  /** The line above a reposted post. */
  reposter: 'a:has([data-testid="socialContext"]), [data-testid="socialContext"] a',
}

/** The name's own link; where a reader's language has none, what the picture is called. */
const NAMED = { at: `${AT.name} a[href]`, from: '@href', part: 'user' } as const
const USER = { at: AT.avatar, from: '@data-testid', match: 'UserAvatar-Container-{value:word}' } as const
const NO_USER = {
  user: 'i home explore notifications messages search settings compose jobs login tos privacy hashtag intent share'.split(
    ' ',
  ),
}

export const x = defineSite({
  name: 'X',
  matches: [
    'https://x.com/*',
    'https://twitter.com/*',
    'https://mobile.x.com/*',
    'https://mobile.twitter.com/*',
  ],
  media: ['pbs.twimg.com', 'video.twimg.com'],
  policies: 'x',
  session: { in: '[data-testid="SideNav_AccountSwitcher_Button"]' },
  proof: 'proven',
  held: '2026-02-01',
  find: {
    id: 'x',
    version: 1,
    origin: 'https://x.com',
    hosts: ['x.com', 'www.x.com', 'mobile.x.com', 'twitter.com', 'www.twitter.com', 'mobile.twitter.com'],
    routes: [
      { kind: 'post', path: '/{user:word}/status/{id:num}/*', except: NO_USER },
      {
        kind: 'post',
        path: '/{user:word}/article/{id:num}/*',
        canonical: '/{user}/status/{id}',
        except: NO_USER,
      },
      { kind: 'post', path: '/i/web/status/{id:num}/*', canonical: '/i/status/{id}' },
      { kind: 'post', path: '/i/status/{id:num}/*' },
      { kind: 'profile', path: '/{user:word}', except: NO_USER },
    ],
    items: [
      {
        kind: 'post',
        root: AT.post,
        needs: AT.name,
        split: { mark: AT.name, fence: `${AT.name}, ${AT.text}`, stop: `${AT.reply}, ${AT.like}` },
        permalink: [
          { at: AT.link, from: '@href' },
          { at: AT.photoLink, from: '@href', agree: { user: USER } },
        ],
        bar: [{ at: AT.reply, climb: AT.like, put: 'append' }],
      },
    ],
  },
  read: {
    post: {
      authorHandle: [NAMED, USER],
      authorName: [{ at: `${AT.name} [dir]` }],
      profile: '/{handle}',
      time: [{ at: 'time[datetime]', from: '@datetime', parse: 'iso' }],
      text: [{ at: AT.text }, { at: AT.article }],
      textMore: AT.more,
      language: [{ at: `${AT.text}[lang]`, from: '@lang' }],
      media: [
        { kind: 'image', at: AT.photo, from: '@src', parse: 'query', with: 'name=orig', alt: '@alt' },
        { kind: 'video', at: AT.video, in: 'video', from: '@src', poster: '@poster', alt: '@aria-label' },
      ],
      repostedBy: [{ at: AT.reposter, from: '@href', part: 'user' }],
      sponsored: AT.advert,
    },
    /** A page as the server sends it to who runs no script. */
    page: {
      same: { at: 'meta[property="og:url"]', from: '@content' },
      authorName: [{ at: AT.title, from: '@content', match: '{value:lazy} (@{user:word}){rest:rest}' }],
      authorHandle: [
        { at: AT.title, from: '@content', match: '{name:lazy} (@{value:word}){rest:rest}' },
        { at: '', from: 'address', part: 'user' },
      ],
      profile: '/{handle}',
      text: [{ at: AT.words, from: '@content' }],
      media: [
        {
          kind: 'image',
          at: 'meta[property="og:image"][content*="pbs.twimg.com/media/"]',
          from: '@content',
        },
      ],
    },
  },
})
