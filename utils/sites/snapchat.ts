import { defineSite } from './define'

/** snapchat.com: addresses only; no page is public. Any page of it is reported by its address. */
const AT = {
  url: 'meta[property="og:url"]',
}

export const snapchat = defineSite({
  name: 'Snapchat',
  matches: ['https://www.snapchat.com/*', 'https://story.snapchat.com/*'],
  media: ['*.sc-cdn.net'],
  policies: 'snapchat',
  proof: 'unproven',
  held: '2026-11-24',
  find: {
    id: 'snapchat',
    version: 1,
    origin: 'https://www.snapchat.com',
    hosts: ['www.snapchat.com', 'snapchat.com', 'story.snapchat.com'],
    routes: [
      { kind: 'story', path: '//story.snapchat.com/s/{id:code}', canonical: '//story.snapchat.com/s/{id}' },
      { kind: 'video', path: '/@{user:word}/spotlight/{id:code}', canonical: '/spotlight/{id}' },
      { kind: 'video', path: '/spotlight/{id:code}' },
      { kind: 'profile', path: '/@{user:word}' },
      { kind: 'profile', path: '/add/{user:word}', canonical: '/@{user}' },
    ],
    items: [],
  },
  read: {
    page: {
      same: { at: AT.url, from: '@content' },
      authorHandle: [{ at: '', from: 'address', part: 'user' }],
      profile: '/@{handle}',
    },
  },
})
