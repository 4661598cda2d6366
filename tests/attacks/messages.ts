import type { Frame, Page } from 'playwright-core'
import { commit } from '../support/commit'
import { rows, waitForRow } from '../support/stage'
import { inOurScript, inPage, pause, started } from './arena'
import { type Attack, hold, same } from './attack'

const NOT_ALLOWED = { ok: false, problem: { code: 'notAllowed' } }
const WRONG = { ok: false, problem: { code: 'messageWrong' } }
const SOME_ID = '0196f0a0-0000-7000-8000-000000000000'

/** Everything that only our own pages may ask. */
const OWN: [string, unknown][] = [
  ['connection.list', {}],
  ['connection.keys', { connectionId: 'practice' }],
  ['connection.add', { address: 'https://evil.example', token: 'x'.repeat(20) }],
  ['notice.withdraw', { noticeId: SOME_ID, reason: 'x' }],
  ['grounds.import', { text: '{}' }],
  ['site.sync', {}],
  ['outbox.pause', { paused: true }],
  ['local.wipe', {}],
  ['page.report', { tabId: 1 }],
  ['review.list', {}],
]
const FORM: [string, unknown][] = [
  ['draft.open', { nonce: SOME_ID }],
  ['draft.submit', { draftId: SOME_ID, form: {} }],
  ['grounds.search', { query: '', platform: 'mastodon', limit: 5 }],
  ['form.hello', {}],
]

const say = (where: Page | Frame, type: unknown, payload: unknown): Promise<unknown> => {
  const code = `chrome.runtime.sendMessage(${JSON.stringify({ type, payload })})`
  return 'frames' in where ? inOurScript(where, code) : where.evaluate(code)
}

async function refused(where: Page | Frame, asked: [string, unknown][]): Promise<void> {
  for (const [type, payload] of asked) same(await say(where, type, payload), NOT_ALLOWED, type)
}

/** Asks from our script in a page for the state of an item that was reported elsewhere. */
async function statesFrom(page: Page, permalink: string): Promise<unknown> {
  const answer = (await say(page, 'page.marks', { permalinks: [permalink] })) as { value?: unknown }
  return answer?.value
}

export const messages: Attack[] = [
  {
    family: 'messages',
    name: 'the page calls the extension itself',
    tries: 'finds runtime.sendMessage or connect in its own world, and asks our id',
    short: true,
    async run(arena) {
      const page = await arena.page()
      await started(page)
      const { extensionId } = arena.on.app
      const heard = await inPage(
        page,
        `(async () => { try { return await new Promise((done) => { chrome.runtime.sendMessage('${extensionId}', { type: 'connection.list' }, done); setTimeout(done, 500, null) }) } catch { return null } })()`,
      )
      same(heard, null, 'answer')
    },
  },
  {
    family: 'messages',
    name: 'a script in the page asks as our own pages do',
    tries: 'reads connections, wipes, withdraws, imports from our own isolated world',
    short: true,
    async run(arena) {
      const page = await arena.page()
      await started(page)
      const before = await rows(arena.on.app)
      await refused(page, [...OWN, ...FORM])
      same(await rows(arena.on.app), before, 'notices')
    },
  },
  {
    family: 'messages',
    name: 'a script in the page sends what is no message',
    tries: 'breaks the background by shapes: missing, huge, of another type, with prototypes',
    async run(arena) {
      const page = await arena.page()
      await started(page)
      same(await say(page, 'page.press', { nonce: 'x', permalink: 7 }), WRONG, 'page.press')
      same(await say(page, 'page.marks', { permalinks: Array(51).fill('https://bsky.app/') }), WRONG, '51')
      same(await say(page, 'page.marks', { permalinks: ['x'.repeat(2001)] }), WRONG, 'too long')
      same(await say(page, 'no.such.thing', {}), null, 'unknown')
      for (const type of ['__proto__', 'constructor', 'toString', { toString: 'page.press' }, null, 1])
        same(await say(page, type, null), null, JSON.stringify(type))
      await inOurScript(page, `chrome.runtime.sendMessage('x'.repeat(1e6)).catch(() => null)`)
    },
  },
  {
    family: 'messages',
    name: 'a form asks for what only our own pages may',
    tries: 'reaches connections and notices from the frame in the page',
    async run(arena) {
      const { form } = await arena.ready()
      await refused(form, OWN)
    },
  },
  {
    family: 'messages',
    name: 'a script in one site’s page asks about another’s',
    tries: 'learns what else this reviewer has reported',
    async run(arena) {
      const page = await arena.page()
      await started(page)
      const id = await commit(arena.on.app, page, 0)
      const { summary } = await waitForRow(arena.on.app, (row) => row.id === id, 'the notice')
      const { permalink } = summary
      const here = await statesFrom(page, permalink)
      hold(
        Object.keys((here ?? {}) as object).length === 1,
        `its own site is not told: ${JSON.stringify(here)}`,
      )
      const other = await arena.on.sample('bluesky-feed.html')
      await pause(800)
      same(await statesFrom(other, permalink), {}, 'states')
      await other.close()
    },
  },
  {
    family: 'messages',
    name: 'the page posts messages to every window it can reach',
    tries: 'orders the form about: send, close, look',
    async run(arena) {
      const { page, form } = await arena.ready()
      const count = await arena.notices()
      await inPage(
        page,
        `for (const type of ['draft.submit', 'close', 'form.close', 'stop', 'send']) {
          for (const one of [window, window.top, ...Array.from(window)]) one.postMessage({ type, nonce: '${SOME_ID}' }, '*')
          new BroadcastChannel('flagpost').postMessage({ type }) }`,
      )
      await pause(300)
      same(await arena.notices(), count, 'notices')
      hold(!form.isDetached() && (await form.locator('button.send').isVisible()), 'the form is gone')
    },
  },
  {
    family: 'messages',
    name: 'the page makes events on the form and its own document',
    tries: 'presses Send by clicks and keys that no person made',
    short: true,
    async run(arena) {
      const { page, form } = await arena.ready()
      const count = await arena.notices()
      await inPage(
        page,
        `for (const target of [window, document, document.activeElement, document.elementFromPoint(1200, 870)]) {
          for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 1200, clientY: 870 }))
          for (const type of ['keydown', 'keypress', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, composed: true }))
        }
        document.activeElement.click(); document.elementFromPoint(1200, 870).click()`,
      )
      // Nor in the form itself, if a script were ever in there.
      await form.evaluate(
        `document.querySelector('button.send').click(); document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }))`,
      )
      await pause(300)
      same(await arena.notices(), count, 'notices')
    },
  },
  {
    family: 'messages',
    name: 'the page makes presses on the action that no person made',
    tries: 'opens forms by the hundred',
    async run(arena) {
      const page = await arena.page()
      await started(page)
      await inPage(
        page,
        `for (let i = 0; i < 100; i++) for (const one of document.querySelectorAll('.status__action-bar span:not([class])')) { one.click(); one.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })); one.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })) }`,
      )
      await pause(500)
      hold(!page.frames().some((one) => one.url().includes('compose')), 'a form opened')
    },
  },
]
