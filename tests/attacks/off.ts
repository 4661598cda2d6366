import { formGone, formOf, openForm } from '../support/form'
import { marks, press, pressByKey, until, waitForMarks } from '../support/marks'
import { value } from '../support/stage'
import { type Arena, inPage, pause, type Served, started } from './arena'
import { type Attack, hold } from './attack'

/** The toolbar's way, which no page can take away: the popup asks for the page that is open. */
async function byToolbar(arena: Arena, address: string): Promise<void> {
  const tabId = await arena.on.app.inExtension(
    async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? -1,
    address,
  )
  await value(arena.on.app, 'page.report', { tabId })
}

const actions = `[...document.querySelectorAll('.status__action-bar span:not([class])')]`

/** Presses the action as a person would, and waits for the form. */
type By = 'mouse' | 'keyboard'
const opens =
  (served: Served, by: By[] = ['mouse'], then = '') =>
  async (arena: Arena) => {
    for (const one of by) {
      const page = await arena.page(served)
      const [mark] = await waitForMarks(page)
      if (then) {
        await inPage(page, then)
        await pause(100)
      }
      const [now = mark] = await waitForMarks(page)
      if (now) await (one === 'mouse' ? press : pressByKey)(page, now)
      await formOf(page)
    }
  }

/** However the action fares: the toolbar opens the form. */
const toolbarOpens =
  (served: Served, then = '') =>
  async (arena: Arena) => {
    const page = await arena.page(served)
    await started(page).catch(() => {})
    if (then) await inPage(page, then)
    await byToolbar(arena, page.url())
    const form = await formOf(page)
    await form.getByRole('region', { name: 'Item' }).waitFor()
  }

const THROWS = `() => { throw new Error('no') }`
const PATCHES: { name: string; first: string; short?: boolean }[] = [
  { name: 'attachShadow', first: `Element.prototype.attachShadow = ${THROWS}`, short: true },
  {
    name: 'the making and placing of elements',
    first: `for (const n of ['createElement', 'createElementNS', 'createTextNode']) Document.prototype[n] = ${THROWS};
      for (const n of ['append', 'prepend', 'before', 'after', 'replaceWith', 'remove', 'closest', 'matches', 'querySelectorAll', 'setAttribute', 'getAttribute']) Element.prototype[n] = ${THROWS};
      for (const n of ['appendChild', 'insertBefore', 'contains']) Node.prototype[n] = ${THROWS}`,
  },
  {
    name: 'listeners and events',
    first: `EventTarget.prototype.addEventListener = () => {}; EventTarget.prototype.dispatchEvent = () => false; Event.prototype.stopImmediatePropagation = ${THROWS}`,
  },
  {
    name: 'observers and timers',
    first: `for (const n of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'requestIdleCallback', 'requestAnimationFrame', 'setTimeout', 'setInterval', 'queueMicrotask', 'Promise', 'WeakMap', 'Set']) globalThis[n] = class { observe() {} disconnect() {} }`,
  },
  {
    name: 'popovers, focus and custom elements',
    first: `HTMLElement.prototype.showPopover = ${THROWS}; HTMLElement.prototype.focus = () => {}; Object.defineProperty(HTMLElement.prototype, 'popover', { set() {}, get: () => null }); customElements.define = ${THROWS}; globalThis.customElements = null`,
  },
  {
    name: 'what a script is made of',
    first: `Object.prototype.nonce = 'x'; Object.prototype.then = 1; Array.prototype.map = ${THROWS}; Array.from = () => []; JSON.stringify = () => '{}'; Function.prototype.call = ${THROWS}; Reflect.get = () => null; crypto.randomUUID = () => 'x'; globalThis.chrome = globalThis.browser = {}`,
  },
]

const SWALLOWED = `for (const t of ['pointerdown','pointerup','mousedown','mouseup','click','auxclick','keydown','keyup','keypress','touchstart','touchend'])
  addEventListener(t, (e) => e.stopImmediatePropagation(), true)`

/** Takes our hosts out wherever they appear, and counts. */
const REMOVES = `globalThis.removed = 0
const sweep = () => { for (const one of ${actions}) { one.remove(); removed += 1 } }
new MutationObserver(sweep).observe(document, { childList: true, subtree: true }); sweep()`

export const off: Attack[] = [
  {
    family: 'switched off',
    name: 'forges the events and messages of WXT',
    tries: 'makes the script believe that it is out of date',
    short: true,
    async run(arena) {
      const page = await arena.page()
      await started(page)
      const { extensionId: id } = arena.on.app
      for (const name of [
        `${id}:flag:wxt:content-script-started`,
        'wxt:content-script-started',
        'wxt:invalidated',
      ]) {
        await inPage(
          page,
          `for (const detail of [{ contentScriptName: 'flag' }, { contentScriptName: 'flag', messageId: '1' }]) {
            document.dispatchEvent(new CustomEvent('${name}', { detail })); window.dispatchEvent(new CustomEvent('${name}', { detail }))
            postMessage({ type: '${name}', ...detail }, '*') }`,
        )
      }
      await pause(300)
      await openForm(page)
    },
  },
  ...PATCHES.map(
    ({ name, first, short = false }): Attack => ({
      family: 'switched off',
      name: `patches ${name}`,
      tries: 'breaks what the script calls',
      short,
      run: opens({ first }),
    }),
  ),
  {
    family: 'switched off',
    name: 'swallows every press before it reaches the action',
    tries: 'makes the action dead',
    short: true,
    run: opens({ first: SWALLOWED }, ['mouse', 'keyboard']),
  },
  {
    family: 'switched off',
    name: 'prevents what every press does',
    tries: 'makes the action dead; the toolbar’s way is left',
    run: toolbarOpens({
      first: `for (const t of ['pointerdown','mousedown','click','keydown']) addEventListener(t, (e) => { e.preventDefault(); e.stopImmediatePropagation() }, true)`,
    }),
  },
  {
    family: 'switched off',
    name: 'takes the action out, each time it comes',
    tries: 'keeps the script busy, or makes it give up for good',
    async run(arena) {
      const page = await arena.page({ last: REMOVES })
      await pause(4000)
      const removed = await inPage<number>(page, 'removed')
      hold(removed > 0 && removed <= 6, `the action was put in ${removed} times in 4 seconds`)
      await byToolbar(arena, page.url())
      await formOf(page)
      return `put in ${removed} times, then left; the toolbar opens the form`
    },
  },
  {
    family: 'switched off',
    name: 'takes the form’s frame out a hundred times a second',
    tries: 'keeps the form from being used, the page from answering, or gets what was typed lost',
    async run(arena) {
      const { page, form } = await arena.ready()
      const why = await form.getByLabel('Why it falls under this').inputValue()
      await pause(500)
      await inPage(
        page,
        `globalThis.removed = 0; setInterval(() => { const h = document.querySelector('html > [popover]'); if (h) { h.remove(); removed += 1 } }, 10)`,
      )
      await pause(3000)
      const removed = await inPage<number>(page, 'removed')
      hold(removed <= 25, `the frame was put in ${removed} times in 3 seconds`)
      const opened = arena.on.app.context.waitForEvent('page')
      const [draft] = await arena.on.app.inExtension(async () => {
        const db = await new Promise<IDBDatabase>((done) => {
          const open = indexedDB.open('flagpost')
          open.onsuccess = () => done(open.result)
        })
        return new Promise<{ id: string; updatedAt: number }[]>((done) => {
          const read = db.transaction('drafts').objectStore('drafts').getAll()
          read.onsuccess = () => {
            db.close()
            done(
              read.result
                .sort((a, b) => b.updatedAt - a.updatedAt)
                .map(({ id, updatedAt }) => ({ id, updatedAt })),
            )
          }
        })
      }, undefined)
      await value(arena.on.app, 'draft.resume', { draftId: draft?.id })
      const own = await opened
      const field = own.getByLabel('Why it falls under this')
      await field.waitFor()
      hold((await field.inputValue()) === why, 'what was typed is not there')
      await own.close()
      return `put in ${removed} times; nothing typed was lost`
    },
  },
  {
    family: 'switched off',
    name: 'covers the action',
    tries: 'gets its own element pressed instead; the toolbar’s way is left',
    run: toolbarOpens(
      {},
      `document.body.append(Object.assign(document.createElement('div'), { style: 'position:fixed;inset:0;z-index:2147483647;background:#fff' }))`,
    ),
  },
  {
    family: 'switched off',
    name: 'restyles the action by rules, attributes and animations',
    tries: 'makes it invisible, tiny or unpressable',
    short: true,
    async run(arena) {
      const page = await arena.page({
        last: `document.head.insertAdjacentHTML('beforeend', '<style>@keyframes x{from,to{opacity:0}} .status__action-bar span{display:none!important;opacity:0!important;visibility:hidden!important;width:0!important;height:0!important;position:fixed!important;top:-99px!important;pointer-events:none!important;transform:scale(0)!important;clip-path:inset(50%)!important;animation:x 9s infinite!important;font-size:0!important}</style>')`,
      })
      await started(page)
      await inPage(
        page,
        `for (const one of ${actions}) one.style = 'all:unset!important;display:none!important'`,
      )
      const [mark] = await waitForMarks(page)
      if (mark) await press(page, mark)
      await formOf(page)
    },
  },
  {
    family: 'switched off',
    name: 'clones its bars and puts the clones in their place',
    tries: 'leaves an action that does nothing',
    async run(arena) {
      const page = await arena.page()
      await started(page)
      await inPage(
        page,
        `for (const bar of document.querySelectorAll('.status__action-bar')) bar.replaceWith(bar.cloneNode(true))`,
      )
      await until(
        () => marks(page),
        (all) => all.length === 1,
        'one action that works',
      )
      await openForm(page)
    },
  },
  {
    family: 'switched off',
    name: 'writes its document anew',
    tries: 'takes away our listeners with its own (document.open)',
    async run(arena) {
      const page = await arena.page()
      await started(page)
      await inPage(
        page,
        `{ const html = document.documentElement.outerHTML; document.open(); document.write(html); document.close() }`,
      )
      const [mark] = await waitForMarks(page)
      if (mark) await press(page, mark)
      await formOf(page)
    },
  },
  {
    family: 'switched off',
    name: 'makes its document inert',
    tries: 'takes presses and keys from the form',
    async run(arena) {
      const page = await arena.page()
      await started(page)
      await inPage(
        page,
        'setInterval(() => { document.documentElement.inert = document.body.inert = true }, 50)',
      )
      await byToolbar(arena, page.url())
      const form = await formOf(page)
      await form.getByRole('combobox').waitFor()
      await pause(300)
      await page.keyboard.press('Escape')
      await formGone(page)
    },
  },
  {
    family: 'switched off',
    name: 'never lets its own thread go',
    tries: 'keeps the script from being put in and the item from being read',
    async run(arena) {
      const page = await arena.page()
      await started(page)
      const opened = arena.on.app.context.waitForEvent('page', { timeout: 25_000 })
      const address = page.url()
      void page.evaluate(
        'setTimeout(() => { const end = Date.now() + 30000; while (Date.now() < end); }, 50)',
      )
      await pause(300)
      const asked = byToolbar(arena, address).catch(() => {})
      const own = await opened
      await own.getByRole('combobox').waitFor()
      await asked
      await own.close()
      return 'the form opens in a window of its own'
    },
  },
]
