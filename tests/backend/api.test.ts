import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { compactVerify, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Backend, startBackend } from '../../backend/start'
import { crs } from '../../utils/connectors/crs'
import { sha256 } from '../../utils/ledger/entry'
import type { Decision, Notice } from '../../utils/notice'
import { sampleNotice } from '../support/samples'

let backend: Backend
let dataDir: string
let token: string
let other: string

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'flagpost-backend-'))
  backend = await startBackend({ dataDir })
  token = await tokenFor('Ministry', 'R1')
  other = await tokenFor('Hotline', 'H1')
})
afterAll(async () => {
  await backend.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function tokenFor(organisation: string, reviewerCode: string): Promise<string> {
  const link = await backend.enrol({ organisation, country: 'KZ', reviewerCode, role: 'reviewer' })
  const answer = await fetch(`${backend.origin}/v1/enrolments/${new URL(link).hash.slice(1)}`, {
    method: 'POST',
  })
  return ((await answer.json()) as { token: string }).token
}

const call = (route: string, init: RequestInit & { as?: string } = {}) =>
  fetch(`${backend.origin}${route}`, {
    ...init,
    headers: { authorization: `Bearer ${init.as ?? token}`, ...init.headers },
  })

const send = (notice: Notice, options: { as?: string; key?: string; body?: string } = {}) =>
  call('/v1/notices', {
    method: 'POST',
    ...(options.as ? { as: options.as } : {}),
    headers: { 'content-type': 'application/json', 'idempotency-key': options.key ?? notice.id },
    body: options.body ?? JSON.stringify(notice),
  })

const put = (bytes: string, hex: string, as = token) =>
  call(`/v1/evidence/sha256/${hex}`, {
    method: 'PUT',
    body: bytes,
    as,
    headers: { 'content-type': 'application/wacz' },
  })

async function changes(as = token) {
  const list: { noticeId: string; type: string; decision?: Decision }[] = []
  for (let after = '', more = true; more; ) {
    const page = await (await call(`/v1/changes${after && `?after=${after}`}`, { as })).json()
    list.push(...page.changes)
    after = page.cursor
    more = page.more
  }
  return list
}

describe('accounts', () => {
  it('lets an enrolment link in once', async () => {
    const link = await backend.enrol({
      organisation: 'Ministry',
      country: 'KZ',
      reviewerCode: 'R2',
      role: 'lead',
    })
    expect(link).toMatch(/\/enrol#[\w-]{43}$/)
    const route = `${backend.origin}/v1/enrolments/${new URL(link).hash.slice(1)}`
    const first = await fetch(route, { method: 'POST' })
    expect(await first.json()).toMatchObject({
      account: { reviewerCode: 'R2', role: 'lead', organisation: { name: 'Ministry' } },
    })
    const second = await fetch(route, { method: 'POST' })
    expect([second.status, second.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })

  it('answers nobody without a token', async () => {
    for (const as of ['wrong-wrong-wrong-wrong-wrong', 'x']) {
      const answer = await call('/v1/account', { as })
      expect([answer.status, (await answer.json()).status]).toEqual([401, 401])
    }
    expect(await (await call('/v1/account')).json()).toMatchObject({
      reviewerCode: 'R1',
      organisation: { country: 'KZ' },
    })
  })
})

describe('evidence', () => {
  it('is taken once, whole, under its own digest', async () => {
    const digest = await sha256('some bundle')
    const statuses = [
      (await call(`/v1/evidence/sha256/${digest}`, { method: 'HEAD' })).status,
      (await put('other bytes', digest)).status,
      (await call(`/v1/evidence/sha256/${digest}`, { method: 'HEAD' })).status,
      (await put('some bundle', digest)).status,
      (await put('some bundle', digest)).status,
      (await call(`/v1/evidence/sha256/${digest}`, { method: 'HEAD' })).status,
    ]
    expect(statuses).toEqual([404, 422, 404, 201, 200, 200])
    expect(await (await call(`/v1/evidence/sha256/${digest}`)).text()).toBe('some bundle')
  })

  it('is not even known to another organisation', async () => {
    const digest = await sha256('a secret bundle')
    await put('a secret bundle', digest)
    expect((await call(`/v1/evidence/sha256/${digest}`, { method: 'HEAD', as: other })).status).toBe(404)
    expect((await put('a secret bundle', digest, other)).status).toBe(201)
  })

  it('has an address that is a digest and nothing else', async () => {
    for (const hex of ['x', '..%2f..%2fetc', 'A'.repeat(64)]) expect((await put('x', hex)).status).toBe(422)
  })
})

describe('notices', () => {
  it('says of each notice whether it has it, as the extension asks', async () => {
    const notice = sampleNotice()
    const access = { address: backend.origin, token, keys: [] }
    const knows = (id: string) => crs.knows?.(id, access, new AbortController().signal)
    expect(await knows(notice.id)).toBe(false)
    expect((await send(notice)).status).toBe(201)
    expect(await knows(notice.id)).toBe(true)
  })

  it('gives a signed receipt, and the same one again byte for byte', async () => {
    const notice = sampleNotice()
    const body = JSON.stringify(notice)
    const first = await send(notice)
    const again = await send(notice)
    expect([first.status, again.status]).toEqual([201, 200])
    const [text, second] = [await first.text(), await again.text()]
    expect(second).toBe(text)
    const { keys } = await (await fetch(`${backend.origin}/.well-known/jwks.json`)).json()
    expect(keys[0].d).toBeUndefined()
    const { payload } = await compactVerify(JSON.parse(text).receipt, await importJWK(keys[0], 'ES256'))
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
      sub: notice.id,
      body: await sha256(body),
      evidence: [],
    })
  })

  it('takes one of many that come at once', async () => {
    const notice = sampleNotice()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(notice)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
    expect((await changes()).filter(({ noticeId }) => noticeId === notice.id)).toHaveLength(1)
  })

  it('says in the receipt what the organisation has noticed already; drops nothing, and tells nobody else', async () => {
    const colleague = await tokenFor('Ministry', 'R7')
    const { item } = sampleNotice()
    const on = (code: string): Notice => ({ ...sampleNotice(), item, reviewer: { code } })
    const noticed = async (answer: Response) => {
      expect(answer.status).toBe(201)
      const [, payload = ''] = (await answer.json()).receipt.split('.')
      return JSON.parse(Buffer.from(payload, 'base64url').toString()).noticed
    }
    const first = on('R1')
    expect(await noticed(await send(first))).toBeUndefined()
    expect(await noticed(await send(on('H1'), { as: other }))).toBeUndefined()
    const second = on('R7')
    expect(await noticed(await send(second, { as: colleague }))).toEqual({
      count: 1,
      since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    })
    // The same account from another machine.
    expect(await noticed(await send(on('R1')))).toMatchObject({ count: 2 })
    await call(`/v1/notices/${first.id}/withdraw`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `${first.id}-withdraw` },
      body: JSON.stringify({ reason: 'A colleague was first.' }),
    })
    expect(await noticed(await send(on('R7'), { as: colleague }))).toMatchObject({ count: 2 })
  })

  it('lets one of two colleagues who send at the same moment see the other', async () => {
    const colleague = await tokenFor('Ministry', 'R8')
    for (let round = 0; round < 10; round++) {
      const { item } = sampleNotice()
      const answers = await Promise.all([
        send({ ...sampleNotice(), item }),
        send({ ...sampleNotice(), item, reviewer: { code: 'R8' } }, { as: colleague }),
      ])
      const claims = await Promise.all(
        answers.map(async (answer) => atob((await answer.json()).receipt.split('.')[1])),
      )
      expect(claims.filter((one) => one.includes('"noticed"'))).toHaveLength(1)
    }
  })

  it('refuses another body under the same key, another key, another account', async () => {
    const notice = sampleNotice()
    await send(notice)
    const changed = await send({ ...notice, reference: 'x' })
    expect([changed.status, (await changed.json()).errors[0].pointer]).toEqual([422, '/id'])
    expect((await send(sampleNotice(), { key: notice.id })).status).toBe(422)
    expect((await send(notice, { as: other })).status).toBe(422)
    expect((await send({ ...notice, reviewer: { code: 'H1' } }, { as: other })).status).toBe(422)
  })

  it('says which field is wrong', async () => {
    const notice = sampleNotice()
    const wrong = await send({ ...notice, grounds: [] })
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
    expect((await wrong.json()).errors).toContainEqual(expect.objectContaining({ pointer: '/grounds' }))
    expect((await send(notice, { body: '{"a":' })).status).toBe(422)
    expect((await send(notice, { body: JSON.stringify('x'.repeat(5_000_000)) })).status).toBe(413)
    expect((await call('/v1/notices', { method: 'POST', body: JSON.stringify(notice) })).status).toBe(400)
  })

  it('waits for the evidence that a notice names', async () => {
    const digest = await sha256('bundle of this notice')
    const evidence = {
      sha256: digest,
      bytes: 21,
      mediaType: 'application/wacz',
      captureClass: 'full',
      capturedAt: '2026-11-24T12:00:00.000Z',
    } as const
    const notice = sampleNotice({ evidence })
    const early = await send(notice)
    expect([early.status, early.headers.get('retry-after')]).toEqual([409, '1'])
    await put('bundle of this notice', digest)
    expect((await send(notice)).status).toBe(201)
  })

  it('takes them back, even before they arrive', async () => {
    const [known, late] = [sampleNotice(), sampleNotice()]
    await send(known)
    const take = (id: string, as = token) =>
      call(`/v1/notices/${id}/withdraw`, {
        method: 'POST',
        as,
        body: JSON.stringify({ reason: 'A mistake.' }),
      })
    expect([
      (await take(known.id)).status,
      (await take(known.id)).status,
      (await take(late.id)).status,
    ]).toEqual([200, 200, 200])
    expect((await take(known.id, other)).status).toBe(404)
    await send(late)
    for (const { id } of [known, late]) {
      expect((await (await call(`/v1/notices/${id}`)).json()).withdrawnAt).not.toBeNull()
    }
    expect((await call(`/v1/notices/${known.id}`, { as: other })).status).toBe(404)
  })
})

describe('the change feed', () => {
  it('shows each change of this account once, while many write', async () => {
    const notices = Array.from({ length: 60 }, () => sampleNotice())
    const seen: string[] = []
    let after = ''
    let writing = true
    const reader = (async () => {
      for (let last = false; ; last = !writing) {
        const page = await (await call(`/v1/changes${after && `?after=${after}`}`)).json()
        seen.push(...page.changes.map(({ noticeId }: { noticeId: string }) => noticeId))
        after = page.cursor
        if (last && !page.more) return
      }
    })()
    await Promise.all(notices.map((notice) => send(notice)))
    writing = false
    await reader
    const mine = seen.filter((id) => notices.some((notice) => notice.id === id))
    expect(mine).toHaveLength(60)
    expect(new Set(mine).size).toBe(60)
    expect((await changes(other)).some(({ noticeId }) => notices.some(({ id }) => id === noticeId))).toBe(
      false,
    )
  })

  it('refuses a cursor of another database', async () => {
    const foreign = Buffer.from('00000000-0000-0000-0000-000000000000.5.5').toString('base64url')
    expect((await call(`/v1/changes?after=${foreign}`)).status).toBe(410)
    expect((await call('/v1/changes?after=nonsense')).status).toBe(410)
  })
})

describe('the contract', () => {
  it('is served as OpenAPI, and every unknown address is a problem', async () => {
    const { openapi, paths } = await (await fetch(`${backend.origin}/v1/openapi.json`)).json()
    expect(openapi).toBe('3.1.0')
    expect(Object.keys(paths)).toContain('/v1/notices')
    const nowhere = await call('/v1/nowhere')
    expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })

  it('answers a browser’s preflight', async () => {
    const answer = await fetch(`${backend.origin}/v1/notices`, {
      method: 'OPTIONS',
      headers: {
        origin: 'chrome-extension://x',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,idempotency-key',
      },
    })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-headers')).toContain('idempotency-key')
  })
})
