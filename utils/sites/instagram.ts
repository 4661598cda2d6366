import { defineSite } from './define'

/**
 * instagram.com. No page of the present rendered feed is public: the hooks are those that public tools of 2026 live
 * off (`article`, the time in the link to the post), and those of the single page of 2021; a server page for guests
 * says what it has in its meta tags.
 */
const AT = {
  /** A post in the feed or in the pop-up. The page of one post has no article of today, only `main`. */
  post: 'article:has(header)',
  /** A comment of the single page: a list item with a time in its own link. */
  comment: 'ul > div > li, ul > li[role="menuitem"]',
  header: 'header',
  /** A comment's time is in a link of the same shape, with the comment behind. */
  when: 'a:is([href*="/p/"], [href*="/reel/"], [href*="/tv/"]):not([href*="/c/"]) time[datetime]',
  link: 'a:is([href*="/p/"], [href*="/reel/"], [href*="/tv/"]):not([href*="/c/"]):has(time[datetime])',
  author: 'header a[href^="/"]:not([href*="/explore/"]):not(:has(img))',
  caption: 'h1[dir="auto"], ul > div[role="button"] > li h2 ~ span:nth-child(-n+5)',
  commentLink: 'a[href*="/c/"]:has(time[datetime])',
  commenter: 'h3 a[href^="/"]',
  picture: 'img[srcset], img[sizes]',
  url: 'meta[property="og:url"]',
  title: 'meta[name="twitter:title"]',
  /** Data that pages before 2022 brought with them. */
  data: 'script:not([src])',
}

/** "Name (@handle) • …": the part before the handle is the same in every language. */
const TITLE_NAME = '{value:lazy} (@{user:word}){rest:rest}'
const POST_PATHS = ['p', 'reel', 'tv']

export const instagram = defineSite({
  name: 'Instagram',
  matches: ['https://www.instagram.com/*'],
  media: ['*.cdninstagram.com', '*.fbcdn.net'],
  policies: 'instagram',
  proof: 'unproven',
  held: '2024-12-01',
  find: {
    id: 'instagram',
    version: 1,
    origin: 'https://www.instagram.com',
    hosts: ['www.instagram.com', 'instagram.com'],
    routes: [
      ...POST_PATHS.flatMap((place) =>
        [`/${place}/{code:code}`, `/{user:word}/${place}/{code:code}`].flatMap((path) => [
          {
            kind: 'comment' as const,
            path: `${path}/c/{comment:num}/r/{reply:num}`,
            canonical: `/${place}/{code}/c/{comment}/r/{reply}/`,
            holder: `/${place}/{code}/`,
          },
          {
            kind: 'comment' as const,
            path: `${path}/c/{comment:num}`,
            canonical: `/${place}/{code}/c/{comment}/`,
            holder: `/${place}/{code}/`,
          },
          {
            kind: place === 'p' ? ('post' as const) : ('video' as const),
            path: `${path}/*`,
            canonical: `/${place}/{code}/`,
          },
        ]),
      ),
      { kind: 'story', path: '/stories/highlights/{id:num}', canonical: '/stories/highlights/{id}/' },
      { kind: 'story', path: '/stories/{user:word}/{id:num}', canonical: '/stories/{user}/{id}/' },
      {
        kind: 'profile',
        path: '/{user:word}',
        canonical: '/{user}/',
        except: {
          user: 'p reel reels tv stories explore direct accounts about legal developer web api graphql'.split(
            ' ',
          ),
        },
      },
    ],
    items: [
      {
        kind: 'comment',
        root: AT.comment,
        needs: AT.commentLink,
        permalink: [{ at: AT.commentLink, from: '@href' }],
        bar: [{ at: AT.commentLink, climb: 'time', put: 'append' }],
      },
      {
        kind: 'post',
        also: ['video'],
        root: AT.post,
        permalink: [
          { at: AT.link, from: '@href' },
          { at: 'a[href$="/liked_by/"]', from: '@href' },
        ],
        bar: [{ at: 'section:has(svg)', put: 'append' }],
      },
    ],
  },
  read: {
    post: {
      authorHandle: [{ at: AT.author, from: '@href', part: 'user' }],
      authorName: [{ at: AT.data, from: 'json:shortcode={code}>owner.full_name' }],
      profile: '/{handle}/',
      time: [{ at: AT.when, from: '@datetime', parse: 'iso' }],
      text: [{ at: AT.caption }],
      media: [
        { kind: 'image', at: AT.picture, from: '@srcset', parse: 'srcset', alt: '@alt' },
        { kind: 'video', at: 'video', from: '@src', poster: '@poster' },
      ],
    },
    comment: {
      authorHandle: [{ at: AT.commenter, from: '@href', part: 'user' }],
      profile: '/{handle}/',
      time: [{ at: 'time[datetime]', from: '@datetime', parse: 'iso' }],
      text: [{ at: 'h3 ~ span:nth-child(-n+5), h3 ~ div:nth-child(-n+5) > span[dir="auto"]' }],
      media: [],
    },
    page: {
      same: { at: AT.url, from: '@content' },
      authorName: [{ at: AT.title, from: '@content', match: TITLE_NAME }],
      authorHandle: [
        { at: AT.title, from: '@content', match: '{name:lazy} (@{value:word}){rest:rest}' },
        { at: '', from: 'address', part: 'user' },
      ],
      profile: '/{handle}/',
      text: [{ at: 'meta[property="og:title"]', from: '@content', match: '{who:lazy}: "{value:rest}"' }],
      media: [
        {
          kind: 'image',
          at: 'head:has(> meta[name="medium"]) > meta[property="og:image"]',
          from: '@content',
        },
      ],
    },
  },
})
