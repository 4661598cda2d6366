import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../utils/ledger/entry'
import type { AccountAnswer, Notice } from '../../utils/notice'
import { type TestBackend, testBackend } from '../support/backend'
import { sampleGround, sampleNotice, sampleUse } from '../support/samples'

type Who = { token: string; id: string }
let backend: TestBackend
let author: Who
let approver: Who
let lead: Who
let elsewhere: Who
beforeAll(async () => {
  backend = await testBackend()
  author = await enrol('R1', 'reviewer')
  approver = await enrol('A1', 'approver')
  lead = await enrol('L1', 'lead')
  elsewhere = await enrol('A9', 'approver', 'Another Office')
})
afterAll(() => backend.stop())

async function enrol(
  code: string,
  role: AccountAnswer['role'],
  organisation = 'Sample Office',
): Promise<Who> {
  const link = await backend.enrol({ organisation, country: 'KZ', reviewerCode: code, role })
  const answer = await fetch(`${backend.origin}/v1/enrolments/${new URL(link).hash.slice(1)}`, {
    method: 'POST',
  })
  const { token, account } = (await answer.json()) as { token: string; account: AccountAnswer }
  return { token, id: account.id }
}

const call = (route: string, as: Who, init: RequestInit = {}) =>
  fetch(`${backend.origin}/v1${route}`, {
    ...init,
    headers: { authorization: `Bearer ${as.token}`, ...init.headers },
  })
const post = (route: string, as: Who, body: string, key?: string) =>
  call(route, as, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
    body,
  })
const send = (notice: Notice, as = author) => post('/notices', as, JSON.stringify(notice), notice.id)
const ask = (notice: Notice, as = author) => post('/reviews', as, JSON.stringify(notice), notice.id)
const settle = (
  id: string,
  word: 'approve' | 'return',
  as: Who,
  reason = 'The passage fits the provision.',
) => post(`/reviews/${id}/${word}`, as, JSON.stringify({ reason }))
const pending = async (as: Who) =>
  ((await (await call('/reviews', as)).json()) as { reviews: { id: string; body: string }[] }).reviews.map(
    ({ id }) => id,
  )
const arrived = async (id: string) => (await backend.notices()).some((one) => one.id === id)

/** A notice whose ground asks for a second reviewer. */
const sensitive = (more: Partial<Notice> = {}) =>
  sampleNotice({ grounds: [sampleUse({ ground: sampleGround({ secondReviewer: true }) })], ...more })

async function changes(as: Who, id: string) {
  const page = (await (await call('/changes', as)).json()) as { changes: { noticeId: string }[] }
  return page.changes.filter(({ noticeId }) => noticeId === id)
}

describe('four eyes', () => {
  it('lets no notice that needs a second reviewer reach the desk without an approval', async () => {
    const notice = sensitive()
    const answer = await send(notice)
    expect(answer.status).toBe(422)
    const { errors } = await answer.json()
    expect(errors[0]).toMatchObject({ code: 'secondForGround', pointer: '/grounds/0' })
    expect(errors[0].detail).toContain('twoPersons')
    expect((await ask(notice)).status).toBe(201)
    expect((await send(notice)).status).toBe(422)
    expect(await arrived(notice.id)).toBe(false)
  })

  it('sends the approved bytes, and those alone; the author hears who approved and why', async () => {
    const notice = sensitive()
    await ask(notice)
    expect(await pending(approver)).toContain(notice.id)
    expect(await arrived(notice.id)).toBe(false)
    expect((await settle(notice.id, 'approve', approver)).status).toBe(200)
    expect(await pending(lead)).not.toContain(notice.id)
    expect(await changes(author, notice.id)).toEqual([
      expect.objectContaining({
        type: 'approved',
        by: approver.id,
        note: 'The passage fits the provision.',
      }),
    ])
    const other = { ...notice, reference: 'changed afterwards' }
    expect((await send(other)).status).toBe(422)
    expect((await send(notice)).status).toBe(201)
    expect((await send(notice)).status).toBe(200)
  })

  it('gives a notice back with a reason, and does not take it afterwards', async () => {
    const notice = sensitive()
    await ask(notice)
    expect((await settle(notice.id, 'return', lead, '')).status).toBe(422)
    expect((await settle(notice.id, 'return', lead, 'Which passage?')).status).toBe(200)
    expect(await changes(author, notice.id)).toEqual([
      expect.objectContaining({ type: 'returned', by: lead.id, note: 'Which passage?' }),
    ])
    expect((await send(notice)).status).toBe(422)
    expect((await settle(notice.id, 'approve', approver)).status).toBe(409)
    expect(await arrived(notice.id)).toBe(false)
  })

  it('is never the author, whatever the role, and never somebody else', async () => {
    const own = sensitive({ reviewer: { code: 'L1' } })
    expect((await ask(own, lead)).status).toBe(201)
    expect(await pending(lead)).not.toContain(own.id)
    expect((await settle(own.id, 'approve', lead)).status).toBe(403)
    const notice = sensitive()
    await ask(notice)
    expect((await call('/reviews', author)).status).toBe(403)
    expect((await settle(notice.id, 'approve', author)).status).toBe(403)
    expect(await pending(elsewhere)).not.toContain(notice.id)
    expect((await settle(notice.id, 'approve', elsewhere)).status).toBe(404)
    // Not even past all the code.
    await expect(
      backend.query(`update review set outcome = 'approved', settled_by = account_id where notice_id = $1`, [
        notice.id,
      ]),
    ).rejects.toThrow(/check constraint/)
    expect((await send(notice)).status).toBe(422)
    // An approval of another account's request is none for this account.
    await settle(notice.id, 'approve', approver)
    expect((await send(notice, lead)).status).toBe(422)
  })

  it('keeps a request once, the same bytes under the same key', async () => {
    const notice = sensitive()
    expect((await ask(notice)).status).toBe(201)
    expect((await ask(notice)).status).toBe(200)
    expect((await ask({ ...notice, reference: 'x' })).status).toBe(422)
    expect((await ask(notice, lead)).status).toBe(422)
    expect((await pending(approver)).filter((id) => id === notice.id)).toHaveLength(1)
    expect((await post('/reviews', author, JSON.stringify(notice))).status).toBe(400)
    await settle(notice.id, 'approve', approver)
    expect((await settle(notice.id, 'approve', approver)).status).toBe(200)
    expect((await settle(notice.id, 'approve', lead)).status).toBe(409)
    expect((await ask(notice)).status).toBe(200)
    expect(await changes(author, notice.id)).toHaveLength(1)
  })

  it('asks for the evidence first, and shows it to the second reviewer', async () => {
    const bytes = 'a sealed bundle'
    const hex = await sha256(bytes)
    const notice = sensitive({
      evidence: {
        sha256: hex,
        bytes: bytes.length,
        mediaType: 'application/wacz',
        captureClass: 'full',
        capturedAt: '2026-11-24T12:00:00.000Z',
      },
    })
    expect((await ask(notice)).status).toBe(409)
    await call(`/evidence/sha256/${hex}`, author, { method: 'PUT', body: bytes })
    expect((await ask(notice)).status).toBe(201)
    expect(await (await call(`/evidence/sha256/${hex}`, approver)).text()).toBe(bytes)
    expect((await call(`/evidence/sha256/${hex}`, elsewhere)).status).toBe(404)
  })

  it('forgets what its author has taken back', async () => {
    const notice = sensitive()
    await ask(notice)
    const withdraw = (as: Who) =>
      post(`/notices/${notice.id}/withdraw`, as, JSON.stringify({ reason: 'mistake' }))
    expect((await withdraw(lead)).status).toBe(404)
    expect((await withdraw(author)).status).toBe(200)
    expect(await pending(approver)).not.toContain(notice.id)
    expect((await settle(notice.id, 'approve', approver)).status).toBe(404)
  })

  it('blocks before the review what is blocked after it', async () => {
    const notice = sensitive()
    const account = { ...notice.item, permalink: 'https://mastodon.example/@ada' }
    const answer = await ask({ ...notice, item: account })
    expect(answer.status).toBe(422)
    expect((await answer.json()).errors[0].code).toBe('addressIsAccount')
  })
})
