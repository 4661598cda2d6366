import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { findBreak } from '../../utils/ledger/entry'
import type { Form } from '../../utils/messages'
import { registerJson } from '../../utils/report/register'
import { reportCsv, transparencyOf } from '../../utils/report/transparency'
import { effectOf, listOf } from './effects'
import { type Local, localExtension, noNetwork, type Sent } from './local'
import { made } from './made'
import { formOf, type MessageTry, TABLE } from './table'

beforeEach(() => {
  vi.stubGlobal('navigator', { userAgent: 'test' })
  noNetwork()
})

const problems = (said: Sent) => (said.ok ? [] : [said.problem, ...(said.more ?? [])])
const idOf = (said: Sent): string => {
  if (!said.ok) throw new Error(JSON.stringify(problems(said)))
  return said.value.noticeId
}

describe.each(TABLE)('safeguard $safeguard, by message: $message.tries', ({ message }) => {
  it('fails', async () => {
    const local = await localExtension(message.rules)
    if (message.special) return SPECIAL[message.special]?.(local, message)
    const { draft } = await made(local, message.before, message.item)
    const before = await local.rows()
    const form = message.form as Form
    const effect = effectOf(message.finds ?? '')
    const code = expect.objectContaining({ code: message.finds })
    expect((await local.check(draft.id, form))[listOf(effect)]).toContainEqual(code)
    const said = await local.send(draft.id, form)
    if (effect !== 'block') {
      // Told, and written down; or kept for somebody else.
      expect((await local.row(idOf(said))).state).toBe(effect === 'warn' ? 'held' : 'inReview')
      return
    }
    expect(problems(said)).toContainEqual(code)
    expect(await local.rows()).toEqual(before)
  })
})

const SPECIAL: Record<string, (local: Local, message: MessageTry) => Promise<void>> = {
  async ownApproval(local, { form }) {
    const { draft } = await made(local)
    const noticeId = idOf(await local.send(draft.id, form))
    for (const approve of [true, false]) {
      const settle = { connectionId: 'c1', noticeId, approve, reason: 'I say so.' }
      expect(await local.ask('review.settle', settle)).toMatchObject({
        ok: false,
        problem: { code: 'reviewForbidden' },
      })
    }
    // Neither is it sent by force.
    for (const type of ['notice.retry', 'notice.resolve', 'notice.answer'] as const)
      expect((await local.ask(type, { noticeId, arrived: true, accept: true })).ok, type).toBe(
        type === 'notice.retry',
      )
    expect((await local.row(noticeId)).state).toBe('inReview')
  },

  async cooling(local) {
    const { draft } = await made(local)
    const said = await local.send(draft.id, { ...formOf(), undoSeconds: 0, dueAt: 0 })
    const { dueAt, createdAt } = await local.row(idOf(said))
    expect(dueAt - createdAt).toBe(60_000)
    expect((await local.ask('notice.retry', { noticeId: idOf(said) })).ok).toBe(false)
    await local.worker.drain()
    expect((await local.row(idOf(said))).state).toBe('held')
    expect((await local.ask('notice.undo', { noticeId: idOf(said) })).ok).toBe(true)
  },

  async noTrace(local) {
    const { draft } = await made(local)
    const noticeId = idOf(await local.send(draft.id, formOf()))
    const before = await local.ledger()
    for (const type of ['notice.undo', 'draft.discard'] as const)
      await local.ask(type, { draftId: draft.id, noticeId })
    const after = await local.ledger()
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.at(-1)).toMatchObject({ noticeId, event: 'undo' })
    expect(await findBreak(after)).toBeNull()
    for (const type of ['ledger.delete', 'ledger.put', 'ledger.clear'])
      expect(await local.ask(type as never, { seq: 1 })).toBeUndefined()
  },

  async published(local, { form }) {
    const { draft } = await made(local)
    const said = await local.check(draft.id, form as Form)
    expect(said.warnings).toContainEqual(expect.objectContaining({ code: 'phoneNumber' }))
    const noticeId = idOf(await local.send(draft.id, form))
    await local.decide(noticeId)
    const ledger = await local.ledger()
    const { item } = await local.notice(noticeId)
    const texts = [
      registerJson(ledger, null),
      reportCsv(transparencyOf(ledger, null)),
      JSON.stringify(ledger),
    ]
    for (const text of texts)
      for (const secret of ['123-45-67', item.permalink, item.text, item.author.handle, 'Aigerim', 'R1'])
        expect(text).not.toContain(secret)
  },

  async reposter(local, { item, form }) {
    const { draft } = await made(local, undefined, item)
    const noticeId = idOf(await local.send(draft.id, form))
    expect(await local.outbox.body(noticeId)).not.toContain('Bystander')
  },

  async authorTold(local, { form }) {
    const { draft } = await made(local)
    const forged = {
      ...form,
      declaration: { version: 1, language: 'en', text: 'I order it.' },
      discloseNotifier: false,
    }
    const { declaration } = await local.notice(idOf(await local.send(draft.id, forged)))
    expect(declaration.text).toContain('tell the author that a notice was the reason')
  },
}

it('knows each special try', () => {
  for (const { message } of TABLE) if (message.special) expect(SPECIAL).toHaveProperty(message.special)
})
