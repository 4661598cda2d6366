import { defineSite } from './define'

/** twitch.tv: videos and clips by what the server's page says (2021); chat lines, which have no address. */
const AT = {
  line: '.chat-line__message, [data-a-target="chat-line-message"]',
  name: '.chat-author__display-name, [data-a-target="chat-message-username"]',
  body: '[data-a-target="chat-line-message-body"]',
  url: 'meta[property="og:url"]',
  data: 'script[type="application/ld+json"]',
}

export const twitch = defineSite({
  name: 'Twitch',
  matches: ['https://www.twitch.tv/*', 'https://clips.twitch.tv/*'],
  media: ['*.jtvnw.net'],
  policies: 'twitch',
  proof: 'unproven',
  held: '2021-01-01',
  find: {
    id: 'twitch',
    version: 1,
    origin: 'https://www.twitch.tv',
    hosts: ['www.twitch.tv', 'm.twitch.tv', 'twitch.tv', 'clips.twitch.tv'],
    routes: [
      { kind: 'video', path: '//clips.twitch.tv/{slug:code}', canonical: '//clips.twitch.tv/{slug}' },
      { kind: 'video', path: '/videos/{id:num}' },
      { kind: 'video', path: '/{user:word}/clip/{slug:code}' },
      {
        kind: 'channel',
        path: '/{user:word}',
        except: {
          user: 'videos directory settings subscriptions inventory wallet drops downloads p jobs search'.split(
            ' ',
          ),
        },
      },
    ],
    items: [
      {
        kind: 'message',
        root: AT.line,
        needs: AT.body,
        permalink: [],
        bar: [{ at: '.chat-line__message-container', put: 'append' }],
      },
    ],
  },
  read: {
    message: {
      authorName: [{ at: AT.name }],
      authorHandle: [{ at: AT.name, from: '@data-a-user', parse: 'handle' }],
      profile: '/{handle}',
      text: [{ at: AT.body }],
      media: [],
    },
    page: {
      same: { at: AT.url, from: '@content' },
      text: [{ at: AT.data, from: 'json:@type=VideoObject,embedUrl=https://www.twitch.tv/videos/{id}>name' }],
      media: [{ kind: 'video', at: 'meta[property="og:image"]', from: '@data-none', poster: '@content' }],
    },
  },
})
