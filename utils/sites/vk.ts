import { defineSite } from './define'

/**
 * vk.com: posts and comments by the ids that have been the same since 2012 (server pages of 2012; a public reader of
 * 2025-08 uses them still). The newest shell is all hashed classes; there only links would be left.
 */
const AT = {
  post: '.post[data-post-id], .post[id^="post"]',
  /** m.vk.com. */
  mobile: '.wall_item:has(> a.post__anchor[name^="post"])',
  anchor: 'a.post__anchor[name]',
  comment: '.reply[data-post-id], .reply[id^="post"]',
  /** What a post hands on: read as an item of its own. */
  quoted: '.copy_quote',
  author: 'a.author[href], .post_author a[href], .PostHeaderTitle a[href], a.pi_author[href]',
  text: '.wall_post_text, .pi_text',
  more: 'button.PostTextMore, .wall_post_more',
  replyText: '.wall_reply_text',
  replyLink: 'a[href*="reply="]',
  date: '.rel_date, .post_date, .PostHeaderSubtitle__item, .wi_date',
  advert: '.wall_marked_as_ads, [data-ad-view]',
  picture: '.page_post_thumb_wrap',
}

const IDS = {
  owner: { at: '', from: '@data-post-id', match: '{value:int}_{id:num}' },
  id: { at: '', from: '@data-post-id', match: '{owner:int}_{value:num}' },
} as const
const OLD_IDS = {
  owner: { at: '', from: '@id', match: 'post{value:int}_{id:num}' },
  id: { at: '', from: '@id', match: 'post{owner:int}_{value:num}' },
} as const
const WALL = '/wall{owner}_{id}'

export const vk = defineSite({
  name: 'VK',
  matches: ['https://vk.com/*', 'https://vk.ru/*', 'https://m.vk.com/*'],
  media: ['*.userapi.com', '*.vkuser.net', '*.vkuserphoto.ru', '*.mycdn.me'],
  policies: 'vk',
  proof: 'unproven',
  held: '2025-08-05',
  find: {
    id: 'vk',
    version: 1,
    origin: 'https://vk.com',
    hosts: ['vk.com', 'vk.ru', 'm.vk.com', 'm.vk.ru', 'www.vk.com'],
    routes: [
      {
        kind: 'comment',
        path: '/wall{owner:int}_{id:num}?reply={reply:num}&thread={thread:num}',
        canonical: `${WALL}?reply={reply}&thread={thread}`,
        holder: WALL,
      },
      {
        kind: 'comment',
        path: '/wall{owner:int}_{id:num}?reply={reply:num}',
        canonical: `${WALL}?reply={reply}`,
        holder: WALL,
      },
      { kind: 'post', path: '/wall{owner:int}_{id:num}' },
      { kind: 'video', path: '/video{owner:int}_{id:num}' },
      { kind: 'video', path: '/clip{owner:int}_{id:num}' },
      { kind: 'post', path: '/photo{owner:int}_{id:num}' },
      { kind: 'story', path: '/story{owner:int}_{id:num}' },
      { kind: 'post', path: '/{any:word}?w=wall{owner:int}_{id:num}', canonical: WALL },
      {
        kind: 'profile',
        path: '/{user:word}',
        except: { user: 'feed im friends groups video audios settings login'.split(' ') },
      },
    ],
    items: [
      {
        kind: 'post',
        root: AT.quoted,
        quoted: true,
        permalink: [{ at: 'a[href*="/wall"]', from: '@href' }],
        bar: [],
      },
      {
        kind: 'comment',
        root: AT.comment,
        permalink: [{ at: AT.replyLink, from: '@href' }],
        bar: [{ at: '.reply_date, .info_footer, .ReplyItem__footer', put: 'append' }],
      },
      {
        kind: 'post',
        root: AT.mobile,
        permalink: [
          {
            at: '',
            make: WALL,
            parts: {
              owner: { at: AT.anchor, from: '@name', match: 'post{value:int}_{id:num}' },
              id: { at: AT.anchor, from: '@name', match: 'post{owner:int}_{value:num}' },
            },
          },
        ],
        bar: [],
      },
      {
        kind: 'post',
        root: AT.post,
        permalink: [
          { at: '', make: WALL, parts: IDS },
          { at: '', make: WALL, parts: OLD_IDS },
        ],
        bar: [{ at: '.like_btns, .PostBottomAction, .post_like', put: 'append' }],
      },
    ],
  },
  read: {
    post: {
      authorHandle: [{ at: AT.author, from: '@href', part: 'user' }],
      authorName: [{ at: AT.author }],
      profile: '/{handle}',
      timeText: [{ at: AT.date }],
      text: [{ at: AT.text }],
      textMore: AT.more,
      media: [{ kind: 'image', at: AT.picture, from: '@style', parse: 'style' }],
      sponsored: AT.advert,
    },
    comment: {
      authorHandle: [{ at: AT.author, from: '@href', part: 'user' }],
      authorName: [{ at: AT.author }],
      profile: '/{handle}',
      timeText: [{ at: AT.date }],
      text: [{ at: AT.replyText }],
      media: [],
    },
  },
})
