/** What makes a post hard to keep: each a part of one post, compared by its pixels. */
export type Feature = { name: string; html: string; css?: string; script?: string }

const FILES = 'https://files.lab.example'
const FONT = `${FILES}/font.woff2`

export const FEATURES: Feature[] = [
  {
    name: 'text and its faces',
    html: '<p class="t1">Words <b>bold</b> <i>italic</i> <code>code</code> <a href="/x">a link</a>, <mark>marked</mark><br>second line with a long word that has to be broken somewhere</p>',
    css: '.t1{font:15px/1.4 "Liberation Sans",sans-serif;letter-spacing:.3px;word-spacing:2px;text-underline-offset:4px;text-transform:capitalize;hyphens:auto;width:240px}.t1 a{color:teal;text-decoration:underline wavy}',
  },
  {
    name: 'open shadow root with slots',
    html: '<x-card><template shadowrootmode="open"><style>:host{display:block;border:3px solid navy;border-radius:9px}header{background:#def;padding:6px}slot[name=title]{font-weight:700;color:maroon}.box{display:grid;grid-template-columns:1fr 2fr;gap:8px}::slotted(i){color:green}</style><header><slot name="title">no title</slot></header><div class="box"><slot></slot><slot name="none">fallback</slot></div></template><span slot="title">Slotted title</span><i>light</i></x-card>',
  },
  {
    name: 'adopted style sheet',
    html: '<div id="adopt"></div>',
    script:
      'const r=adopt.attachShadow({mode:"open"});r.innerHTML="<p>Adopted <em>words</em></p>";const s=new CSSStyleSheet();s.replaceSync("p{background:gold;padding:10px;border-left:6px double black}em{color:crimson}");r.adoptedStyleSheets=[s]',
  },
  {
    name: 'closed shadow root',
    html: '<div id="shut"></div>',
    script:
      'shut.attachShadow({mode:"closed"}).innerHTML="<p style=\'background:#fee;padding:8px\'>closed words</p>"',
  },
  {
    name: 'pseudo-elements, with words, pictures and counters',
    html: '<ol class="p1"><li>one<li>two<li>three</ol><p class="p2">after</p><p class="p3">quoted</p><ul class="p4"><li>dot</ul>',
    css: `.p1{counter-reset:n 4;list-style:none;padding:0}.p1 li{counter-increment:n}.p1 li::before{content:counter(n) ". ";color:red;font-weight:700}.p2::after{content:url(${FILES}/img/after.png);display:inline-block;width:32px;height:20px;overflow:hidden}.p3::before{content:"\\201C";font-size:30px;color:#888}.p3::after{content:"";position:absolute;width:20px;height:20px;background:linear-gradient(red,blue)}.p4 li::marker{color:red}`,
  },
  {
    name: 'web font',
    html: '<p class="f1">\uea60\uea61\uea62\uea63\uea64\uea65\uea66</p>',
    css: `@font-face{font-family:Signs;src:url(${FONT})}.f1{font:40px Signs}`,
  },
  {
    name: 'drawings: gradients, use, symbol, clip, filter, foreign objects',
    html: `<svg width="0" height="0" style="position:absolute"><symbol id="star" viewBox="0 0 10 10"><path fill="currentColor" d="M5 0l2 4h3l-2 3 1 3-4-2-4 2 1-3-2-3h3z"/></symbol></svg>
<svg class="s1" width="320" height="90" viewBox="0 0 320 90"><defs><linearGradient id="g1"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><clipPath id="c1"><circle cx="40" cy="40" r="30"/></clipPath><filter id="fi"><feGaussianBlur stdDeviation="2"/></filter></defs>
<rect width="80" height="80" fill="url(#g1)" clip-path="url(#c1)"/><use href="#star" x="90" y="5" width="40" height="40"/><g transform="rotate(10 160 40)"><rect x="140" y="20" width="40" height="40" class="s2"/></g><circle cx="220" cy="40" r="20" filter="url(#fi)"/><foreignObject x="250" y="10" width="70" height="60"><div style="font:12px sans-serif;background:#ffd">HTML in it</div></foreignObject><text x="100" y="80" font-size="14">drawn words</text></svg>
<svg class="s3" viewBox="0 0 10 10"><use href="#star"/></svg>`,
    css: '.s1{color:purple}.s2{fill:orange;stroke:#333;stroke-width:3;stroke-dasharray:4 2}.s3{width:24px;height:24px;color:green}',
  },
  {
    name: 'canvas',
    html: '<canvas id="cv" width="300" height="100" style="width:150px;height:50px;border:1px solid red"></canvas>',
    script:
      'const c=cv.getContext("2d");c.fillStyle="teal";c.fillRect(10,10,200,60);c.fillStyle="gold";c.arc(200,50,40,0,7);c.fill()',
  },
  {
    name: 'canvas as wide as the post',
    html: '<canvas id="wide" width="960" height="400" style="width:480px;height:200px;display:block"></canvas>',
    script:
      'const c=wide.getContext("2d");for(let i=0;i<300;i++){c.fillStyle="hsl("+i*7+" 70% "+(20+i%60)+"%)";c.beginPath();c.arc(i*37%960,i*53%400,10+i%60,0,7);c.fill()}',
  },
  {
    name: 'video: the frame that it shows',
    html: '<video id="vi" muted style="width:160px;height:90px;object-fit:cover;border:2px solid teal"></video>',
    // Drawn again and again, so that the stream has frames: always the same one.
    script:
      'const c=document.createElement("canvas");c.width=320;c.height=240;const x=c.getContext("2d");const draw=()=>{x.fillStyle="navy";x.fillRect(0,0,320,240);x.fillStyle="gold";x.fillRect(80,70,160,100)};draw();vi.srcObject=c.captureStream();vi.play();setInterval(draw,100)',
  },
  {
    name: 'scrolled box',
    html: '<div id="sc"><p>first line</p><p>second line</p><p>third line</p><p>fourth line</p></div>',
    css: '#sc{height:60px;overflow:hidden;border:1px solid;background:#eef}#sc p{margin:0;height:30px}',
    script: 'sc.scrollTop=45',
  },
  {
    name: 'form fields as they are filled in',
    html: '<input class="i1" value="was"><textarea class="i1">old</textarea><select class="i1"><option>one<option selected>two</select><button class="i2">A button</button>',
    css: '.i1,.i2{appearance:none;font:14px "Liberation Sans";border:1px solid #999;padding:4px;margin:2px;width:90px;height:36px;box-sizing:border-box;vertical-align:top;background:#fff;color:#000;border-radius:0}',
    script:
      'document.querySelector("input.i1").value="typed";document.querySelector("textarea.i1").value="typed, too"',
  },
  {
    name: 'pictures: cut, in a line, as ground, rounded, masked',
    html: `<img src="${FILES}/img/a.png" class="m1"><img src="${FILES}/img/b.png" class="m2"> words <picture><source srcset="${FILES}/img/c.png 1x, ${FILES}/img/d.png 9x"><img class="m3"></picture><div class="m4"></div><div class="m5"></div>`,
    css: `.m1{width:90px;height:90px;object-fit:cover;border-radius:50%}.m2{width:40px}.m3{height:40px}.m4{height:60px;background:url(${FILES}/img/e.png) center/80px repeat-x,#fed;border:2px dotted blue}.m5{width:80px;height:40px;background:green;mask:linear-gradient(90deg,black,transparent)}`,
  },
  {
    name: 'layout: flex, grid, columns, table, position, transforms, blending',
    html: `<div class="l1"><span>a</span><span>bb</span><span>ccc</span></div><div class="l2"><b>1</b><b>2</b><b>3</b></div><div class="l3">Words in two columns that are set one beside the other, by the browser.</div><table class="l4"><tr><td>a<td>b<tr><td>c<td>dd</table><div class="l5"><i></i><u></u></div>`,
    css: '.l1{display:flex;gap:6px;justify-content:space-between}.l1 span{flex:1;background:#cde;text-align:center}.l2{display:grid;grid-template:"x x y" 20px/1fr 2fr 1fr;gap:3px;margin:5px 0}.l2 b{background:#dec}.l2 b:first-child{grid-area:y}.l3{columns:2;column-rule:1px solid red;font:12px "Liberation Sans"}.l4{border-collapse:collapse}.l4 td{border:1px solid #777;padding:3px 8px}.l5{position:relative;height:50px;background:#eee}.l5 i{position:absolute;inset:5px auto auto 20px;width:40px;height:30px;background:red;rotate:15deg;mix-blend-mode:multiply}.l5 u{position:absolute;left:40px;top:10px;width:40px;height:30px;background:cyan;transform:skewX(10deg);backdrop-filter:blur(3px);box-shadow:2px 3px 4px #0006;opacity:.7}',
  },
  {
    name: 'another direction, another language, another scheme',
    html: '<div class="d1" dir="rtl" lang="ar"><p>مرحبا 123 words</p><ul><li>نقطة</ul></div><p class="d2" lang="ja">直 骨 今</p>',
    css: '.d1{color-scheme:dark;background:Canvas;color:CanvasText;border-inline-start:5px solid red;padding:4px}.d2{writing-mode:vertical-rl;height:60px}',
  },
  {
    name: 'what stands in what it can’t be written in',
    html: '<div id="odd"></div>',
    script:
      'const p=document.createElement("p");p.innerHTML="in a paragraph";const d=document.createElement("div");d.textContent="a block";d.style.cssText="background:#fdf;padding:3px";p.append(d,"after it");const a=document.createElement("a");a.href="/y";a.textContent="outer ";const b=document.createElement("a");b.href="/z";b.textContent="inner";a.append(b);const h=document.createElement("h2");h.append("head ",document.createElement("h3"));h.lastChild.textContent="in head";odd.append(p,a,h)',
  },
  {
    name: 'a cut-off line, clamped lines',
    html: '<p class="c1">A long line that ends before it ends because it is cut off by the box</p><p class="c2">Clamped words that go on for several lines and are cut after the second of them, as feeds do with long posts everywhere.</p>',
    css: '.c1{width:160px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.c2{width:200px;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;margin:0}',
  },
]

/** What makes a page's fonts and videos show what they show, evaluated in it. */
export const SETTLED = `Promise.all([document.fonts.ready, ...[...document.querySelectorAll('video')].map((one) =>
  one.readyState >= 2 || new Promise((done) => one.addEventListener('loadeddata', done)))]).then(() => {})`

/** One post with all of it, at `/p/1`. */
export function featurePage(features: readonly Feature[] = FEATURES): string {
  const parts = features.map(
    ({ html }, at) => `<section data-feature="${at}" class="feature">${html}</section>`,
  )
  return `<!doctype html><html lang="en"><title>lab</title><style>
html{background:#f4f4f8}body{margin:0;font:16px/1.3 "Liberation Serif"}main{width:520px;margin:20px 0 0 100px}
article{position:absolute;transform:translateY(40px);width:500px;background:#fff;padding:10px}
.feature{display:flow-root;position:relative;min-height:30px;margin:0 0 10px;overflow:hidden}
${features.map(({ css }) => css ?? '').join('\n')}</style>
<main><article data-post><a href="/p/1">permalink</a>${parts.join('\n')}</article></main>
<script>${features.map(({ script }) => (script ? `{${script}}` : '')).join('\n')}</script>`
}
