import { describe, expect, it } from 'vitest'
import { type Sender, senderKind } from '../../utils/asks'
import { answer, answerLine, type Handlers } from '../../utils/background/router'
import { LINE } from '../../utils/messages'
import { ProblemError } from '../../utils/problem'
import { fakeBrowser } from '../support/extension-api'

const ID = 'flagpost-id'
const ORIGIN = 'chrome-extension://flagpost-id'
Object.assign(fakeBrowser.runtime, { id: ID, getURL: (path: string) => `${ORIGIN}/${path}` })

const page = { id: ID, url: 'https://www.facebook.com/', frameId: 0, tab: { id: 7, windowId: 1 } }
const form = { id: ID, url: `${ORIGIN}/compose.html#x`, frameId: 3, tab: { id: 7, windowId: 1 } }
const own = { id: ID, url: `${ORIGIN}/popup.html` }

const asked: string[] = []
const handlers = new Proxy({} as Handlers, {
  get: (_, type: string) => async () => {
    asked.push(type)
    if (type === 'outbox.drain') throw new ProblemError({ code: 'backendDown' }, [{ code: 'second' }])
    if (type === 'site.sync') throw new Error('a detail that nobody outside should see')
    return null
  },
})
const nonce = '6fa0d9c8-6a0f-4d0a-9f6e-0a4b6a3a2f11'

describe('who is answered', () => {
  it('knows page, form and own pages by what the browser says of the sender', () => {
    expect(senderKind(page, ID, ORIGIN)).toBe('page')
    expect(senderKind(form, ID, ORIGIN)).toBe('form')
    expect(senderKind({ ...form, frameId: 0 }, ID, ORIGIN)).toBe('own')
    expect(senderKind(own, ID, ORIGIN)).toBe('own')
    expect(senderKind({ ...page, id: 'another-extension' }, ID, ORIGIN)).toBeNull()
    expect(senderKind({ ...form, url: `${ORIGIN}/options.html` }, ID, ORIGIN)).toBeNull()
    expect(senderKind({ ...page, url: 'data:text/html,x' }, ID, ORIGIN)).toBeNull()
    expect(senderKind({ ...page, url: `https://x.example/${ORIGIN}/popup.html` }, ID, ORIGIN)).toBe('page')
    expect(senderKind({ ...page, tab: undefined }, ID, ORIGIN)).toBeNull()
  })

  it('answers nothing to strangers and to messages that are not ours', async () => {
    expect(await answer(handlers, { type: 'site.hello' }, { ...page, id: 'x' })).toBeUndefined()
    for (const message of [null, 1, 'x', {}, { type: 'toString' }, { type: '__proto__' }, { type: {} }]) {
      expect(await answer(handlers, message, own)).toBeUndefined()
    }
    expect(asked).toEqual([])
  })

  it('lets each ask only what is its own', async () => {
    const drain = { type: 'outbox.drain', payload: {} }
    expect(await answer(handlers, drain, page)).toEqual({ ok: false, problem: { code: 'notAllowed' } })
    expect(await answer(handlers, drain, form)).toEqual({ ok: false, problem: { code: 'notAllowed' } })
    const open = { type: 'draft.open', payload: { nonce } }
    expect(await answer(handlers, open, page)).toEqual({ ok: false, problem: { code: 'notAllowed' } })
    expect(await answer(handlers, open, form)).toEqual({ ok: true, value: null })
    expect(await answer(handlers, open, own)).toEqual({ ok: true, value: null })
    const press = { type: 'page.press', payload: { nonce, permalink: null } }
    expect(await answer(handlers, press, page)).toEqual({ ok: true, value: null })
    expect(await answer(handlers, press, form)).toEqual({ ok: false, problem: { code: 'notAllowed' } })
  })

  it('refuses wrong shapes before any handler sees them', async () => {
    asked.length = 0
    const wrong = [{ nonce: 'x' }, {}, null, { nonce, permalink: 'x'.repeat(3000) }, { nonce, permalink: {} }]
    for (const payload of wrong) {
      const message = { type: 'page.press', payload }
      expect(await answer(handlers, message, page)).toEqual({ ok: false, problem: { code: 'messageWrong' } })
    }
    expect(asked).toEqual([])
  })

  it('hands problems on whole, and hides what nobody foresaw', async () => {
    expect(await answer(handlers, { type: 'outbox.drain', payload: {} }, own)).toEqual({
      ok: false,
      problem: { code: 'backendDown' },
      more: [{ code: 'second' }],
    })
    expect(await answer(handlers, { type: 'site.sync', payload: {} }, own)).toEqual({
      ok: false,
      problem: { code: 'unexpected' },
    })
  })

  it('answers on a line as it answers alone: each under its number, strangers never', async () => {
    const heard: { n: number }[] = []
    const line = (sender: Sender, name = LINE) => {
      let say = (_: unknown) => {}
      answerLine(handlers, {
        name,
        sender,
        onMessage: {
          addListener: (listener) => {
            say = listener
          },
        },
        postMessage: (message) => heard.push(message as { n: number }),
      })
      return say
    }
    line(form)({ n: 7, type: 'draft.open', payload: { nonce } })
    line(form)({ n: 8, type: 'outbox.drain', payload: {} })
    line(form)({ type: 'draft.open', payload: { nonce } })
    line(form, 'other')({ n: 9, type: 'draft.open', payload: { nonce } })
    line({ ...form, id: 'x' })({ n: 10, type: 'draft.open', payload: { nonce } })
    await new Promise((resolve) => setTimeout(resolve))
    heard.sort((a, b) => a.n - b.n)
    expect(heard).toEqual([
      { n: 7, answer: { ok: true, value: null } },
      { n: 8, answer: { ok: false, problem: { code: 'notAllowed' } } },
      { n: 10, answer: undefined },
    ])
  })
})
