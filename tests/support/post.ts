/** What a page of one post is made of; everything is markup as given. */
export type PostPage = {
  text?: string
  name?: string
  handle?: string
  /** Markup below the text: pictures, films. */
  media?: string
  /** Runs before the post is there. */
  first?: string
  /** Runs when the page is there. */
  last?: string
  /** What stands around the post; default: it as it is. */
  around?: (post: string) => string
}

/** A Mastodon page with one post of one's own, number `n`. */
export function postPage(n: number, page: PostPage = {}): string {
  const { text = 'A post.', name = 'Ada', handle = 'ada', media = '', first = '', last = '' } = page
  const { around = (one: string) => one } = page
  const button = (label: string) =>
    `<div class="status__action-bar__button-wrapper"><button type="button" class="status__action-bar__button icon-button" aria-label="${label}">${label[0]}</button></div>`
  const post = `<article data-id="${n}"><div tabindex="-1"><div class="status__wrapper status__wrapper-public focusable" tabindex="0"><div class="status status-public " data-id="${n}">
<div class="status__info"><a href="/@${handle}/${n}" class="status__relative-time"><time datetime="2026-11-20T08:15:00.000Z">3h</time></a>
<a href="/@${handle}" title="${handle}" class="status__display-name"><span class="display-name"><bdi><strong class="display-name__html">${name}</strong></bdi> <span class="display-name__account">@${handle}</span></span></a></div>
<div class="status__content"><div class="status__content__text status__content__text--visible translate" lang="en"><p>${text}</p></div></div>${media}
<div class="status__action-bar">${button('Reply')}${button('More')}</div>
</div></div></div></article>`
  const script = (code: string) => (code ? `<script>${code}</script>` : '')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${script(first)}</head>
<body class="app-body"><div id="mastodon" data-props="{}">${around(post)}</div>${script(last)}</body></html>`
}
