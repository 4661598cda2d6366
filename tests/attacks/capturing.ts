import { formOf, openForm } from '../support/form'
import { press, waitForMarks } from '../support/marks'
import { drafts, value } from '../support/stage'
import { type Arena, inPage, pause, started } from './arena'
import { type Attack, hold, same } from './attack'

const itemOf = async (arena: Arena, served: Parameters<Arena['page']>[0]) => {
  const page = await arena.page(served)
  await started(page)
  const form = await openForm(page)
  const item = form.getByRole('region', { name: 'Item' })
  return { page, form, text: await item.locator('blockquote').innerText(), all: await item.innerText() }
}

/** The sealed evidence of the newest draft: has it a picture? */
async function hasPicture(arena: Arena): Promise<boolean> {
  const [draft] = await drafts(arena.on.app)
  const evidence = await value<{ status: string; screenshot?: boolean }>(arena.on.app, 'draft.evidence', {
    draftId: draft?.id,
  })
  hold(evidence.status === 'sealed', `the evidence is ${evidence.status}`)
  return evidence.screenshot === true
}

const CLOBBERING = [
  'closest',
  'parentElement',
  'querySelectorAll',
  'attributes',
  'matches',
  'nodeType',
  'getAttribute',
  'children',
  'childNodes',
  'textContent',
  'innerText',
  'getBoundingClientRect',
  'ownerDocument',
  'shadowRoot',
  'localName',
  'tagName',
  'firstChild',
  'nextSibling',
  'style',
  'id',
  'className',
  'cloneNode',
]

export const capturing: Attack[] = [
  {
    family: 'capture',
    name: 'names form fields like the properties that are read',
    tries: 'breaks or changes what is captured (DOM clobbering)',
    short: true,
    async run(arena) {
      const fields = CLOBBERING.map((name) => `<input name="${name}" id="${name}" hidden>`).join('')
      const { text } = await itemOf(arena, {
        text: 'What really stands here.',
        around: (post) =>
          `<form>${fields}${post}</form><img name="title"><img name="body"><img name="documentElement"><img name="querySelectorAll"><form name="getSelection"></form>`,
      })
      same(text, 'What really stands here.', 'the text')
    },
  },
  {
    family: 'capture',
    name: 'wraps the post itself in a form full of such names',
    tries: 'breaks or changes what is captured (DOM clobbering)',
    async run(arena) {
      const fields = CLOBBERING.map((name) => `<input name="${name}" hidden>`).join('')
      const { text } = await itemOf(arena, { text: `What really stands here.<form>${fields}</form>` })
      hold(text.startsWith('What really stands here.'), text)
    },
  },
  {
    family: 'capture',
    name: 'puts getters onto its nodes and prototypes',
    tries: 'has code of its own run while the item is read, or another text read',
    short: true,
    async run(arena) {
      const { page, text } = await itemOf(arena, {
        text: 'What really stands here.',
        first: `globalThis.ran = []
          for (const [proto, names] of [[Node.prototype, ['textContent', 'childNodes', 'parentElement', 'firstChild', 'nodeType', 'data']], [Element.prototype, ['attributes', 'children', 'innerHTML', 'className', 'shadowRoot']], [HTMLElement.prototype, ['innerText', 'style', 'dataset']], [Document.prototype, ['title', 'body', 'documentElement']]])
            for (const name of names) Object.defineProperty(proto, name, { configurable: true, get() { ran.push(name); return 'false' } })
          Element.prototype.getBoundingClientRect = Element.prototype.querySelectorAll = function () { ran.push('call'); return [] }
          window.getComputedStyle = () => { ran.push('style'); return {} }`,
        last: `globalThis.ran = []`,
      })
      same(text, 'What really stands here.', 'the text')
      same(await inPage(page, 'ran'), [], 'getters that ran')
    },
  },
  {
    family: 'capture',
    name: 'puts its text into elements of its own with closed roots and handlers',
    tries: 'has code of its own run while the item is serialised',
    async run(arena) {
      const { page } = await itemOf(arena, {
        text: 'What really stands here. <x-y></x-y>',
        first: `globalThis.ran = []
          customElements.define('x-y', class extends HTMLElement {
            static observedAttributes = ['style', 'class', 'id']
            connectedCallback() { if (document.readyState !== 'loading') ran.push('connected'); this.attachShadow({ mode: 'closed' }).textContent = 'hidden' }
            adoptedCallback() { ran.push('adopted') }
            attributeChangedCallback() { ran.push('changed') }
          })`,
        last: `globalThis.ran = []`,
      })
      await pause(600)
      same(await inPage(page, 'ran'), [], 'what ran')
    },
  },
  {
    family: 'capture',
    name: 'changes the post in the moment of the press',
    tries: 'gets another text captured than the one that was read: the form shows what was captured',
    async run(arena) {
      const { text } = await itemOf(arena, {
        text: 'Before.',
        first: `addEventListener('pointerdown', () => { document.querySelector('.status__content__text p').textContent = 'Put there at the press.' }, true)`,
      })
      hold(/Before\.|Put there at the press\./.test(text), text)
      return `the form shows “${text}”`
    },
  },
  {
    family: 'capture',
    name: 'opens another tab in the moment of the press',
    tries: 'gets a picture of another page into the evidence',
    short: true,
    async run(arena) {
      arena.on.pages.serve('https://mastodon.example/attack/red', { body: '<body style="background:red">' })
      const page = await arena.page({
        first: `addEventListener('click', () => { globalThis.other ??= window.open('/attack/red') }, true)`,
      })
      const [mark] = await waitForMarks(page)
      if (mark) await press(page, mark)
      await pause(1500)
      const opened = arena.on.app.context.pages().find((one) => one.url().endsWith('/attack/red'))
      hold(opened !== undefined, 'the test is blind: no tab was opened')
      await opened?.close()
      const form = await formOf(page).catch(() => null)
      hold(form !== null, 'no form')
      same(await hasPicture(arena), false, 'a picture was taken')
      return 'no picture was taken'
    },
  },
  {
    family: 'capture',
    name: 'leads its tab elsewhere in the moment of the press',
    tries: 'gets a picture of another page into the evidence',
    async run(arena) {
      arena.on.pages.serve('https://mastodon.example/attack/red', { body: '<body style="background:red">' })
      const before = (await drafts(arena.on.app)).length
      const page = await arena.page({
        first: `addEventListener('pointerdown', () => { location.href = '/attack/red' }, true)`,
      })
      const [mark] = await waitForMarks(page)
      if (mark) await press(page, mark)
      await pause(1500)
      if ((await drafts(arena.on.app)).length === before) return 'nothing was opened'
      same(await hasPicture(arena).catch(() => false), false, 'a picture was taken')
      return 'no picture was taken'
    },
  },
]
