import { defineSite, type RouteDeclaration } from './define'

/**
 * facebook.com ("Comet"). Every class is hashed and words are in the reader's language; what holds are the
 * `data-ad-rendering-role` marks, ARIA roles and the shape of links. Read from one feed item of 2026-09; no whole
 * page of today is public, so this site is unproven until someone has tried it live.
 */
const AT = {
  /** A post in a feed; a post on a page of its own; the copy of a post in a dialog. */
  feed: 'div[aria-posinset]',
  article: 'div[role="article"]:not([aria-label])',
  dialog: 'div[role="dialog"]',
  /** A comment is an article with a label; posts have none. */
  comment: 'div[role="article"][aria-label]',
  /** Blocks that stand before a post to mislead readers like this one; the same mark hides every other decoy. */
  decoys: ':is([role="feed"], [role="main"], [role="dialog"]) div[aria-hidden="true"]',
  /** The header of a post; a second one in the same post is that of the post it reshares. */
  header: '[data-ad-rendering-role="profile_name"]',
  message: '[data-ad-rendering-role="story_message"]',
  like: '[data-ad-rendering-role="like_button"]',
  say: '[data-ad-rendering-role="comment_button"]',
  /** Only adverts have a call to action that reports its clicks. */
  advert:
    '[data-ad-rendering-role^="cta"] a[attributionsrc], a[attributionsrc]:has([data-ad-rendering-role^="cta"])',
  author: '[data-ad-rendering-role="profile_name"] :is(h2, h3, h4, h5) a[href]',
  /** The time is a link round an empty span whose label is elsewhere; its address comes with hover or focus. */
  time: 'a[role="link"]:has(> span[aria-labelledby]):not([href^="?"]):not([href^="#"])',
  sleeping: 'a[role="link"][href^="?"]:has(> span[aria-labelledby])',
  /** Under a comment: its age, linked to the comment. */
  commentLink: '[data-permalink-nav] a[href*="comment_id="]',
  /** The commenter's name; its picture is linked too, hidden from screen readers. */
  commenter: 'a[href*="comment_id="]:not([aria-hidden="true"]):not([data-permalink-nav] a)',
  commentBar: 'ul:has([data-permalink-nav])',
  /** Pictures of the post; their alternative text is a machine's. */
  picture: 'img[data-imgperflogname="feedImage"], img[data-imgperflogname="feedCoverPhoto"]',
  video: '[data-video-id]',
}

const RESERVED = (
  'groups watch reel reels stories photo photos photo.php events marketplace gaming pages login help policies privacy ' +
  'settings notifications messages friends bookmarks saved memories ads business hashtag search share sharer plugins ' +
  'dialog permalink.php story.php profile.php home.php l.php live public people games media videos posts'
).split(' ')
const except = { user: RESERVED }

/** A post's address, and that of a comment and of a reply under it. */
function withComments(
  kind: RouteDeclaration['kind'],
  path: string,
  canonical: string,
  named?: RouteDeclaration['except'],
): RouteDeclaration[] {
  const query = (address: string, more: string) => `${address}${address.includes('?') ? '&' : '?'}${more}`
  const rest = named ? { except: named } : {}
  const comment = 'comment_id={comment:num}'
  const reply = `${comment}&reply_comment_id={reply:num}`
  return [
    {
      kind: 'comment',
      path: query(path, reply),
      canonical: query(canonical, reply),
      holder: canonical,
      ...rest,
    },
    {
      kind: 'comment',
      path: query(path, comment),
      canonical: query(canonical, comment),
      holder: canonical,
      ...rest,
    },
    { kind, path, canonical, ...rest },
  ]
}

const PHOTO = '/photo/?fbid={id:num}'

const routes: RouteDeclaration[] = [
  ...withComments('post', '/groups/{group:word}/posts/{id:num}/*', '/groups/{group}/posts/{id}'),
  ...withComments('post', '/groups/{group:word}/permalink/{id:num}/*', '/groups/{group}/posts/{id}'),
  ...withComments('post', '/{user:word}/posts/{id:code}', '/{user}/posts/{id}', except),
  ...withComments('post', '/{user:word}/posts/{slug:slug}/{id:code}', '/{user}/posts/{id}', except),
  ...withComments(
    'post',
    '/permalink.php?story_fbid={id:code}&id={owner:num}',
    '/permalink.php?story_fbid={id}&id={owner}',
  ),
  ...withComments(
    'post',
    '/story.php?story_fbid={id:code}&id={owner:num}',
    '/permalink.php?story_fbid={id}&id={owner}',
  ),
  ...withComments('post', PHOTO, PHOTO),
  ...withComments('post', '/photo.php?fbid={id:num}', PHOTO),
  ...withComments('post', '/{user:word}/photos/{set:word}/{id:num}/*', PHOTO, except),
  ...withComments('video', '/watch/?v={id:num}', '/watch/?v={id}'),
  ...withComments('video', '/watch/live/?v={id:num}', '/watch/?v={id}'),
  ...withComments('video', '/{user:word}/videos/{id:num}/*', '/watch/?v={id}', except),
  ...withComments('video', '/{user:word}/videos/{slug:slug}/{id:num}/*', '/watch/?v={id}', except),
  ...withComments('video', '/reel/{id:num}/*', '/reel/{id}'),
  { kind: 'story', path: '/stories/{bucket:word}/{id:slug}/*', canonical: '/stories/{bucket}/{id}' },
  { kind: 'profile', path: '/profile.php?id={user:num}' },
  { kind: 'profile', path: '/groups/{group:word}/user/{user:num}/*', canonical: '/profile.php?id={user}' },
  { kind: 'profile', path: '/{user:word}', except },
]

const permalink = [
  { at: AT.time, from: '@href' as const },
  { at: AT.commentLink, from: '@href' as const, within: 'comment' as const, holder: true as const },
]
const bar = [{ at: AT.like, climb: AT.say, put: 'append' as const }]
const split = {
  mark: AT.header,
  fence: `${AT.header}, ${AT.message}`,
  stop: `${AT.like}, ${AT.say}, ${AT.comment}`,
}

export const facebook = defineSite({
  name: 'Facebook',
  matches: ['https://*.facebook.com/*'],
  media: ['*.fbcdn.net', '*.facebook.com'],
  policies: 'facebook',
  proof: 'unproven',
  held: '2026-09-01',
  find: {
    id: 'facebook',
    version: 1,
    origin: 'https://www.facebook.com',
    hosts: ['facebook.com', '*.facebook.com'],
    ignore: AT.decoys,
    routes,
    items: [
      {
        kind: 'comment',
        root: AT.comment,
        needs: AT.commentLink,
        permalink: [{ at: AT.commentLink, from: '@href' }],
        bar: [{ at: AT.commentBar, put: 'append' }],
      },
      {
        kind: 'post',
        also: ['video'],
        root: `${AT.feed}, ${AT.article}`,
        needs: AT.header,
        wake: AT.sleeping,
        split,
        permalink,
        bar,
      },
      {
        kind: 'post',
        also: ['video'],
        root: AT.dialog,
        needs: AT.header,
        wake: AT.sleeping,
        split,
        permalink: [
          ...permalink,
          { at: '', from: 'address', agree: { user: { at: AT.author, from: '@href', part: 'user' } } },
        ],
        bar,
      },
    ],
  },
  read: {
    post: {
      platformId: [
        {
          at: AT.commenter,
          within: 'comment',
          from: '@href',
          parse: 'base64',
          with: 'comment_id=comment:{value:num}_{comment:num}',
        },
      ],
      authorHandle: [{ at: AT.author, from: '@href', part: 'user' }],
      authorName: [{ at: AT.author }],
      profile: '/{handle}',
      text: [{ at: AT.message }, { at: '[data-ad-comet-preview="message"], [data-ad-preview="message"]' }],
      textMore: `${AT.message} [role="button"]`,
      media: [
        { kind: 'image', at: AT.picture, from: '@src', alt: '@alt' },
        { kind: 'video', at: AT.video, in: 'video', from: '@src', poster: '@poster' },
      ],
      sponsored: AT.advert,
    },
    comment: {
      platformId: [
        {
          at: AT.commenter,
          from: '@href',
          parse: 'base64',
          with: 'comment_id=comment:{post:num}_{value:num}',
        },
      ],
      authorHandle: [{ at: AT.commenter, from: '@href', part: 'user' }],
      authorName: [{ at: AT.commenter }],
      profile: '/{handle}',
      timeText: [{ at: AT.commentLink }],
      text: [{ at: 'span[lang]' }, { at: 'div[dir="auto"]', each: true }],
      textMore: 'span[lang] [role="button"]',
      language: [{ at: 'span[lang]', from: '@lang' }],
      media: [{ kind: 'image', at: 'a[href*="/photo"] img', from: '@src', alt: '@alt' }],
    },
  },
})
