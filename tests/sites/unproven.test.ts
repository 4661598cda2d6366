// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { siteById } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'
import { open, readAll } from './pages'

/** Small pages of our own, in the structure that the facts name, for platforms of which no page of today is public. */
type Case = { site: string; page: string; html: string; items: Record<string, unknown>[] }

const CASES: Record<string, Case> = {
  'VK: a post with a repost in it, a comment, an advert': {
    site: 'vk',
    page: 'https://vk.com/feed',
    html: `<div class="post" data-post-id="-12_34"><a class="author" href="/ada">Ada</a><span class="rel_date">today at 12:03</span>
      <div class="wall_text"><div class="wall_post_text">Own words <button class="PostTextMore">Show more</button></div>
      <div class="copy_quote"><a class="author" href="/eve">Eve</a><a href="/wall5_6">2 May</a><div class="wall_post_text">Quoted words</div></div></div>
      <div class="page_post_thumb_wrap" style="background-image: url(https://sun1.userapi.com/a.jpg)"></div><div class="like_btns"></div>
      <div class="replies"><div class="reply" data-post-id="-12_35"><a class="author" href="/id7">Bo</a><div class="wall_reply_text">An answer</div>
      <div class="reply_date"><a class="wd_lnk" href="/wall-12_34?reply=35&from=x">5 min</a></div></div></div></div>
      <div class="post" data-post-id="-9_8" data-ad-view="x"><a class="author" href="/shop">Shop</a><div class="wall_post_text">Buy</div></div>`,
    items: [
      {
        permalink: 'https://vk.com/wall-12_34',
        text: 'Own words',
        truncated: true,
        quotes: 'https://vk.com/wall5_6',
        media: 1,
      },
      { kind: 'comment', permalink: 'https://vk.com/wall-12_34?reply=35', text: 'An answer', handle: 'id7' },
      { permalink: 'https://vk.com/wall-9_8', sponsored: true },
    ],
  },
  'Odnoklassniki: an item with a link of the right shape, and one without': {
    site: 'odnoklassniki',
    page: 'https://ok.ru/feed',
    html: `<div class="feed-w"><a href="/group/77/topic/1500?st=1">more</a><div class="media-text_cnt">Words</div></div>
      <div class="feed-w"><a href="/games">Games</a><div class="media-text_cnt">No post</div></div>`,
    items: [{ permalink: 'https://ok.ru/group/77/topic/1500', text: 'Words', handle: null }],
  },
  'Lemmy: a post, a comment and the answer to it': {
    site: 'lemmy',
    page: 'https://lemmy.world/post/5',
    html: `<div id="app" class="lemmy-site"><div class="post-listing"><article class="post-container"><a class="person-listing" href="/u/ada@far.example">Ada</a>
      <h1 class="post-title"><a href="/post/5">A title</a></h1><span class="moment-time" data-tippy-content="x">3 days ago</span><div class="row"></div></article></div>
      <ul><li class="comment"><article id="comment-9"><a class="person-listing" href="/u/bo">Bo</a><div class="comment-content"><div class="md-div"><p>One</p><p>Two</p></div></div><div class="row-cols-auto"></div></article>
      <ul><li class="comment"><article id="comment-10"><a class="person-listing" href="/u/cy">Cy</a><div class="comment-content"><div class="md-div">Three</div></div></article></li></ul></li></ul></div>`,
    items: [
      {
        kind: 'post',
        permalink: 'https://lemmy.world/post/5',
        text: 'A title',
        handle: 'ada@far.example',
        timeText: '3 days ago',
      },
      { kind: 'comment', permalink: 'https://lemmy.world/comment/9', text: 'One\n\nTwo', handle: 'bo' },
      { kind: 'comment', permalink: 'https://lemmy.world/comment/10', text: 'Three' },
    ],
  },
  'Misskey: a note whose renoter stands outside': {
    site: 'misskey',
    page: 'https://misskey.io/',
    html: `<div id="misskey_app"><div><div><a href="/@dee">Dee</a></div><article><header><a href="/@ada@far.example">Ada</a><div><a href="/notes/9abc"><time title="2026/11/20 08:15:00">3h</time></a></div></header>
      <div><span style="white-space: pre-wrap;">Words</span></div><footer><button></button></footer></article></div></div>`,
    items: [
      {
        permalink: 'https://misskey.io/notes/9abc',
        handle: 'ada@far.example',
        text: 'Words',
        time: null,
        timeText: '2026/11/20 08:15:00',
      },
    ],
  },
  'Pleroma: a status, and a preview that is none': {
    site: 'pleroma',
    page: 'https://pleroma.example/main/all',
    html: `<script id="initial-results" type="application/json">{}</script><div class="status-el"><div class="media-heading"><h4 class="user-name">Ada</h4><a class="account-name" href="/users/ada">ada@far.example</a>
      <a class="timeago" href="/notice/9xyz"><time datetime="2026-11-20T08:15:00.000Z">3h</time></a></div>
      <div class="status-preview-container"><div class="status-el status-preview"><a class="timeago" href="/notice/9old">1d</a><div class="status-content">Old</div></div></div>
      <div class="status-content">Words</div><div class="status-actions"></div></div>`,
    items: [
      {
        permalink: 'https://pleroma.example/notice/9xyz',
        handle: 'ada@far.example',
        text: 'Words',
        time: '2026-11-20T08:15:00.000Z',
      },
    ],
  },
  'Discord: an answer, whose quoted beginning has the same ids, and a message without a head': {
    site: 'discord',
    page: 'https://discord.com/channels/11/22',
    html: `<ol data-list-id="chat-messages"><li id="chat-messages-22-33"><div id="message-reply-context-33"><span id="message-username-30">Eve</span><div id="message-content-30">Before</div></div>
      <span id="message-username-33">Ada</span><time id="message-timestamp-33" datetime="2026-11-20T08:15:00.000Z">8:15</time><div id="message-content-33">Words</div><div id="message-accessories-33"></div></li>
      <li id="chat-messages-22-34"><div id="message-content-34">More</div><div id="message-accessories-34"></div></li>
      <li id="chat-messages-99-35"><div id="message-content-35">Another channel</div></li></ol>`,
    items: [
      { permalink: 'https://discord.com/channels/11/22/33', name: 'Ada', text: 'Words', audience: 'limited' },
      { permalink: 'https://discord.com/channels/11/22/34', name: null, text: 'More' },
      { permalink: null, text: 'Another channel' },
    ],
  },
  'Threads: a post that quotes another': {
    site: 'threads',
    page: 'https://www.threads.net/',
    html: `<div data-pressable-container="true"><a href="/@ada" role="link">ada</a><a href="/@ada/post/Aa1?xmt=x"><time datetime="2026-11-20T08:15:00.000Z">3h</time></a>
      <span dir="auto"><span>Own words</span></span><div data-pressable-container="true"><a href="/@eve/post/Ee2"><time datetime="2026-11-19T08:15:00.000Z">1d</time></a><span dir="auto">Quoted</span></div></div>`,
    items: [
      {
        permalink: 'https://www.threads.com/@ada/post/Aa1',
        handle: 'ada',
        text: 'Own words',
        quotes: 'https://www.threads.com/@eve/post/Ee2',
      },
    ],
  },
  'Instagram: a post in the feed of today': {
    site: 'instagram',
    page: 'https://www.instagram.com/',
    html: `<article><header><a href="/ada.sample/"><img alt=""></a><a href="/ada.sample/">ada.sample</a></header><img srcset="https://x.cdninstagram.com/s.jpg 320w, https://x.cdninstagram.com/l.jpg 1080w" alt="Photo by Ada">
      <section><svg></svg></section><h1 dir="auto">Words</h1><a href="/ada.sample/p/Cd3/?igsh=x"><time datetime="2026-11-20T08:15:00.000Z">3h</time></a></article>`,
    items: [{ permalink: 'https://www.instagram.com/p/Cd3/', handle: 'ada.sample', text: 'Words', media: 1 }],
  },
  'WhatsApp: an older build, whose ids name the chat': {
    site: 'whatsapp',
    page: 'https://web.whatsapp.com/',
    html: `<div role="row"><div data-id="false_77001112233@c.us_3EB0AA11"><div class="copyable-text" data-pre-plain-text="[12:03, 20/11/2026] Ada: "><span class="selectable-text">Words</span></div></div></div>`,
    items: [
      {
        permalink: 'whatsapp:77001112233@c.us/3EB0AA11',
        name: 'Ada',
        text: 'Words',
        timeText: '12:03, 20/11/2026',
        audience: 'limited',
      },
    ],
  },
  'Telegram, both web clients: read, without a permalink': {
    site: 'telegram',
    page: 'https://web.telegram.org/k/#@channel',
    html: `<div class="bubble" data-mid="42" data-peer-id="-100" data-timestamp="1795507200"><div class="message">Words<span class="time">12:00</span></div></div>
      <div class="Message" data-message-id="43"><div class="text-content">More<span class="MessageMeta">12:01</span></div></div>`,
    items: [
      { permalink: null, text: 'Words', time: '2026-11-24T08:00:00.000Z' },
      { permalink: null, text: 'More', time: null },
    ],
  },
  'Snapchat: the address alone': {
    site: 'snapchat',
    page: 'https://www.snapchat.com/@ada/spotlight/W7_ab?share_id=x',
    html: '<main></main>',
    items: [{ permalink: 'https://www.snapchat.com/spotlight/W7_ab', handle: 'ada', kind: 'video' }],
  },
}

describe('platforms that nobody has tried live', () => {
  for (const [name, { site, page, html, items }] of Object.entries(CASES)) {
    it(name, () => {
      const read = readAll(siteById(site) as Site, open(`<body>${html}</body>`, page)).map((item) => ({
        ...item,
        ...item.author,
        media: item.media.length,
      }))
      expect(read).toMatchObject(items)
      expect(read).toHaveLength(items.length)
    })
  }
})
