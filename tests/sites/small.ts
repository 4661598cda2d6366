import { KINDS } from './kinds'

/** Small pages of our own, in the structure that the facts and the platforms' sources name: what no saved page shows. */
export type Small = { site: string; page: string; html: string; items: Record<string, unknown>[] }

export const SMALL: Record<string, Small> = {
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
  'Lemmy of 2026, a list: link post with cross-post, picture post, edited, a mention in the text': {
    site: 'lemmy',
    page: 'https://lemmy.example/',
    html: `<div id="app" class="lemmy-site"><div class="post-listing mt-2"><div><article class="post-container"><div class="row mb-1"><div class="col">
      <div class="small"><a class="community-link" href="/c/pics@far.example"><picture><img src="/c.webp" alt=""></picture>pics</a> by <a class="person-listing d-inline-flex" title="@ada@far.example" href="/u/ada@far.example"><picture><img src="/a.webp" alt=""></picture><span>Ada</span></a><span class="badge">bot</span></div></div>
      <div class="col-auto small"><span class="moment-time" data-tippy-content="x">3h</span></div></div><div class="row"><div class="col"><h1 class="post-name h5"><a class="text-body" href="/post/7"><span>A link</span></a></h1><div class="small"><a href="https://news.example">news.example</a><small class="badge">NSFW</small></div></div>
      <div class="col-auto"><a class="d-block" href="https://news.example"><picture><img src="/t.webp" alt=""></picture></a></div></div><article id="postContent"><div class="md-div"><p>See <a href="/post/99">that</a> by <a title="@eve" href="/u/eve">@eve</a></p></div></article></article>
      <div class="cross"><a href="/post/55">pics2</a></div></div></div>
      <div class="post-listing mt-2"><div><article class="post-container"><a class="person-listing" title="@bo" href="/u/bo"><span>@bo</span></a><span class="moment-time fst-italic" data-tippy-content="x">1h</span>
      <h1 class="post-name h5"><a href="/post/8"><span>A picture</span></a></h1><div class="d-block position-relative"><picture><img src="/p.webp" alt="A cat"></picture></div></article></div></div></div>`,
    items: [
      {
        permalink: 'https://lemmy.example/post/7',
        text: 'A link',
        name: 'Ada',
        handle: 'ada@far.example',
        timeText: '3h',
        media: 0,
        edited: false,
      },
      { permalink: 'https://lemmy.example/post/8', handle: 'bo', timeText: null, media: 1, edited: true },
    ],
  },
  'Lemmy, the page of a post whose title leads away': {
    site: 'lemmy',
    page: 'https://lemmy.example/post/7?scrollToComments=true',
    html: `<div id="app" class="lemmy-site"><div class="post-listing"><article class="post-container"><a class="person-listing" href="/u/ada">Ada</a><h1 class="post-name h5"><a href="https://news.example">A link</a></h1></article><div><a href="/post/55">cross-posted</a></div></div></div>`,
    items: [{ permalink: 'https://lemmy.example/post/7', text: 'A link', handle: 'ada' }],
  },
  'Misskey, the page of a note: what it answers, the note with a quote and a poll, an answer to it': {
    site: 'misskey',
    page: 'https://sharkey.example/notes/9main',
    html: `<div id="sharkey_app"><div><div class="sub"><div class="main"><div class="body"><header><a href="/@eve">Eve</a><div>@eve</div><div><a href="/notes/9up"><time title="yesterday">1d</time></a></div></header><div><div><span style="white-space: pre-wrap;">Before</span></div></div></div></div></div>
      <div><a href="/@dee"><img alt=""></a><i class="ti ti-repeat"></i><span><a href="/@dee@far.example">Dee</a></span></div>
      <article><header><a href="/@ada"><img alt=""></a><div><div><a href="/@ada">Ada</a></div><div>@ada</div></div></header><div><p><span style="white-space: pre-wrap;">Warning</span><button>Show 10</button></p>
      <div style="display: none;"><a href="/notes/9up"><i class="ti ti-arrow-back-up"></i></a><span style="white-space: pre-wrap;">Own <b>words</b></span><div><b>Translated: </b><span style="white-space: pre-wrap;">Other words</span></div>
      <div><a href="https://sharkey.example/files/1"><div><canvas></canvas><img src="/files/1" alt="A cat"></div></a></div><ul><li><span style="white-space: pre-wrap;">Choice</span></li></ul>
      <div><div><a href="/@cy"><img alt=""></a><div class="main"><header><a href="/@cy">Cy</a><div><a href="/notes/9old"><time>2d</time></a></div></header><div><div><span style="white-space: pre-wrap;">Quoted</span></div></div></div></div></div></div></div>
      <footer><div><a href="/notes/9main"><time title="2026/11/20 08:15:00">2026/11/20</time></a></div><button></button></footer></article>
      <div class="sub"><div class="main"><div class="body"><header><a href="/@bo">Bo</a><div><a href="/notes/9re"><time>1h</time></a></div></header><div><div><span style="white-space: pre-wrap;">Answer</span></div></div></div></div></div></div></div>`,
    items: [
      { permalink: 'https://sharkey.example/notes/9up', handle: 'eve', text: 'Before' },
      {
        permalink: 'https://sharkey.example/notes/9main',
        name: 'Ada',
        handle: 'ada',
        text: 'Warning\nOwn words',
        timeText: '2026/11/20 08:15:00',
        media: 1,
        quotes: 'https://sharkey.example/notes/9old',
      },
      { permalink: 'https://sharkey.example/notes/9re', handle: 'bo', text: 'Answer', timeText: '1h' },
    ],
  },
  'Mastodon: a boosted status with a quote in it; a page that the server drew (3.x)': {
    site: 'mastodon',
    page: 'https://far.example/home',
    html: `<div id="mastodon" data-props="{}"></div><div class="status__wrapper"><div class="status__prepend"><a class="status__display-name muted" href="/@dee"><bdi><strong>Dee</strong></bdi></a> boosted</div>
      <div class="status" data-id="11"><div class="status__info"><a class="status__relative-time" href="/@ada@other.example/11"><time datetime="2026-11-20T08:15:00.000Z">3h</time></a><a class="status__display-name" href="/@ada@other.example"><strong class="display-name__html">Ada</strong> <span class="display-name__account">@ada@other.example</span></a></div>
      <div class="status__content"><div class="status__content__text"><p>Own words</p></div></div><div class="status__quote"><div class="status__wrapper"><div class="status status--is-quote" data-id="12"><a class="status__relative-time" href="/@eve/12"><time datetime="2026-11-19T08:15:00.000Z">1d</time></a><div class="status__content"><div class="status__content__text"><p>Quoted</p></div></div></div></div></div><div class="status__action-bar"></div></div></div>
      <div class="activity-stream"><div class="entry"><div class="status status-public"><div class="status__info"><a class="status__relative-time" href="https://far.example/@bo/13"><time class="time-ago" datetime="2026-11-20T08:15:00Z">Nov 20</time></a><a class="status__display-name" href="https://far.example/@bo"><span class="display-name"><bdi><strong class="display-name__html">Bo</strong></bdi> <span class="display-name__account">@bo</span></span></a></div><div class="status__content"><div class="e-content"><p>Drawn</p></div></div><div class="status__action-bar"></div></div></div></div>`,
    items: [
      {
        permalink: 'https://far.example/@ada@other.example/11',
        handle: 'ada@other.example',
        text: 'Own words',
        time: '2026-11-20T08:15:00.000Z',
        repostedBy: 'Dee',
        quotes: 'https://far.example/@eve/12',
      },
      { permalink: 'https://far.example/@bo/13', handle: 'bo', name: 'Bo', text: 'Drawn', repostedBy: null },
    ],
  },
  'Pleroma of today: a subject, a repeat, a quoted status': {
    site: 'pleroma',
    page: 'https://akkoma.example/main/all',
    html: `<script id="initial-results" type="application/json">{}</script><div class="Status"><div class="retweet-info"><span class="repeater-name"><a href="/users/dee">Dee</a></span> repeated</div><div class="status-container"><div class="status-heading"><h4 class="status-username">Ada</h4><a class="account-name" href="/users/ada">ada@far.example</a><a class="timeago faint-link" href="/notice/Aa1"><time datetime="2026-11-20T08:15:00.000Z">3h</time></a></div>
      <div class="StatusBody"><div class="body"><div class="summary-wrapper"><span class="media-body summary">Subject</span></div><div class="text-wrapper"><span class="text media-body">Words</span><button>Show more</button></div></div></div>
      <div class="quoted-status"><div class="Status"><a class="account-name" href="/users/eve">eve</a><a class="timeago" href="/notice/Ee2"><time datetime="2026-11-19T08:15:00.000Z">1d</time></a><div class="StatusBody"><div class="body"><span class="text">Quoted</span></div></div></div></div><div class="status-actions"></div></div></div>`,
    items: [
      {
        permalink: 'https://akkoma.example/notice/Aa1',
        name: 'Ada',
        text: 'Subject\nWords',
        repostedBy: 'Dee',
        time: '2026-11-20T08:15:00.000Z',
        quotes: 'https://akkoma.example/notice/Ee2',
      },
    ],
  },
  'Reddit: a picture over its blur, a link, and old comments without data': {
    site: 'reddit',
    page: 'https://www.reddit.com/r/cats/',
    html: `<shreddit-post permalink="/r/cats/comments/1a/a_cat/" author="ada" post-type="image" post-title="A cat" created-timestamp="2026-11-20T08:15:00.000000+0000" id="t3_1a"><div slot="post-media-container"><img class="post-background-image-filter" src="https://preview.redd.it/a.jpg?width=32" alt=""><img id="post-image" src="https://preview.redd.it/a.jpg?width=640" alt="A cat"></div></shreddit-post>
      <shreddit-post permalink="/r/cats/comments/1b/a_link/" author="[deleted]" post-type="link" post-title="A link" id="t3_1b"><div slot="post-media-container"><a><img src="https://external-preview.redd.it/b.jpg"></a></div></shreddit-post>
      <div class="thing comment" data-fullname="t1_9c"><div class="entry"><p class="tagline"><a class="author" href="https://old.reddit.com/user/bo">bo</a> <time datetime="2026-11-20T08:15:00+00:00">3h</time> <time class="edited-timestamp" datetime="2026-11-20T09:15:00+00:00">*</time></p><div class="usertext-body"><div class="md"><p>Words</p></div></div><ul class="flat-list buttons"><li><a class="bylink" href="https://old.reddit.com/r/cats/comments/1a/a_cat/9c/">permalink</a></li></ul></div>
      <div class="child"><div class="thing morechildren" data-fullname="t1_9d"><div class="entry">more</div></div></div></div>`,
    items: [
      { permalink: 'https://www.reddit.com/r/cats/comments/1a/a_cat/', media: 1, handle: 'ada' },
      { permalink: 'https://www.reddit.com/r/cats/comments/1b/a_link/', media: 0, handle: null, time: null },
      {
        kind: 'comment',
        permalink: 'https://www.reddit.com/r/cats/comments/1a/a_cat/9c/',
        handle: 'bo',
        text: 'Words',
        time: '2026-11-20T08:15:00.000Z',
      },
    ],
  },
  'WhatsApp: an answer over what it answers, a group, a picture alone, a notice': {
    site: 'whatsapp',
    page: 'https://web.whatsapp.com/',
    html: `<div role="row"><div data-id="false_1203-99@g.us_3EB0AA_77001112233@c.us"><div class="copyable-text" data-pre-plain-text="[12:03, 20/11/2026] Ada: "><div data-testid="quoted-message"><img src="blob:x"><span class="selectable-text">Before</span></div><span class="selectable-text">Words</span></div></div></div>
      <div data-testid="conv-msg-3EB0BB" data-id="3EB0BB"><div data-testid="image-thumb"><img src="blob:y" alt=""></div><div data-testid="msg-meta">12:04</div></div>
      <div data-testid="conv-msg-3EB0CC" data-id="3EB0CC"><div>Messages are encrypted.</div></div>`,
    items: [
      { permalink: 'whatsapp:1203-99@g.us/3EB0AA', name: 'Ada', text: 'Words', media: 0 },
      { permalink: 'whatsapp:3EB0BB', name: null, text: null, media: 1 },
    ],
  },
  'YouTube: a post of a channel, and a line of a live chat': {
    site: 'youtube',
    page: 'https://www.youtube.com/@ada/posts',
    html: `<ytd-backstage-post-renderer><a id="author-text" href="/@ada"><span>Ada</span></a><yt-formatted-string id="published-time-text"><a href="/post/Ugkx1?lb=x">2 days ago</a></yt-formatted-string><yt-formatted-string id="content-text">Words</yt-formatted-string><ytd-backstage-image-renderer><img id="img" src="https://yt3.ggpht.com/a"></ytd-backstage-image-renderer></ytd-backstage-post-renderer>
      <yt-live-chat-text-message-renderer id="Ck1"><div id="content"><span id="timestamp">1:03 PM</span><span id="author-name">Bo</span><span id="message">Hello</span></div></yt-live-chat-text-message-renderer>`,
    items: [
      {
        kind: 'post',
        permalink: 'https://www.youtube.com/post/Ugkx1',
        handle: 'ada',
        text: 'Words',
        media: 1,
      },
      { kind: 'message', permalink: null, name: 'Bo', text: 'Hello', timeText: '1:03 PM' },
    ],
  },
  'Discord: an edited message with an uploaded picture and the card of a link': {
    site: 'discord',
    page: 'https://discord.com/channels/11/22',
    html: `<ol data-list-id="chat-messages"><li id="chat-messages-22-33"><span id="message-username-33"><span data-text="Ada">Ada</span><span>TAG</span></span><div id="message-content-33">Words<span><time datetime="2026-11-20T09:15:00.000Z"><span>(edited)</span></time></span></div>
      <div id="message-accessories-33"><a href="https://cdn.discordapp.com/a.png"><img src="https://media.discordapp.net/a.png" alt=""></a><article><a href="https://news.example"><img src="https://images-ext.example/t.png"></a></article></div></li></ol>`,
    items: [{ name: 'Ada', text: 'Words', edited: true, media: 1, time: null }],
  },
  'VK for telephones: a post': {
    site: 'vk',
    page: 'https://m.vk.com/club12',
    html: `<div class="wall_item"><a class="post__anchor" name="post-12_34"></a><div class="wi_head"><a class="pi_author" href="/club12">Club</a><a class="wi_date" href="/wall-12_34">today</a></div><div class="wi_body"><div class="pi_text">Words</div></div></div>`,
    items: [{ permalink: 'https://vk.com/wall-12_34', name: 'Club', text: 'Words', timeText: 'today' }],
  },
  'Bluesky: a post with a picture, whose tooltip is gone': {
    site: 'bluesky',
    page: 'https://bsky.app/profile/ada.example',
    html: `<div role="link" tabindex="0" data-testid="feedItem-by-ada.example"><a href="/profile/ada.example" dir="auto">Ada</a><a href="/profile/ada.example/post/3aaa1?x=1" aria-label="20 November 2026 at 08:15">3h</a><div data-testid="postText">See <a href="/profile/eve.example/post/3eee1" aria-label="x">that</a></div>
      <button><div data-expoimage="true"><img src="https://cdn.bsky.app/img/feed_thumbnail/plain/a@jpeg" alt="A cat"></div></button><div><div data-testid="replyBtn"></div><div data-testid="likeBtn"></div><div data-testid="postDropdownBtn"></div></div></div>`,
    items: [
      {
        permalink: 'https://bsky.app/profile/ada.example/post/3aaa1',
        name: 'Ada',
        handle: 'ada.example',
        text: 'See that',
        timeText: '20 November 2026 at 08:15',
        media: 1,
      },
    ],
  },
  'X: a repost with a video that has not loaded, and an advert': {
    site: 'x',
    page: 'https://x.com/home',
    html: `<article data-testid="tweet"><a href="/dee"><span data-testid="socialContext">Dee ҳаволаи нав</span></a><div data-testid="UserAvatar-Container-ada"></div><div data-testid="User-Name"><a href="/ada"><div dir="ltr"><span>Ada</span></div></a><a href="/ada"><span>@ada</span></a><a href="/ada/status/12345?s=20"><time datetime="2026-11-20T08:15:00.000Z">3h</time></a></div>
      <div data-testid="tweetText" lang="tg">Words <img alt="🙂"></div><div data-testid="tweetPhoto"><div data-testid="videoPlayer"></div></div><div role="group" aria-label="x"><button data-testid="reply">1</button><button data-testid="like">2</button></div></article>
      <article data-testid="tweet"><div data-testid="placementTracking"></div><div data-testid="UserAvatar-Container-shop"></div><div data-testid="User-Name"><a href="/shop"><div dir="ltr">Shop</div></a></div><div data-testid="tweetText">Buy</div><a href="/shop/status/99/analytics">9</a></article>`,
    items: [
      {
        permalink: 'https://x.com/ada/status/12345',
        name: 'Ada',
        handle: 'ada',
        text: 'Words 🙂',
        time: '2026-11-20T08:15:00.000Z',
        repostedBy: 'dee',
        media: 1,
        sponsored: false,
      },
      { permalink: 'https://x.com/shop/status/99', handle: 'shop', time: null, sponsored: true },
    ],
  },
  'LinkedIn: an update that hands on another with words of its own': {
    site: 'linkedin',
    page: 'https://www.linkedin.com/feed/',
    html: `<div class="feed-shared-update-v2" role="article" data-urn="urn:li:activity:71"><a class="update-components-actor__meta-link" href="https://www.linkedin.com/in/ada?x=1"><span class="update-components-actor__title"><span><span dir="ltr"><span aria-hidden="true">Ada</span><span class="visually-hidden">Ada</span></span></span></span></a><span class="update-components-actor__sub-description"><span aria-hidden="true">3h • </span></span>
      <div class="update-components-update-v2__commentary">Own words</div><div class="update-components-mini-update-v2__reshared-content"><a class="update-components-actor__meta-link" href="/in/eve">Eve</a><div class="update-components-update-v2__commentary">Other words</div></div><div class="feed-shared-social-action-bar"></div></div>`,
    items: [
      {
        permalink: 'https://www.linkedin.com/feed/update/urn:li:activity:71/',
        name: 'Ada',
        handle: 'ada',
        text: 'Own words',
        timeText: '3h',
      },
    ],
  },
  'Snapchat: the address alone': {
    site: 'snapchat',
    page: 'https://www.snapchat.com/@ada/spotlight/W7_ab?share_id=x',
    html: '<main></main>',
    items: [{ permalink: 'https://www.snapchat.com/spotlight/W7_ab', handle: 'ada', kind: 'video' }],
  },
  ...KINDS,
}
