import type { Frame, Page } from 'playwright-core'
import { type Arena, inPage, NOW, pause, type Served } from './arena'
import { type Attack, hold, same } from './attack'

/** Longest time until Send is off, milliseconds (the design's figure), and how often a busy machine may try again. */
const LIMIT = 250
const TRIES = 3
/** So much of the form's picture may differ where it is called untouched: a caret, a smoothed edge. */
const SAME = 0.004
const WIDTH = 420

/** The form stands beside the page's body, or in the modal dialog that the page has open. */
const MOUNTINGS: Record<string, Served> = {
  'beside the body': {},
  'in the page’s dialog': {
    around: (post) => `<dialog id="own">${post}</dialog>`,
    last: 'document.querySelector("#own").showModal()',
  },
}

/** In the page: our host, and what most attacks lay over it. */
const HELP = `
globalThis.host = [...document.querySelectorAll('[popover]')].find((e) => !e.id)
globalThis.rule = (css) => { const s = document.createElement('style'); s.textContent = css; document.head.append(s) }
globalThis.veil = (css, tag = 'div') => {
  const v = document.createElement(tag)
  v.id = 'veil'
  v.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;border:0;margin:0;padding:0;pointer-events:none;' + css
  ;(document.querySelector('dialog[open]') ?? document.body).append(v)
  return v
}
globalThis.pop = (css, tag) => { const v = veil(css, tag); v.popover = 'manual'; v.showPopover(); return v }
`
const WHITE = 'background:#fff;'

type Row = { name: string; does: string; short?: boolean }
const css = (name: string, rule: string): Row => ({
  name,
  does: `rule(${JSON.stringify(rule)})`,
})
const HOST = '[popover]:not([id])'

const ROWS: Row[] = [
  css('fades the whole document', 'html{opacity:.01!important}'),
  css('fades the whole document a little', 'html{opacity:.99!important}'),
  css('filters the whole document', 'html{filter:opacity(.02) blur(9px)!important}'),
  css('blends the whole document', 'html{mix-blend-mode:difference!important;background:#fff!important}'),
  css('clips the whole document', 'html{clip-path:inset(0 430px 0 0)!important}'),
  css('masks the whole document', 'html{mask:linear-gradient(90deg,#000 60%,#0000 60%)!important}'),
  css('moves the whole document', 'html{transform:translateX(300px)!important}'),
  css('scales the whole document', 'html{transform:scale(2)!important}'),
  css('zooms the whole document', 'html{zoom:3!important}'),
  css('hides the whole document', 'html{visibility:hidden!important}'),
  css('takes the whole document out of the picture', 'html{display:none!important}'),
  css('skips the drawing of the whole document', 'html{content-visibility:hidden!important}'),
  css('fades the body', 'body{opacity:.01!important}'),
  css('fades the form', `${HOST}{opacity:.01!important}`),
  css('scales the form', `${HOST}{transform:scale(2)!important}`),
  css('moves the form', `${HOST}{inset:0 auto auto -200px!important;translate:-200px 0!important}`),
  css('clips the form', `${HOST}{clip-path:inset(0 0 60px 0)!important}`),
  css(
    'makes the form small',
    `${HOST}{width:40px!important;height:40px!important;overflow:hidden!important}`,
  ),
  css('filters the form', `${HOST}{filter:opacity(.02)!important;mix-blend-mode:screen!important}`),
  css('lets presses fall through the form', `${HOST}{pointer-events:none!important}`),
  css(
    'animates the form away',
    `@keyframes x{from,to{opacity:.01;translate:500px}}${HOST}{animation:x 9s infinite!important}`,
  ),
  {
    name: 'animates the form away by script',
    does: 'host.animate([{ opacity: 0.01, transform: "scale(3)", clipPath: "inset(0 0 90px 0)" }], { duration: 1, fill: "forwards" })',
  },
  {
    name: 'styles the form by its attributes',
    does: 'host.setAttribute("style", "opacity:.01!important;display:block!important;scale:2!important"); host.className = "x"; host.hidden = true; host.inert = true',
  },
  css(
    'draws over the form by a pseudo-element',
    `${HOST}::after{content:"";position:fixed;inset:0;${WHITE}pointer-events:none;z-index:9}`,
  ),
  { name: 'lays an element over it', does: `veil('z-index:2147483647;${WHITE}')` },
  { name: 'lays a popover over it', does: `pop('${WHITE}')`, short: true },
  {
    name: 'lays a popover with a hole over it',
    does: `pop('${WHITE}clip-path:polygon(0 0,100% 0,100% 88%,78% 88%,78% 100%,0 100%)')`,
  },
  { name: 'lays a popover over it that is a third opaque', does: `pop('background:rgb(255 255 255/.3)')` },
  { name: 'lays a transparent popover over it', does: `pop('background:rgb(0 0 0/.01)')` },
  {
    name: 'lays a popover over Send alone',
    does: `pop('${WHITE}inset:auto 0 0 auto;width:160px;height:70px')`,
  },
  { name: 'lays a frame of its own over it', does: `pop('${WHITE}', 'iframe')` },
  { name: 'lays an image over it', does: `pop('${WHITE}', 'canvas')` },
  {
    name: 'lays a modal dialog over it',
    does: `(() => { const d = veil('${WHITE}', 'dialog'); d.showModal() })()`,
  },
  {
    name: 'lays a modal dialog over it and takes that out of the picture',
    does: `(() => { const d = veil('', 'dialog'); d.showModal(); d.style.display = 'none' })()`,
  },
  {
    name: 'keeps laying popovers over it, sixty times a second',
    does: `(() => { const again = () => { document.querySelector('#veil')?.remove(); pop('${WHITE}'); requestAnimationFrame(again) }; again() })()`,
  },
  {
    name: 'shows a still picture of the page instead (view transition)',
    does: `rule('::view-transition{pointer-events:none!important}::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation-duration:99s!important;animation-delay:50s!important}::view-transition-new(*){opacity:0!important}'); document.startViewTransition(() => { document.body.style.background = '#fff' })`,
    short: true,
  },
  { name: 'takes the form out', does: 'host.remove()' },
  { name: 'closes the form’s popover', does: 'host.hidePopover()' },
  {
    name: 'turns the form’s popover into something else',
    does: 'host.popover = "auto"; document.body.click()',
  },
  {
    name: 'puts the form into a faded box of its own',
    does: `(() => { const b = document.createElement('div'); b.style.cssText = 'opacity:.01;position:fixed;inset:0'; document.documentElement.append(b); b.append(host); try { host.showPopover() } catch {} })()`,
  },
  { name: 'makes everything inert', does: 'document.documentElement.inert = true' },
]

/** Writes down in the form when Send goes off; the same clock as the page's. */
const WATCH = `
globalThis.offAt = null
new MutationObserver(() => {
  const send = document.querySelector('button.send')
  if (offAt === null && (!send || send.getAttribute('aria-disabled') === 'true')) offAt = ${NOW}
}).observe(document, { subtree: true, childList: true, attributes: true })
`

const picture = (page: Page) =>
  page.screenshot({
    clip: { x: 1280 - WIDTH, y: 0, width: WIDTH, height: 900 },
    animations: 'allow',
    timeout: 10_000,
  })

/** The form's picture when it has come to rest: evidence is sealed while one types, and says so. */
async function settled(arena: Arena, page: Page): Promise<Buffer> {
  let last = await picture(page)
  for (let tries = 0; tries < 20; tries++) {
    await pause(150)
    const now = await picture(page)
    if ((await arena.differing(last, now)) === 0) return now
    last = now
  }
  return last
}

/** When Send went off after the attack, milliseconds; 0: the form itself is gone; null: it stays on. */
async function offAfter(form: Frame, at: number): Promise<number | null> {
  for (const end = Date.now() + 1500; Date.now() < end; await pause(50)) {
    if (form.isDetached()) return 0
    const off = await form.evaluate<number | null>('offAt').catch(() => 0)
    if (off !== null) return Math.max(0, off - at)
  }
  return null
}

async function once(arena: Arena, served: Served, does: string): Promise<number | 'in plain sight'> {
  const { page, form } = await arena.ready(served)
  await form.evaluate(WATCH)
  const before = await settled(arena, page)
  const at = await inPage<number>(page, `${HELP}; globalThis.at = ${NOW}; ${does}; globalThis.at`)
  const off = await offAfter(form, at)
  const count = await arena.notices()
  if (off === null) {
    const apart = await arena.differing(before, await picture(page))
    hold(apart < SAME, `Send stays on, and ${(apart * 100).toFixed(1)} % of the form looks different`)
    return 'in plain sight'
  }
  // What a reviewer would press now, where Send stands, and its key.
  await page.mouse.click(1280 - 70, 900 - 30)
  await page.keyboard.press('Control+Enter')
  await pause(150)
  same(await arena.notices(), count, 'notices')
  return off
}

async function tryRow(arena: Arena, served: Served, does: string): Promise<string> {
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES; tries++) {
    const off = await once(arena, served, does)
    if (off === 'in plain sight') return 'has no effect: the form is in plain sight'
    best = Math.min(best, off)
    if (best <= LIMIT) return `Send off after ${Math.round(best)} ms`
    await arena.clear()
  }
  throw new Error(`Send off only after ${Math.round(best)} ms`)
}

const rows: Attack[] = Object.entries(MOUNTINGS).flatMap(([where, served]) =>
  ROWS.map(({ name, does, short }) => ({
    family: 'pressed',
    name: `${name}, form ${where}`,
    tries: 'gets a press on Send that the reviewer does not see',
    short: Boolean(short) && where === 'beside the body',
    run: (arena) => tryRow(arena, served, does),
  })),
)

export const pressed: Attack[] = rows
