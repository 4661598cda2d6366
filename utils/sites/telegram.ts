import { defineSite } from './define'

/**
 * Telegram: public channels on t.me (server pages, classes written by hand, seen on eight pages of 2023), and the
 * two web clients, of which no page is public: their items are read, but chats without a public name have no
 * permalink.
 */
const AT = {
  message: '.tgme_widget_message[data-post]',
  /** "Channel created" and the like: no content. */
  service: '.service_message',
  date: 'a.tgme_widget_message_date',
  owner: '.tgme_widget_message_owner_name',
  /** The quoted message of an answer has the same class and this one more. */
  text: '.tgme_widget_message_text.js-message_text:not(.js-message_reply_text)',
  info: '.tgme_widget_message_footer .tgme_widget_message_info',
  photo: '.tgme_widget_message_photo_wrap',
  video: '.tgme_widget_message_video_player',
  round: '.tgme_widget_message_roundvideo_player',
  voice: '.tgme_widget_message_voice_player',
  document: '.tgme_widget_message_document_wrap',
  sticker: '.tgme_widget_message_sticker_wrap',
  /** Web K: ids and time in data attributes. Web A: the id only. */
  bubble: '.bubble[data-mid][data-peer-id]:not(.service, .is-date)',
  /** Who wrote it; over a forwarded message the same line names whom it is from, over a quote another. */
  peer: '.bubble:not(.forwarded) .name .peer-title:not(.reply *)',
  /** One picture or video; a picture lies over its preview. An album has several. */
  attachment: '.attachment:not(:has(.grouped-item)):not(.webpage *, .web *), .grouped-item',
  row: '.Message[data-message-id]',
}

/** A message by its id alone, where no class is as it was: then structure decides, and only what it makes certain. */
const BARE = '[data-post]:not([class*="tgme_"])'
const bare = (selector: string) => `${BARE} ${selector}`

const CHANNEL = { at: '', from: '@data-post', match: '{value:word}/{id:num}' } as const
const ID = { at: '', from: '@data-post', match: '{channel:word}/{value:num}' } as const
const except = {
  channel:
    's c joinchat addstickers addemoji addlist share proxy socks iv login confirmphone bg setlanguage boost'.split(
      ' ',
    ),
}

export const telegram = defineSite({
  name: 'Telegram',
  matches: ['https://t.me/*', 'https://web.telegram.org/*'],
  media: ['*.telegram-cdn.org', '*.cdn-telegram.org', '*.telesco.pe', '*.telegram.org'],
  policies: 'telegram',
  proof: 'proven',
  held: '2023-03-01',
  find: {
    id: 'telegram',
    version: 1,
    origin: 'https://t.me',
    hosts: ['t.me', 'telegram.me', 'www.t.me', 'web.telegram.org'],
    routes: [
      {
        kind: 'comment',
        path: '/{channel:word}/{id:num}?comment={comment:num}',
        canonical: '/{channel}/{id}?comment={comment}',
        holder: '/{channel}/{id}',
        except,
      },
      { kind: 'message', path: '/s/{channel:word}/{id:num}', canonical: '/{channel}/{id}' },
      { kind: 'message', path: '/c/{chat:num}/{id:num}' },
      { kind: 'message', path: '/c/{chat:num}/{topic:num}/{id:num}' },
      { kind: 'message', path: '/{channel:word}/{id:num}', except },
      { kind: 'message', path: '/{channel:word}/{topic:num}/{id:num}', except },
      { kind: 'channel', path: '/s/{channel:word}', canonical: '/{channel}' },
      { kind: 'channel', path: '/{channel:word}', except },
    ],
    items: [
      {
        kind: 'message',
        root: AT.message,
        not: AT.service,
        permalink: [
          { at: '', make: '/{channel}/{id}', parts: { channel: CHANNEL, id: ID } },
          { at: AT.date, from: '@href' },
        ],
        bar: [{ at: AT.info, put: 'prepend' }],
      },
      {
        kind: 'message',
        root: BARE,
        needs: 'a[href] > time[datetime]',
        permalink: [{ at: '', make: '/{channel}/{id}', parts: { channel: CHANNEL, id: ID } }],
        bar: [{ at: 'span:has(> a[href] > time[datetime])', put: 'prepend' }],
      },
      {
        kind: 'message',
        root: AT.bubble,
        needs: '.message',
        permalink: [],
        bar: [{ at: '.message .time', put: 'prepend' }],
      },
      {
        kind: 'message',
        root: AT.row,
        needs: '.text-content',
        permalink: [],
        bar: [{ at: '.MessageMeta', put: 'prepend' }],
      },
    ],
  },
  read: {
    message: {
      platformId: [
        { at: '', from: '@data-mid' },
        { at: '', from: '@data-message-id' },
      ],
      authorHandle: [CHANNEL],
      authorName: [
        { at: AT.owner },
        { at: bare('a[href^="https://t.me/"]:not([href*="?"]) > span[dir="auto"]') },
        { at: AT.peer },
        { at: '.message-title .sender-title' },
      ],
      profile: '/{handle}',
      time: [
        { at: `${AT.date} time[datetime]`, from: '@datetime', parse: 'iso' },
        { at: bare('a[href] > time[datetime]'), from: '@datetime', parse: 'iso' },
        { at: '', from: '@data-timestamp', parse: 'seconds' },
      ],
      timeText: [{ at: '.MessageMeta .message-time', from: '@title' }],
      text: [
        { at: AT.text },
        { at: bare('div[dir="auto"]:not(a *)') },
        { at: '.message' },
        { at: '.text-content' },
      ],
      textSkip:
        '.time, .reactions, .MessageMeta, .Reactions, .reply, .web, .webpage, .WebPage, .EmbeddedMessage',
      media: [
        { kind: 'image', at: AT.photo, from: '@style', parse: 'style' },
        { kind: 'video', at: AT.video, in: 'video', from: '@src', poster: '@poster' },
        { kind: 'video', at: AT.round, in: 'video', from: '@src', poster: '@poster' },
        { kind: 'audio', at: AT.voice, in: 'audio', from: '@src' },
        { kind: 'file', at: AT.document, from: '@href' },
        { kind: 'image', at: bare('a[href][style*="background-image"]'), from: '@style', parse: 'style' },
        {
          kind: 'video',
          // The card of a link to another channel has a title.
          at: bare(
            'a[href^="https://t.me/"]:is(:has(> i[style*="background-image"]), :has(video)):not(:has([dir="auto"]))',
          ),
          in: 'video',
          from: '@src',
        },
        { kind: 'audio', at: bare('a[href]:has(> audio)'), in: 'audio', from: '@src' },
        { kind: 'image', at: bare('picture:has(> source[type="application/x-tgsticker"])'), from: '@style' },
        { kind: 'image', at: AT.sticker, in: 'i, img', from: '@style', parse: 'style' },
        { kind: 'video', at: `:is(${AT.attachment}):has(video)`, in: 'video', from: '@src' },
        {
          kind: 'image',
          at: `:is(${AT.attachment}):has(img):not(:has(video))`,
          in: 'img.media-photo',
          from: '@src',
        },
        { kind: 'video', at: '.media-inner:has(video)', in: 'video', from: '@src' },
        { kind: 'image', at: '.media-inner:has(img):not(:has(video))', in: 'img.full-media', from: '@src' },
      ],
    },
    page: {
      same: { at: 'meta[name="twitter:app:url:googleplay"]', from: '@content' },
      authorName: [{ at: 'meta[property="og:title"]', from: '@content', parse: 'line' }],
      authorHandle: [{ at: '', from: 'address', part: 'channel' }],
      profile: '/{handle}',
      text: [{ at: 'meta[property="og:description"]', from: '@content' }],
      media: [
        { kind: 'image', at: 'meta[property="og:image"]:not([content*="/img/t_logo"])', from: '@content' },
      ],
    },
  },
})
