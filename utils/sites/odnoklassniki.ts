import { defineSite } from './define'

/** ok.ru, of which nothing public is known but addresses and two class names: read by the shape of links. */
const AT = {
  item: '.feed-w',
  link: 'a[href*="/topic/"], a[href*="/statuses/"]',
  text: '.media-text_cnt',
}

export const odnoklassniki = defineSite({
  name: 'Odnoklassniki',
  matches: ['https://ok.ru/*', 'https://m.ok.ru/*'],
  media: ['*.mycdn.me', '*.okcdn.ru'],
  policies: 'odnoklassniki',
  proof: 'unproven',
  held: '2026-11-24',
  find: {
    id: 'odnoklassniki',
    version: 1,
    origin: 'https://ok.ru',
    hosts: ['ok.ru', 'www.ok.ru', 'm.ok.ru'],
    routes: [
      { kind: 'post', path: '/group/{group:num}/topic/{id:num}' },
      { kind: 'post', path: '/profile/{user:num}/statuses/{id:num}' },
      { kind: 'post', path: '/{group:word}/topic/{id:num}' },
      { kind: 'video', path: '/video/{id:num}' },
      { kind: 'profile', path: '/profile/{user:num}' },
      { kind: 'channel', path: '/group/{group:num}' },
    ],
    items: [
      {
        kind: 'post',
        root: AT.item,
        needs: AT.link,
        permalink: [{ at: AT.link, from: '@href' }],
        bar: [{ at: AT.text, put: 'append' }],
      },
    ],
  },
  read: { post: { text: [{ at: AT.text }], media: [] } },
})
