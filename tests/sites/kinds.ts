import type { Small } from './small'

/** More small pages of our own: other kinds of page, older and newer front ends, what the server sends before anything is drawn. */
export const KINDS: Record<string, Small> = {
  'Threads: badges and counts are no text, a picture alone has none': {
    site: 'threads',
    page: 'https://www.threads.com/@ada/post/Aa1',
    html: `<div data-pressable-container="true"><div><div><div><span dir="auto"><a href="/@ada" role="link"><span translate="no">ada</span></a></span><span dir="auto"><span>Author</span></span><a href="/@ada/post/Aa1"><time datetime="2026-11-20T08:15:00.000Z"><span>3h</span></time></a></div><div><div role="button"><svg></svg></div></div></div>
      <div><span dir="auto"><span>Own</span><br><span>words</span></span></div><div role="button"><span dir="auto">Translate</span></div>
      <div><div><div role="button"><svg></svg></div></div><div><div role="button"><svg></svg></div></div></div><div><span dir="auto">12 views</span></div></div></div>
      <div data-pressable-container="true"><div><div><div><a href="/@bo" role="link"><span dir="auto">bo</span></a><span dir="auto">Pinned</span><a href="/@bo/post/Bb2"><time datetime="2026-11-20T09:15:00.000Z">2h</time></a></div><div><div role="button"><svg></svg></div></div></div>
      <picture><img src="https://x.cdninstagram.com/a.jpg" alt="A cat"></picture><div><div><div role="button"><svg></svg></div></div><div><div role="button"><svg></svg></div></div></div><div><span dir="auto">3 replies</span></div></div></div>`,
    items: [
      { permalink: 'https://www.threads.com/@ada/post/Aa1', handle: 'ada', text: 'Own\nwords' },
      { permalink: 'https://www.threads.com/@bo/post/Bb2', handle: 'bo', text: null, media: 1 },
    ],
  },
  'X: a page as the server sends it': {
    site: 'x',
    page: 'https://x.com/ada/status/12345',
    html: `<head><meta property="og:type" content="article"><meta property="og:url" content="https://twitter.com/ada/status/12345"><meta property="og:title" content="Ada (@ada) on X"><meta property="og:description" content="Words"><meta property="og:image" content="https://pbs.twimg.com/media/a.jpg:large"></head><div id="react-root"></div>`,
    items: [
      {
        permalink: 'https://x.com/ada/status/12345',
        name: 'Ada',
        handle: 'ada',
        text: 'Words',
        time: null,
        media: 1,
      },
    ],
  },
  'X: a page that is still about the post before': {
    site: 'x',
    page: 'https://x.com/ada/status/12345',
    html: `<head><meta property="og:type" content="article"><meta property="og:url" content="https://x.com/eve/status/999"><meta property="og:title" content="Eve (@eve) on X"><meta property="og:description" content="Other words"></head>`,
    items: [{ permalink: 'https://x.com/ada/status/12345', name: null, text: null }],
  },
  'X: a post whose picture does not say whose it is': {
    site: 'x',
    page: 'https://x.com/home',
    html: `<article data-testid="tweet"><div data-testid="UserAvatar-Container-unknown"></div><div data-testid="User-Name"><a href="/ada"><div dir="ltr">Ada</div></a><a href="/company"><img alt=""></a><a href="/ada/status/12345"><time datetime="2026-11-20T08:15:00.000Z">3h</time></a></div><div data-testid="tweetText">Words</div></article>`,
    items: [{ permalink: 'https://x.com/ada/status/12345', handle: 'ada', name: 'Ada' }],
  },
  'LinkedIn: other urns, older names, a comment': {
    site: 'linkedin',
    page: 'https://www.linkedin.com/feed/',
    html: `<div class="feed-shared-update-v2" data-urn="urn:li:ugcPost:72"><div class="update-components-actor__name"><span aria-hidden="true">Ada</span></div><div class="update-components-actor__sub-description"><a href="/feed/update/urn:li:ugcPost:72/"><time datetime="2026-11-20T08:15:00.000Z">2d</time></a></div><div class="feed-shared-text">Words</div><div class="feed-shared-image"><img src="https://media.licdn.com/a"></div>
      <article class="comments-comment-entity" data-id="urn:li:comment:(urn:li:activity:71,5)"><a class="comments-comment-meta__description-container" href="/in/bo"><span class="comments-comment-meta__description-title">Bo</span></a><span class="comments-comment-item__main-content">Answer</span></article></div>
      <div class="feed-shared-update-v2" data-urn="urn:li:sponsoredContentV2:(urn:li:activity:1,2)"><div class="feed-shared-text">Buy</div></div>`,
    items: [
      {
        permalink: 'https://www.linkedin.com/feed/update/urn:li:ugcPost:72/',
        name: 'Ada',
        text: 'Words',
        time: '2026-11-20T08:15:00.000Z',
        media: 1,
      },
      {
        kind: 'comment',
        permalink:
          'https://www.linkedin.com/feed/update/urn:li:activity:71/?commentUrn=urn:li:comment:(activity:71,5)',
        handle: 'bo',
        text: 'Answer',
      },
      { permalink: null, text: 'Buy', sponsored: true },
    ],
  },
  'Bluesky: a post’s page as the server sends it': {
    site: 'bluesky',
    page: 'https://bsky.app/profile/ada.example/post/3aaa1',
    html: `<head><meta property="og:type" content="article"><meta property="og:url" content="https://bsky.app/profile/ada.example/post/3aaa1"><meta property="og:title" content="Ada (@ada.example)"><meta property="og:description" content="Words"><meta name="article:published_time" content="2026-11-20T08:15:00.000Z"></head><div id="root"></div>`,
    items: [
      {
        permalink: 'https://bsky.app/profile/ada.example/post/3aaa1',
        name: 'Ada',
        handle: 'ada.example',
        text: 'Words',
        time: '2026-11-20T08:15:00.000Z',
      },
    ],
  },
  'Reddit, old: a post without a number': {
    site: 'reddit',
    page: 'https://old.reddit.com/r/cats/comments/1a/a_cat/',
    html: `<div class="thing link" data-author="ada" data-permalink="/r/cats/comments/1a/a_cat/"><a class="title" href="/r/cats/comments/1a/a_cat/">A cat</a></div>`,
    items: [
      {
        permalink: 'https://www.reddit.com/r/cats/comments/1a/a_cat/',
        handle: 'ada',
        text: 'A cat',
        time: null,
      },
    ],
  },
  'YouTube, the watch page before 2023': {
    site: 'youtube',
    page: 'https://www.youtube.com/watch?v=abc123',
    html: `<ytd-watch-flexy video-id="abc123"><ytd-video-primary-info-renderer><h1 class="title">A title</h1></ytd-video-primary-info-renderer><ytd-video-owner-renderer><div id="channel-name"><a href="/@ada">Ada</a></div></ytd-video-owner-renderer></ytd-watch-flexy>`,
    items: [
      {
        permalink: 'https://www.youtube.com/watch?v=abc123',
        text: 'A title',
        name: 'Ada',
        handle: 'ada',
        time: null,
      },
    ],
  },
}
