import { defineSite } from './define'

/**
 * threads.com (threads.net until 2025). The rendered page from what public readers of 2026 use; the server's page
 * (2026-06) brings its posts as data, of which only the one is believed whose code is the address's.
 */
const AT = {
  post: '[data-pressable-container]',
  /** A quoted post is such a container within one. */
  quoted: '[data-pressable-container] [data-pressable-container]',
  link: 'a[href*="/post/"]:has(time[datetime])',
  author: 'a[href^="/@"][role="link"]',
  /** The first words that stand neither in the head (names and badges: the row with the time) nor under the actions. */
  text: 'span[dir="auto"]:not(a *, button *, [role="button"] *, [role="link"] *):not(:has(time, a[href^="/@"][role="link"])):not(div:not([data-pressable-container]):is(:has(> a > time), :has(> * > a > time)) *):not(div:has(> div:first-child > [role="button"]):has(> div:nth-child(2) > [role="button"]) ~ *, div:has(> div:first-child > [role="button"]):has(> div:nth-child(2) > [role="button"]) ~ * *)',
  picture: 'picture img, img[srcset]',
  data: 'script[type="application/json"][data-sjs]',
}

export const threads = defineSite({
  name: 'Threads',
  matches: ['https://www.threads.com/*', 'https://www.threads.net/*'],
  media: ['*.cdninstagram.com', '*.fbcdn.net'],
  policies: 'threads',
  session: { out: 'a[href^="/login?show_choice_screen"][role="link"]' },
  proof: 'unproven',
  held: '2026-06-12',
  find: {
    id: 'threads',
    version: 1,
    origin: 'https://www.threads.com',
    hosts: ['www.threads.com', 'threads.com', 'www.threads.net', 'threads.net'],
    routes: [
      { kind: 'post', path: '/@{user:word}/post/{code:code}/*', canonical: '/@{user}/post/{code}' },
      { kind: 'post', path: '/t/{code:code}' },
      { kind: 'profile', path: '/@{user:word}/*', canonical: '/@{user}' },
    ],
    items: [
      {
        kind: 'post',
        root: AT.quoted,
        needs: 'time[datetime]',
        quoted: true,
        permalink: [{ at: AT.link, from: '@href' }],
        bar: [],
      },
      {
        kind: 'post',
        root: AT.post,
        needs: AT.link,
        permalink: [{ at: AT.link, from: '@href' }],
        bar: [
          {
            at: '[role="button"]:has(svg)',
            climb:
              '[role="button"]:has(svg) ~ [role="button"], div:has(> [role="button"]) ~ div > [role="button"]',
            put: 'append',
          },
        ],
      },
    ],
  },
  read: {
    post: {
      authorHandle: [{ at: AT.link, from: '@href', part: 'user' }],
      profile: '/@{handle}',
      time: [{ at: 'time[datetime]', from: '@datetime', parse: 'iso' }],
      text: [{ at: AT.text }],
      media: [
        { kind: 'image', at: AT.picture, from: '@src', alt: '@alt' },
        { kind: 'video', at: 'video', from: '@src', poster: '@poster' },
      ],
    },
    page: {
      authorHandle: [{ at: AT.data, from: 'json:code={code}>user.username' }],
      authorName: [{ at: AT.data, from: 'json:code={code}>user.full_name' }],
      profile: '/@{handle}',
      time: [{ at: AT.data, from: 'json:code={code}>taken_at', parse: 'seconds' }],
      text: [{ at: AT.data, from: 'json:code={code}>caption.text' }],
    },
  },
})
