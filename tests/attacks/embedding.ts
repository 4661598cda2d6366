import { formOf } from '../support/form'
import { marks, press, settledMarks, until, waitForMarks } from '../support/marks'
import { drafts } from '../support/stage'
import { type Arena, inOurScript, inPage, pause, started } from './arena'
import { type Attack, hold, same } from './attack'

/** The address of this session under which the browser lets a page's frame show our form; no page learns it. */
const secret = async (arena: Arena): Promise<string> => {
  const page = await arena.page()
  await started(page)
  return inOurScript<string>(page, `chrome.runtime.getURL('compose.html')`)
}

const embed = (address: string, css = '') =>
  `(async () => {
    const frame = document.createElement('iframe')
    frame.style.cssText = 'position:fixed;inset:0;width:420px;height:900px;${css}'
    const loaded = new Promise((done) => { frame.onload = () => done(true); setTimeout(done, 1500, false) })
    frame.src = ${JSON.stringify(address)}
    document.body.append(frame)
    await loaded
  })()`

export const embedding: Attack[] = [
  {
    family: 'embedding',
    name: 'frames our pages under the id that the store gives everyone',
    tries: 'shows form, options or queue in a frame of its own',
    async run(arena) {
      const page = await arena.page()
      await started(page)
      for (const name of [
        'compose',
        'options',
        'queue',
        'popup',
        'practice',
        'report',
        'snapshot',
        'welcome',
      ])
        await inPage(page, embed(arena.on.app.url(`${name}.html`)))
      const shown = page.frames().filter((one) => one.url().startsWith('chrome-extension://'))
      const alive = await Promise.all(
        shown.map((one) => one.evaluate('document.body.childElementCount').catch(() => 0)),
      )
      same(alive.filter(Boolean), [], 'frames that show something')
    },
  },
  {
    family: 'embedding',
    name: 'opens our pages in a window or tab of its own making',
    tries: 'gets hold of a window that shows options or queue',
    async run(arena) {
      const page = await arena.page()
      await started(page)
      await page.mouse.click(5, 5)
      const got = await inPage(
        page,
        `['options.html', 'queue.html', 'compose.html'].map((name) => { try { const w = window.open('${arena.on.app.url('')}' + name); return w && w.document ? 'reads' : 'none' } catch (e) { return e.name } })`,
      )
      await pause(500)
      const shown = arena.on.app.context
        .pages()
        .filter((one) => /options|queue|compose/.test(one.url()) && one.url().startsWith('chrome-extension'))
      const alive = await Promise.all(
        shown.map((one) => one.evaluate('document.body.childElementCount').catch(() => 0)),
      )
      for (const one of arena.on.app.context.pages())
        if (one.url() === 'about:blank' || one.url().startsWith('chrome-error')) await one.close()
      same(alive.filter(Boolean), [], `windows that show something (${JSON.stringify(got)})`)
    },
  },
  {
    family: 'embedding',
    name: 'frames our form under its secret address, with a press of another tab',
    tries: 'shows another page’s draft in a frame of its own',
    short: true,
    async run(arena) {
      const address = await secret(arena)
      const { form } = await arena.ready()
      const nonce = new URL(form.url()).hash
      const thief = await arena.page()
      await started(thief)
      await inPage(thief, embed(`${address}${nonce}`))
      const shown = await until(
        async () => thief.frames().find((one) => one.url().includes('compose')) ?? null,
        (frame) => frame !== null,
        'the frame',
      )
      await pause(800)
      const text = await shown?.evaluate<string>('document.body.innerText')
      hold(!text?.includes('Ada'), `it shows the draft: ${text?.slice(0, 200)}`)
    },
  },
  {
    family: 'embedding',
    name: 'frames our form under its secret address, all but transparent, with its own tab’s press',
    tries: 'gets Send pressed in a frame that nobody sees',
    async run(arena) {
      const address = await secret(arena)
      const { page, form } = await arena.ready()
      const { hash } = new URL(form.url())
      const count = await arena.notices()
      await inPage(page, embed(`${address}${hash}`, 'opacity:.01'))
      const second = page
        .frames()
        .filter((one) => one.url().includes('compose'))
        .at(-1)
      await second?.locator('button.send').waitFor()
      await pause(1200)
      same(await second?.locator('button.send').getAttribute('aria-disabled'), 'true', 'Send is off')
      await page.mouse.click(380, 870)
      await pause(300)
      same(await arena.notices(), count, 'notices')
    },
  },
  {
    family: 'embedding',
    name: 'frames a platform’s page and lays its own over it',
    tries: 'gets the action pressed in a frame',
    async run(arena) {
      const inner = await arena.page()
      const { length } = await waitForMarks(inner)
      const outer = await arena.page({ last: embed(inner.url(), 'opacity:.01').replace('(async', ';(async') })
      await pause(1500)
      const all = await settledMarks(outer)
      // Its own post has one; the post in the frame has none.
      same(all.length, length, 'actions')
    },
  },
  {
    family: 'embedding',
    name: 'sends the tab elsewhere while the form is open',
    tries: 'gets the draft of one page sent for another, or lost',
    async run(arena) {
      const { page } = await arena.ready()
      await pause(400)
      const before = (await drafts(arena.on.app)).length
      await page.goto('https://mastodon.example/attack/elsewhere').catch(() => {})
      await pause(300)
      same((await drafts(arena.on.app)).length, before, 'drafts')
      hold(!page.frames().some((one) => one.url().includes('compose')), 'the form is still there')
    },
  },
  {
    family: 'embedding',
    name: 'opens a form by the hundred',
    tries: 'fills the browser with forms by real presses that it repeats',
    async run(arena) {
      const page = await arena.page()
      const [mark] = await waitForMarks(page)
      for (let i = 0; i < 5; i++) if (mark) await press(page, mark)
      await formOf(page)
      same(page.frames().filter((one) => one.url().includes('compose')).length, 1, 'forms')
      same((await marks(page)).length, 1, 'actions')
    },
  },
]
