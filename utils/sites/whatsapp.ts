import { defineSite } from './define'

/**
 * web.whatsapp.com: one message that the reviewer points at. A chat has no public address, so a message gets a
 * reference of its own. Seen on one row of 2026-08; media rows, groups and channels only from the facts.
 */
const AT = {
  /** A row that a person wrote has the plain text's head; the notice about encryption has not. */
  row: '[data-testid^="conv-msg-"][data-id], div[role="row"] [data-id]',
  head: '[data-pre-plain-text]',
  /** A row with a picture, sound or file alone has no such head, only its time. */
  written: '[data-pre-plain-text], [data-testid="msg-meta"]',
  /** The message that is answered is shown over the answer. */
  text: ':is([data-testid="selectable-text"], span.selectable-text):not([data-testid="quoted-message"] *)',
  meta: '[data-testid="msg-meta"]',
  picture: ':is([data-testid="image-thumb"] img, img[src^="blob:"]):not([data-testid="quoted-message"] *)',
}

export const whatsapp = defineSite({
  name: 'WhatsApp',
  matches: ['https://web.whatsapp.com/*'],
  media: ['*.whatsapp.net'],
  policies: 'whatsapp',
  proof: 'unproven',
  held: '2026-08-26',
  find: {
    id: 'whatsapp',
    version: 1,
    origin: 'https://whatsapp.com',
    hosts: ['web.whatsapp.com', 'whatsapp.com', 'www.whatsapp.com'],
    routes: [
      { kind: 'message', path: '/channel/{code:code}/{id:num}' },
      { kind: 'channel', path: '/channel/{code:code}' },
    ],
    items: [
      {
        kind: 'message',
        root: AT.row,
        needs: AT.written,
        permalink: [
          {
            at: '',
            reference: 'whatsapp:{id}',
            parts: { id: { at: '', from: '@data-id', match: '{value:code}' } },
          },
          {
            at: '',
            reference: 'whatsapp:{chat}/{id}',
            parts: {
              chat: { at: '', from: '@data-id', match: '{own:label}_{value:acct}_{id:word}' },
              id: { at: '', from: '@data-id', match: '{own:label}_{chat:acct}_{value:word}' },
            },
          },
          {
            at: '',
            reference: 'whatsapp:{chat}/{id}',
            // In a group the writer stands behind.
            parts: {
              chat: { at: '', from: '@data-id', match: '{own:label}_{value:acct}_{id:word}_{who:acct}' },
              id: { at: '', from: '@data-id', match: '{own:label}_{chat:acct}_{value:word}_{who:acct}' },
            },
          },
        ],
        bar: [{ at: AT.meta, put: 'prepend' }],
      },
    ],
  },
  read: {
    message: {
      platformId: [{ at: '', from: '@data-id' }],
      authorName: [{ at: AT.head, from: '@data-pre-plain-text', match: '[{time:any}] {value:any}: ' }],
      timeText: [{ at: AT.head, from: '@data-pre-plain-text', match: '[{value:any}] {name:any}: ' }],
      text: [{ at: AT.text }],
      media: [{ kind: 'image', at: AT.picture, from: '@src', alt: '@alt' }],
      /** A chat is never public: what is reported here was said to few. */
      audience: [{ at: '', from: '@data-id', parse: 'mark', with: 'limited' }],
    },
  },
})
