import { defineSite } from './define'

/** pinterest.com: pins in lists (test ids of 2026) and the page of one pin, by the data that the server sent (2024-06). */
const AT = {
  pin: '[data-test-id="pin"][data-test-pin-id]',
  picture: 'img[src*="pinimg.com"]',
  data: 'script[data-relay-response="true"]',
}

const COUNTRIES = 'at au ca ch cl co.kr co.uk com.au com.mx de dk es fr ie it jp nz ph pt se'.split(' ')

export const pinterest = defineSite({
  name: 'Pinterest',
  matches: ['https://*.pinterest.com/*', ...COUNTRIES.map((country) => `https://*.pinterest.${country}/*`)],
  media: ['*.pinimg.com'],
  policies: 'pinterest',
  session: { out: '[data-test-id="login-button"]' },
  proof: 'unproven',
  held: '2024-06-01',
  find: {
    id: 'pinterest',
    version: 1,
    origin: 'https://www.pinterest.com',
    hosts: ['pinterest.com', '*.pinterest.com', ...COUNTRIES.map((country) => `*.pinterest.${country}`)],
    routes: [
      { kind: 'post', path: '/pin/{id:num}/*', canonical: '/pin/{id}/' },
      { kind: 'post', path: '/pin/{slug:slug}--{id:num}/*', canonical: '/pin/{id}/' },
    ],
    items: [
      {
        kind: 'post',
        root: AT.pin,
        permalink: [
          {
            at: '',
            make: '/pin/{id}/',
            parts: { id: { at: '', from: '@data-test-pin-id', match: '{value:num}' } },
          },
        ],
        bar: [],
      },
    ],
  },
  read: {
    post: { media: [{ kind: 'image', at: AT.picture, from: '@src', alt: '@alt' }] },
    page: {
      media: [
        {
          kind: 'image',
          at: 'head:has(> meta[property="og:url"][content*="/pin/"]) > meta[property="og:image"]',
          from: '@content',
        },
      ],
      text: [
        { at: AT.data, from: 'json:entityId={id}>title' },
        { at: AT.data, from: 'json:entityId={id}>seoTitle', match: '{value:lazy} | {rest:rest}' },
      ],
    },
  },
})
