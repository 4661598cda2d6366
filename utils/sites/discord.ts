import { defineSite } from './define'

/** discord.com: ids that carry channel and message (public tools of 2026). A channel's name is in the address only. */
const AT = {
  message: 'li[id^="chat-messages-"]',
  /** An answer shows the beginning of what it answers, with the same ids. */
  answered: '[id^="message-reply-context-"]',
  text: '[id^="message-content-"]',
  author: '[id^="message-username-"]',
  time: 'time[id^="message-timestamp-"][datetime]',
  under: '[id^="message-accessories-"]',
  /** Uploaded; the picture in the card of a link stands in an article. */
  picture: '[id^="message-accessories-"] a[href] img:not(article *)',
}

const CHANNEL = { at: '', from: '@id', match: 'chat-messages-{value:num}-{message:num}' } as const

export const discord = defineSite({
  name: 'Discord',
  matches: ['https://discord.com/*'],
  media: ['cdn.discordapp.com', 'media.discordapp.net'],
  policies: 'discord',
  proof: 'unproven',
  held: '2026-01-29',
  find: {
    id: 'discord',
    version: 1,
    origin: 'https://discord.com',
    hosts: ['discord.com', 'canary.discord.com', 'ptb.discord.com'],
    ignore: AT.answered,
    routes: [
      { kind: 'message', path: '/channels/{guild:slug}/{channel:num}/{message:num}' },
      { kind: 'channel', path: '/channels/{guild:slug}/{channel:num}' },
    ],
    items: [
      {
        kind: 'message',
        root: AT.message,
        permalink: [
          {
            at: '',
            make: '/channels/{guild}/{channel}/{message}',
            parts: {
              guild: { at: '', from: 'address', part: 'guild' },
              channel: CHANNEL,
              message: { at: '', from: '@id', match: 'chat-messages-{channel:num}-{value:num}' },
            },
            agree: { channel: { at: '', from: 'address', part: 'channel' } },
          },
        ],
        bar: [{ at: AT.under, put: 'prepend' }],
      },
    ],
  },
  read: {
    message: {
      authorName: [{ at: `:is(${AT.author}) [data-text]` }, { at: AT.author }],
      time: [{ at: AT.time, from: '@datetime', parse: 'iso' }],
      text: [{ at: AT.text }],
      /** The mark of an edited message stands in its text. */
      textSkip: 'time',
      edited: '[id^="message-content-"] time',
      media: [{ kind: 'image', at: AT.picture, from: '@src', alt: '@alt' }],
      audience: [{ at: '', from: '@id', parse: 'mark', with: 'limited' }],
    },
  },
})
