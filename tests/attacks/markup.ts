import type { Frame, Page } from 'playwright-core'
import { signPack } from '../../utils/grounds/signed'
import type { Answer } from '../../utils/messages'
import { commit } from '../support/commit'
import { openDesk } from '../support/desk'
import { fillForm, sendForm } from '../support/fill'
import { openForm } from '../support/form'
import { sampleDecision } from '../support/samples'
import { connect, type Row, rows, value, waitForRow } from '../support/stage'
import { type Arena, pause, started } from './arena'
import { type Attack, hold, same } from './attack'
import { falseBackend } from './false-backend'

/** What would run, load or lead elsewhere if it were taken for markup, script, style or an address. */
const PAYLOADS = [
  '<img src=x onerror=globalThis.pwned=1>',
  '"><svg onload=globalThis.pwned=1>',
  "'><script>globalThis.pwned=1</script>",
  '</title></textarea></style></script><iframe srcdoc="<script>parent.pwned=1</script>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=pwned=1&gt;">',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=pwned=1 src>">',
  '<a href="javascript:globalThis.pwned=1" autofocus onfocus=globalThis.pwned=1>x</a>',
  '<base href=https://evil.example/><meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<style>@import "https://evil.example/x.css";*{background:url(https://evil.example/y)}</style>',
  '<template><script>globalThis.pwned=1</script></template>{{constructor.constructor("globalThis.pwned=1")()}}',
  '<link rel=stylesheet href=https://evil.example/z.css>',
  '<x-y onpointerenter=globalThis.pwned=1 style=position:fixed;inset:0>\u202egnp.exe\u2066\u200b\u0000',
]
const ALL = PAYLOADS.join(' ')
/** Short enough for a name. */
const NAME = `${PAYLOADS[0]}${PAYLOADS[1]}\u202e`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\u0000', '')

/**
 * What ran in a page of ours, and what stands in it that only markup could have made. (One template the form’s own
 * markup brings along.)
 */
const LOOK = `({ ran: globalThis.pwned ?? null, made: [...document.querySelectorAll(
  '[onerror],[onload],[onfocus],[onpointerenter],[src="x"],[src*="evil"],[href*="evil.example"]:not(a),a[href^="javascript:" i],script:not([src]),base,meta[http-equiv="refresh" i],iframe[srcdoc],object,embed,math,template:not(body > #snapshot),x-y,mglyph')]
  .map((one) => one.outerHTML.slice(0, 160)) })`
const CLEAN = { ran: null, made: [] }

/** The page shows `words` (the control: what was given is really there), and nothing of it is more than text. */
async function clean(arena: Arena, page: Page | Frame, where: string, words = 'onerror'): Promise<void> {
  const shown = page.waitForFunction(
    (wanted) => {
      // What is folded is not drawn, and what comes late is folded.
      for (const fold of document.querySelectorAll('details')) fold.open = true
      const fields = [...document.querySelectorAll<HTMLInputElement>('input,textarea')]
      return document.body.innerText.includes(wanted) || fields.some(({ value }) => value.includes(wanted))
    },
    words,
    { timeout: 8000 },
  )
  await shown.catch(async () => {
    const text = await page.evaluate<string>('document.body.innerText')
    throw new Error(`${where} does not show “${words}”, but: ${text.slice(0, 500)}`)
  })
  await pause(150)
  same(await page.evaluate(LOOK), CLEAN, where)
  const asked = arena.on.pages.requests.filter(({ host, path }) => host.includes('evil') || path === '/x')
  same(asked, [], `${where}: requests`)
}

/** Opens one of our pages, looks, closes it; `about`: the notice that is searched for in it. */
async function own(arena: Arena, page: string, words?: string, about?: Row): Promise<void> {
  const opened = await arena.on.app.open(arena.on.app.url(page))
  const asked: string[] = []
  opened.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  try {
    // Drafts of other attacks stand before it.
    if (about) await opened.getByRole('searchbox').fill(about.summary.permalink ?? '')
    await clean(arena, opened, page, words)
    same(asked, [], 'dialogs')
  } finally {
    await opened.close()
  }
}

const served = () => ({
  text: escaped(ALL),
  name: escaped(NAME),
  media: `<div class="media-gallery"><div class="media-gallery__item"><a class="media-gallery__item-thumbnail" href="https://files.mastodon.example/original/${encodeURIComponent(PAYLOADS[0] ?? '')}.png"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="${escaped(ALL)}"></a></div></div>`,
})

export const markup: Attack[] = [
  {
    family: 'markup',
    name: 'a post: author, text, alternative text, file names, seen in form, preview, queue, popup and practice',
    tries: 'has what it wrote run, load or be drawn',
    async run(arena) {
      const page = await arena.page(served())
      await started(page)
      const form = await openForm(page)
      await clean(arena, form, 'the form')
      await fillForm(form, { passage: ALL.slice(0, 400), why: `It says ${ALL.slice(0, 900)}, in earnest.` })
      await form.getByRole('button', { name: 'Preview what leaves' }).click()
      await clean(arena, form, 'the preview')
      await form.locator('button.send[aria-disabled=false]').waitFor()
      await sendForm(form)
      const row = await waitForRow(
        arena.on.app,
        ({ summary }) => summary.text?.includes('onerror') === true,
        'it',
      )
      await own(arena, `queue.html#${row.id}`)
      await own(arena, 'popup.html', undefined, row)
      await own(arena, 'practice.html')
      return 'and sent as it is'
    },
  },
  {
    family: 'markup',
    name: 'a post, seen at the platform’s desk',
    tries: 'has what it wrote run in the representative’s browser',
    async run(arena) {
      const connection = await connect(arena.on.app, await arena.on.backend.enrolReviewer('R1'))
      try {
        const page = await arena.page(served())
        await started(page)
        const id = await commit(arena.on.app, page, 0, { why: `It says ${ALL.slice(0, 900)}, in earnest.` })
        await waitForRow(arena.on.app, (row) => row.id === id && row.state === 'delivered', 'the receipt')
        const desk = await openDesk(arena.on.app.context, arena.on.backend)
        await clean(arena, desk, 'the list')
        await desk.goto(`${arena.on.backend.origin}/desk/notices/${id}`)
        await clean(arena, desk, 'the notice')
        await desk.close()
      } finally {
        await value(arena.on.app, 'connection.remove', { connectionId: connection.id })
      }
    },
  },
  {
    family: 'markup',
    name: 'a backend: its own, its organisation’s and its account’s name',
    tries: 'has its names run in options, form and popup',
    async run(arena) {
      const backend = await falseBackend(() => false, {
        names: { backend: NAME, organisation: NAME, account: NAME },
      })
      const connection = await connect(arena.on.app, backend.link)
      try {
        await own(arena, 'options.html#connections')
        const page = await arena.page()
        await started(page)
        await clean(arena, await openForm(page), 'the form')
        await own(arena, 'popup.html')
      } finally {
        await value(arena.on.app, 'connection.remove', { connectionId: connection.id })
        await backend.stop()
      }
    },
  },
  {
    family: 'markup',
    name: 'a backend: its refusals, decisions and statements of reasons',
    tries: 'has what it answers run in queue, popup and report',
    async run(arena) {
      const sent: string[] = []
      let refuse = true
      const backend = await falseBackend(({ method, path, body }, response) => {
        const say = (status: number, answer: unknown) => {
          response.writeHead(status, {
            'content-type': 'application/json',
            'access-control-allow-origin': '*',
          })
          response.end(JSON.stringify(answer))
          return true
        }
        if (method === 'POST' && path === '/v1/notices') {
          sent.push(JSON.parse(String(body)).id)
          return (
            refuse &&
            say(422, {
              title: NAME,
              status: 422,
              detail: ALL,
              errors: [{ detail: ALL.slice(0, 1000), pointer: PAYLOADS[0] }],
            })
          )
        }
        if (!path.startsWith('/v1/changes') || refuse) return false
        const decision = sampleDecision({
          id: NAME,
          facts: ALL,
          redress: ALL,
          decidedBy: NAME,
          grounds: [{ groundId: NAME.slice(0, 100), upheld: true, explanation: ALL }],
        })
        return say(200, {
          changes: sent.map((noticeId) => ({
            noticeId,
            at: new Date().toISOString(),
            type: 'decided',
            decision,
            note: ALL,
          })),
          cursor: `${sent.length}`,
          more: false,
        })
      })
      const connection = await connect(arena.on.app, backend.link)
      try {
        const page = await arena.page()
        await started(page)
        const id = await commit(arena.on.app, page, 0)
        const row = await waitForRow(
          arena.on.app,
          (one) => one.id === id && one.state === 'refused',
          'the refusal',
        )
        await own(arena, `queue.html#${id}`)
        await own(arena, 'popup.html', 'Mastodon', row)
        refuse = false
        await value(arena.on.app, 'notice.retry', { noticeId: id })
        await waitForRow(arena.on.app, (row) => row.id === id && row.state === 'delivered', 'the receipt')
        await value(arena.on.app, 'outbox.drain')
        await waitForRow(arena.on.app, (row) => row.id === id && row.state === 'decided', 'the decision')
        await own(arena, `queue.html#${id}`)
        await own(arena, 'report.html', 'report')
      } finally {
        await value(arena.on.app, 'connection.remove', { connectionId: connection.id })
        await backend.stop()
      }
    },
  },
  {
    family: 'markup',
    name: 'a signed pack of grounds: titles, provisions, sources',
    tries: 'has what an organisation’s key signed run in options and picker',
    async run(arena) {
      const { privateKey, publicKey } = (await crypto.subtle.generateKey('Ed25519', true, [
        'sign',
        'verify',
      ])) as CryptoKeyPair
      const pack = {
        id: 'evil',
        version: 1,
        title: { en: NAME },
        groups: [
          {
            of: {
              kind: 'law',
              jurisdiction: 'KZ',
              instrument: `Order ${NAME}`,
              sourceUrl: 'https://unit.example/%22%3E%3Cimg%20src=x%20onerror=1%3E',
              checkedOn: '2026-11-01',
              confidence: 'S',
            },
            grounds: [
              {
                id: 'org.evil.rule-1',
                provision: `Rule ${NAME}`,
                title: `Pwning ${NAME}`,
                titles: { en: `Pwning ${NAME}` },
                dsa: { category: 'STATEMENT_CATEGORY_VIOLENCE', keywords: ['KEYWORD_COORDINATED_HARM'] },
                elements: ['call', { en: NAME }],
                defences: ['d-news'],
                speech: 'context',
              },
            ],
          },
        ],
      }
      const text = await signPack(JSON.stringify(pack), privateKey, publicKey)
      const previewed = (await arena.on.app.ask('grounds.preview', { text })) as Answer<unknown>
      hold(previewed.ok, `the test is blind: ${JSON.stringify(previewed)}`)
      await value(arena.on.app, 'grounds.import', { text })
      try {
        await own(arena, 'options.html#grounds')
        const page = await arena.page()
        await started(page)
        const form = await openForm(page)
        await form.getByRole('combobox').fill('pwning')
        await form.getByRole('option').first().waitFor()
        await clean(arena, form, 'the picker')
        await form.getByRole('combobox').press('Enter')
        await clean(arena, form, 'the ground’s card')
      } finally {
        await value(arena.on.app, 'grounds.remove', { packId: 'evil' })
      }
    },
  },
  {
    family: 'markup',
    name: 'a link and an address that say more than an address',
    tries: 'has what is pasted into the options run or be followed',
    async run(arena) {
      const options = await arena.on.app.open(arena.on.app.url('options.html#connections'))
      try {
        for (const link of [
          'javascript:globalThis.pwned=1//enrol#code-12345678',
          ...PAYLOADS.slice(0, 4).map((one) => `https://backend.example/${one}/enrol#code-12345678`),
        ]) {
          await options.getByRole('textbox', { name: 'Enrolment link' }).fill(link)
          await options.getByRole('button', { name: 'Add', exact: true }).click()
          await options.locator('.problem, [role=alert]').first().waitFor()
          await pause(200)
          same(await options.evaluate(LOOK), CLEAN, link)
        }
      } finally {
        await options.close()
      }
    },
  },
  {
    family: 'markup',
    name: 'the policy of our own pages',
    tries: 'runs a script in a page of ours: inline, eval, from elsewhere, through a sink',
    async run(arena) {
      for (const name of [
        'compose',
        'options',
        'queue',
        'popup',
        'practice',
        'report',
        'mirror',
        'welcome',
      ]) {
        const page = await arena.on.app.open(arena.on.app.url(`${name}.html`))
        const got = await page.evaluate(`(async () => {
          // What DevTools runs itself may evaluate; what runs a task later may not.
          await new Promise((done) => setTimeout(done))
          const got = []
          const tries = {
            eval: () => eval('1'), function: () => new Function('return 1')(),
            innerHTML: () => { document.createElement('div').innerHTML = '<b>' },
            outerHTML: () => { document.body.appendChild(document.createElement('div')).outerHTML = '<b>' },
            write: () => document.write('<b>'), srcdoc: () => { document.createElement('iframe').srcdoc = '<b>' },
            parse: () => new DOMParser().parseFromString('<b>', 'text/html'),
            script: () => { document.createElement('script').text = '1' },
            src: () => { document.createElement('script').src = 'https://evil.example/x.js' },
            timer: () => setTimeout('1'), policy: () => trustedTypes.createPolicy('x', { createHTML: (s) => s }),
          }
          for (const [name, does] of Object.entries(tries)) { try { does(); got.push(name) } catch {} }
          return got
        })()`)
        await page.close()
        same(got, [], `${name}: what went through`)
      }
    },
  },
  {
    family: 'markup',
    name: 'what is kept is what was written',
    tries: 'has its text changed, so that the evidence says something else',
    async run(arena) {
      const before = (await rows(arena.on.app)).length
      const page = await arena.page(served())
      await started(page)
      await commit(arena.on.app, page, 0)
      const all = await rows(arena.on.app)
      hold(all.length > before, 'no notice')
      const body = await arena.on.app.inExtension(async () => {
        const db = await new Promise<IDBDatabase>((done) => {
          const open = indexedDB.open('flagpost')
          open.onsuccess = () => done(open.result)
        })
        const read = db.transaction('contents').objectStore('contents').getAll()
        return new Promise<string>((done) => {
          read.onsuccess = () => {
            db.close()
            done(read.result.map(({ body }: { body: string }) => body).join('\n'))
          }
        })
      }, undefined)
      const wanted = JSON.stringify(PAYLOADS[4]).slice(1, -1)
      hold(body.includes(wanted), 'the text is not as it was written')
    },
  },
]
