import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draftHandlers } from '../../utils/background/handlers/draft'
import { Foreseen } from '../../utils/background/prepare'
import { Presses } from '../../utils/background/press'
import { answer, type Handlers } from '../../utils/background/router'
import type { Service } from '../../utils/background/service'
import { Drafting } from '../../utils/drafting/drafting'
import { EMPTY_FORM } from '../../utils/drafting/form'
import type { Captured } from '../../utils/evidence/captured'
import type { Answer, Form, PageOrder, Preview, Reply } from '../../utils/messages'
import { Notice } from '../../utils/notice'
import { Outbox } from '../../utils/outbox/store'
import { fakeBrowser } from '../support/extension-api'
import { sampleItem } from '../support/samples'

const ID = 'flagpost-id'
const ORIGIN = 'chrome-extension://flagpost-id'
const { getURL } = fakeBrowser.runtime
const frame = { id: ID, url: `${ORIGIN}/compose.html#x`, frameId: 3, tab: { id: 7, windowId: 1 } }
const own = { id: ID, url: `${ORIGIN}/compose.html#x`, frameId: 0, tab: { id: 8, windowId: 2 } }
const place = { tabId: 7, frameId: 0, windowId: 1, address: 'https://mastodon.example/' }
const nonce = '6fa0d9c8-6a0f-4d0a-9f6e-0a4b6a3a2f11'

let outbox: Outbox
let drafting: Drafting
let handlers: Handlers
let orders: PageOrder[]
let reply: unknown
let opened: string[]
let removed: number[]

beforeEach(() => {
  vi.stubGlobal('navigator', { userAgent: 'test' })
  fakeBrowser.reset()
  Object.assign(fakeBrowser.runtime, {
    id: ID,
    getURL: (path: string) => (path === 'grounds.json' ? getURL(path as never) : `${ORIGIN}/${path}`),
    getManifest: () => ({ version: '0.1.0' }),
  })
  Object.assign(fakeBrowser.i18n, { getUILanguage: () => 'en' })
  orders = []
  opened = []
  removed = []
  reply = undefined
  Object.assign(fakeBrowser.tabs, {
    async sendMessage(_tab: number, order: PageOrder) {
      orders.push(order)
      if (reply instanceof Error) throw reply
      return reply
    },
    async remove(tab: number) {
      removed.push(tab)
    },
  })
  Object.assign(fakeBrowser.windows, { create: async ({ url }: { url: string }) => opened.push(url) })
  globalThis.indexedDB = new IDBFactory()
  outbox = new Outbox()
  drafting = new Drafting({
    outbox,
    seal: () => Promise.reject(new Error('no evidence here')),
    reseal: () => Promise.reject(new Error('no evidence here')),
    surround: () => Promise.reject(new Error('no evidence here')),
  })
  const presses = new Presses(outbox, drafting)
  const foreseen = new Foreseen(outbox)
  const parts = { outbox, drafting, presses, foreseen, drain: () => {} }
  handlers = draftHandlers(parts as unknown as Service) as Handlers
})

async function draft(): Promise<string> {
  const item = sampleItem()
  const captured = {
    item,
    selection: 'sample',
    page: { address: place.address },
    snapshot: { suggested: [] as unknown[] },
  } as Captured
  const { row } = await drafting.open(nonce, captured, place, item.platform)
  await drafting.evidence(row.id)
  return row.id
}
const ask = async <T>(type: string, payload: unknown, sender = frame) =>
  (await answer(handlers, { type, payload }, sender)) as Answer<T>
async function value<T>(type: string, payload: unknown, sender = frame): Promise<T> {
  const said = await ask<T>(type, payload, sender)
  if (!said.ok) throw new Error(JSON.stringify(said.problem))
  return said.value
}

const FORM: Form = {
  ...EMPTY_FORM,
  grounds: [
    {
      groundId: 'mastodon.category-spam',
      why: 'The post offers the same goods as forty others of the last hour.',
      passage: 'something that a reviewer reads',
      basis: '',
      territory: ['global'],
      measure: 'none',
      elements: Array.from({ length: 12 }, () => true),
      answers: {},
    },
  ],
  goodFaith: true,
  reference: 'A-17',
}

describe('what the form asks for', () => {
  it('previews exactly what is sent, but for its id and times', async () => {
    const draftId = await draft()
    const preview = await value<Preview>('draft.preview', { draftId, form: FORM })
    const { noticeId } = await value<Reply<'draft.submit'>>('draft.submit', { draftId, form: FORM })
    const { id, createdAt, declaration, ...sent } = Notice.parse(
      JSON.parse((await outbox.body(noticeId)) ?? ''),
    )
    const { madeAt, ...said } = declaration
    expect(id).toBe(noticeId)
    expect(madeAt).toBe(createdAt)
    expect({ ...sent, declaration: said }).toEqual(preview)
  })

  it('previews a form that is not complete yet', async () => {
    const draftId = await draft()
    const preview = await value<Preview>('draft.preview', { draftId, form: EMPTY_FORM })
    expect(preview).toMatchObject({ grounds: [], evidence: null, reference: null })
  })

  it('keeps what is typed though the catalogue has lost its ground', async () => {
    const draftId = await draft()
    const [ground] = FORM.grounds
    const form = { ...FORM, grounds: [{ ...ground, groundId: 'gone.by-now' }] }
    await value('draft.save', { draftId, form })
    expect((await outbox.draft(draftId))?.form.grounds[0]?.why).toBe(ground?.why)
  })

  it('hands over the words that were selected, until only the address may stay', async () => {
    const draftId = await draft()
    const view = await value<Reply<'draft.open'>>('draft.open', { nonce }, own)
    expect(view).toMatchObject({ draftId, selection: 'sample', platform: 'Mastodon' })
    await drafting.save(draftId, EMPTY_FORM, 'url')
    expect((await value<Reply<'draft.open'>>('draft.open', { nonce }, own)).selection).toBe('')
  })
})

describe('the frame and the page around it', () => {
  it('is looked at by the flag script; without a clear word the worst is taken for true', async () => {
    const look = () => value('form.look', { nonce })
    reply = { own: true, top: true }
    expect(await look()).toEqual({ own: true, top: true })
    expect(orders).toEqual([{ type: 'look', nonce }])
    for (reply of [undefined, null, {}, { own: 'yes', top: 1 }, 'own', new Error('nobody there')]) {
      expect(await look()).toEqual({ own: false, top: false })
    }
    expect(await value('form.look', { nonce }, own)).toEqual({ own: true, top: true })
  })

  it('goes on in a window of its own, and is taken out of the page', async () => {
    await value('form.window', { nonce })
    expect(opened).toEqual([expect.stringContaining(`compose.html#${nonce}`)])
    expect(orders).toEqual([{ type: 'close', nonce }])
  })

  it('is closed where it stands: a frame by the flag script, a window by the browser', async () => {
    await value('form.close', { nonce })
    expect([orders, removed]).toEqual([[{ type: 'close', nonce }], []])
    await value('form.close', { nonce }, own)
    expect(removed).toEqual([8])
  })

  it('leaves no empty draft behind, and keeps one in which anything was typed', async () => {
    const draftId = await draft()
    await value('draft.save', { draftId, form: { ...EMPTY_FORM, reference: 'A-17' } })
    await value('form.close', { nonce })
    expect(await outbox.draft(draftId)).toBeDefined()
    await value('draft.save', { draftId, form: EMPTY_FORM })
    await value('form.close', { nonce })
    expect(await outbox.draft(draftId)).toBeUndefined()
  })
})
