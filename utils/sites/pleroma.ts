import { defineSite } from './define'

/** Pleroma and Akkoma on any server, by the source of their interface (`src/components/status/status.vue`). */
const AT = {
  /** A status with its own actions; the preview of another has none. */
  status: '.status-el, .Status',
  link: 'a.timeago[href*="/notice/"], a.timeago-link[href*="/notice/"]',
  account: 'a.account-name[href]',
  name: '.user-name, .status-username',
  time: 'time[datetime]',
  /** The subject stands over the text. */
  text: '.status-content, .StatusBody .summary, .StatusBody .text',
  /** A status within one is quoted (Akkoma). */
  quoted: ':is(.status-el, .Status) :is(.status-el, .Status)',
  /** The line over a repeated status. */
  repeater: '.retweet-info :is(.user-name, .repeater-name) a',
  more: '.tall-status-hider, .cw-status-hider',
  actions: '.status-actions',
  /** What an answer answers, shown over it. */
  preview: '.status-preview-container, .status-preview',
  picture: '.attachments img, .Attachment img',
}

export const pleroma = defineSite({
  name: 'Pleroma, Akkoma',
  matches: [],
  media: ['self'],
  policies: 'pleroma',
  proof: 'unproven',
  held: '2020-06-01',
  find: {
    id: 'pleroma',
    version: 1,
    origin: 'self',
    hosts: [],
    ignore: AT.preview,
    sign: 'script#initial-results, noscript + #app, #app-loaded',
    routes: [
      { kind: 'post', path: '/notice/{id:code}' },
      { kind: 'post', path: '/objects/{id:code}' },
      { kind: 'profile', path: '/users/{user:acct}' },
    ],
    items: [
      {
        kind: 'post',
        root: AT.quoted,
        needs: AT.link,
        quoted: true,
        permalink: [{ at: AT.link, from: '@href' }],
        bar: [],
      },
      {
        kind: 'post',
        root: AT.status,
        needs: AT.actions,
        permalink: [{ at: AT.link, from: '@href' }],
        bar: [{ at: AT.actions, put: 'append' }],
      },
    ],
  },
  read: {
    post: {
      authorHandle: [{ at: AT.account, parse: 'handle' }],
      authorName: [{ at: `.media-heading :is(${AT.name}), .status-heading :is(${AT.name})` }],
      profile: '/users/{handle}',
      time: [{ at: `:is(${AT.link}) ${AT.time}`, from: '@datetime', parse: 'iso' }],
      timeText: [{ at: AT.link }],
      text: [{ at: AT.text, each: true }],
      textMore: AT.more,
      media: [{ kind: 'image', at: AT.picture, from: '@src', alt: '@alt' }],
      repostedBy: [{ at: AT.repeater }],
    },
  },
})
