import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../backend/desk/words/en'
import { kk } from '../../backend/desk/words/kk'
import { ru } from '../../backend/desk/words/ru'
import { type Backend, startBackend } from '../../backend/start'
import { sealBundle } from '../../utils/evidence/bundle'
import { verifyBundle } from '../../utils/evidence/verify/verify'
import { law, lawUse, NO_ANSWERS } from '../assess/judged'
import { sampleBundle, sampleItem, sampleNotice, sampleSealer } from '../support/samples'

let backend: Backend
let dataDir: string
let token: string
let cookie: string

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'flagpost-desk-'))
  backend = await startBackend({ dataDir })
  const link = await backend.enrol({
    organisation: 'Ministry',
    country: 'KZ',
    reviewerCode: 'R1',
    role: 'reviewer',
  })
  const enrolled = await fetch(`${backend.origin}/v1/enrolments/${new URL(link).hash.slice(1)}`, {
    method: 'POST',
  })
  token = (await enrolled.json()).token
  const answer = await desk('/sign-in', { token: backend.desk.token })
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
})
afterAll(async () => {
  await backend.stop()
  await rm(dataDir, { recursive: true, force: true })
})

function desk(route: string, form?: Record<string, string>, headers: Record<string, string> = {}) {
  const body = form && new URLSearchParams(form)
  return fetch(`${backend.deskUrl}${route}`, {
    redirect: 'manual',
    headers: { ...(cookie ? { cookie } : {}), ...headers },
    ...(body ? { method: 'POST', body } : {}),
  })
}

async function send(notice: ReturnType<typeof sampleNotice>) {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': notice.id,
  }
  const answer = await fetch(`${backend.origin}/v1/notices`, {
    method: 'POST',
    headers,
    body: JSON.stringify(notice),
  })
  expect(answer.status, await answer.clone().text()).toBe(201)
}

async function decisions() {
  const answer = await fetch(`${backend.origin}/v1/changes`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return (await answer.json()).changes.filter(({ type }: { type: string }) => type === 'decision')
}

const FORM = {
  outcome: 'removed',
  territory: 'global',
  facts: 'The post names a place and a time.',
  automatedDecision: 'not',
  'upheld-0': 'yes',
  'why-0': 'It is incitement.',
  redress: 'Article 20.',
  decidedBy: 'Desk 1',
}

describe('the words', () => {
  const inLanguage = (language: string) =>
    desk('/closed', undefined, { 'accept-language': language }).then((answer) => answer.text())

  it('speak the language that the browser asks for', async () => {
    expect(await inLanguage('kk-KZ,kk;q=0.9,ru;q=0.8')).toContain('<html lang="kk">')
    expect(await inLanguage('ru')).toContain('Закрытые уведомления')
    expect(await inLanguage('tlh, de;q=0.5')).toContain('Closed notices')
  })

  it('are there in every language, with the same figures and names in them', () => {
    const keys = (words: Record<string, string>) =>
      Object.keys(words)
        .filter((key) => !/_(few|many)$/.test(key))
        .sort()
    const params = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const words of [ru, kk]) {
      expect(keys(words)).toEqual(keys(en))
      for (const [key, text] of Object.entries(en))
        expect(params(words[key] ?? ''), key).toEqual(params(text))
    }
  })
})

describe('the door', () => {
  it('lets in with the token alone, and only from its own page', async () => {
    const stranger = await fetch(backend.deskUrl, { redirect: 'manual' })
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/desk/sign-in'])
    const set = (await desk('/sign-in', { token: backend.desk.token })).headers.get('set-cookie') ?? ''
    expect(set).toMatch(/HttpOnly/i)
    expect(set).toMatch(/SameSite=Strict/i)
    expect((await desk('/sign-in', { token: 'wrong' })).status).toBe(403)
    const foreign = await desk('/sign-in', { token: backend.desk.token }, { origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
    const forged = await fetch(backend.deskUrl, {
      redirect: 'manual',
      headers: { cookie: 'desk=9999999999999.x' },
    })
    expect(forged.status).toBe(303)
  })
})

describe('a notice at the desk', () => {
  it('shows words from outside as words, and runs nothing', async () => {
    const evil = '<img src=x onerror=alert(1)>\u202Etxt.exe'
    const item = {
      ...sampleItem({ text: evil, author: { name: evil, handle: null, address: null } }),
      permalink: 'https://mastodon.example/@ada/9',
    }
    const notice = sampleNotice({ item })
    await send(notice)
    const answer = await desk(`/notices/${notice.id}`)
    const html = await answer.text()
    expect(html).not.toContain('<img src=x')
    expect(html).toContain('&lt;img src=x')
    expect(html).toContain('⟨U+202E⟩')
    expect(html).not.toContain('<script')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await (await desk('')).text()).toContain(notice.id)
  })

  it('says what kind of notice it is, why it is one of several, and what was answered', async () => {
    const rule = sampleNotice()
    const many = sampleNotice({
      grounds: [lawUse({ ground: law({ speech: 'context' }), answers: NO_ANSWERS })],
      reasons: { manyOnAuthor: 'She names another house each time.' },
    })
    await send(rule)
    await send(many)
    expect(await (await desk(`/notices/${rule.id}`)).text()).toContain('no law named')
    const html = await (await desk(`/notices/${many.id}`)).text()
    expect(html).toContain('Notice of illegal content (DSA Article 16)')
    expect(html).toContain('She names another house each time.')
    expect(html).toMatch(/Is it satire, parody or irony\?<\/span> No/)
  })

  it('says where another notice on the same item has captured something else, with covers kept', async () => {
    const seen = (text: string, minutes: number) => {
      const notice = sampleNotice()
      const item = {
        ...notice.item,
        permalink: 'https://mastodon.example/@ada/7531',
        text: `${text} Words of something that a reviewer reads.`,
      }
      const at = new Date(Date.now() - minutes * 60_000).toISOString()
      const reasons = { manyOnAuthor: 'She has changed the words of it each time.' }
      return { ...notice, createdAt: at, item, reasons, declaration: { ...notice.declaration, madeAt: at } }
    }
    const [first, covered, later] = [
      seen('Ask Ada Lovelace, tonight\u202e.', 50),
      seen('Ask █████, tonight\u202e.', 40),
      seen('Ask Ada Lovelace, <b>tomorrow</b>\u202e.', 30),
    ]
    for (const notice of [first, covered, later]) await send(notice)
    const pageOf = async ({ id }: typeof first) => (await desk(`/notices/${id}`)).text()
    const html = await pageOf(first)
    expect(html).toContain('Edited since: captured again on')
    expect(html).toContain(`/desk/notices/${later.id}`)
    expect(html).not.toContain('Edited before')
    expect(html).toContain('&lt;')
    expect(html).not.toContain('<b>tomorrow')
    expect(html).toMatch(/<del><span class="unseen">Removed: <\/span>tonight⟨U\+202E⟩<\/del>/)
    const edits = (page: string) => /<section class="card edited".*?<\/section>/s.exec(page)?.[0]
    expect(edits(await pageOf(later))).toContain(`/desk/notices/${covered.id}`)
    expect(edits(await pageOf(covered))).not.toContain(`/desk/notices/${first.id}`)
    // Side by side they stand all the same.
    expect(await pageOf(covered)).toContain(`/desk/notices/${first.id}`)
  })

  it('is decided ground by ground, can be undone, and only then reaches the reviewer', async () => {
    const notice = sampleNotice()
    await send(notice)
    const missing = await desk(`/notices/${notice.id}/decision`, {
      ...FORM,
      'upheld-0': '',
      territory: 'everywhere',
    })
    expect(missing.status).toBe(422)
    expect(await missing.text()).toContain('upheld or not?')
    expect((await desk(`/notices/${notice.id}/decision`, FORM)).status).toBe(303)
    expect((await desk(`/notices/${notice.id}/decision`, FORM)).status).toBe(409)
    expect((await desk(`/notices/${notice.id}/undo`, {})).status).toBe(303)
    expect((await desk(`/notices/${notice.id}/decision`, { ...FORM, outcome: 'labelled' })).status).toBe(303)
    expect(await decisions()).toEqual([])
    for (let waited = 0; waited < 150 && (await decisions()).length === 0; waited++)
      await new Promise((done) => setTimeout(done, 100))
    expect(await decisions()).toEqual([
      expect.objectContaining({
        noticeId: notice.id,
        decision: expect.objectContaining({
          outcome: 'labelled',
          grounds: [{ groundId: 'mastodon.rule-1', upheld: true, explanation: 'It is incitement.' }],
        }),
      }),
    ])
    expect((await desk(`/notices/${notice.id}/undo`, {})).status).toBe(409)
  })

  it('takes a decision from a program of the platform, with the token', async () => {
    const notice = sampleNotice()
    await send(notice)
    const body = JSON.stringify({
      outcome: 'noAction',
      territory: ['global'],
      until: null,
      facts: 'Nothing was found.',
      automatedDetection: false,
      automatedDecision: 'not',
      grounds: [{ groundId: 'mastodon.rule-1', upheld: false, explanation: 'It is satire.' }],
      redress: 'Article 20.',
      decidedBy: 'Program',
    })
    const decide = (bearer: string) =>
      fetch(`${backend.deskUrl}/notices/${notice.id}/decision`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body,
      })
    expect((await decide('wrong')).status).toBe(401)
    expect((await decide(backend.desk.token)).status).toBe(201)
  })
})

describe('evidence at the desk', () => {
  it('is opened at another origin, in a sandbox, by an address that is signed and ends', async () => {
    const bundle = await sealBundle(await sampleBundle(), await sampleSealer())
    const put = await fetch(`${backend.origin}/v1/evidence/sha256/${bundle.sha256}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': bundle.mediaType },
      body: bundle.bytes,
    })
    expect(put.status).toBe(201)
    const evidence = {
      sha256: bundle.sha256,
      bytes: bundle.bytes.length,
      mediaType: bundle.mediaType,
      captureClass: 'full',
      capturedAt: '2026-11-24T12:00:00.000Z',
    } as const
    const notice = sampleNotice({ evidence })
    await send(notice)
    const html = await (await desk(`/notices/${notice.id}`)).text()
    const address = /iframe[^>]+src="([^"]+snapshot[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(html).toMatch(/<iframe[^>]+sandbox=""/)
    expect(new URL(address).origin).toBe(backend.evidenceOrigin)
    expect(new URL(address).hostname).not.toBe(new URL(backend.origin).hostname)
    const shown = await fetch(address)
    const policy = shown.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^sandbox; default-src 'none'/)
    expect(policy).toContain(`frame-ancestors ${backend.origin}`)
    expect(await shown.text()).toContain('data:image/png')
    expect((await fetch(address.replace(/until=\d+/, 'until=9999999999999'))).status).toBe(403)
    expect((await fetch(address.replace('snapshot', 'text'))).status).toBe(403)
    expect((await fetch(`${backend.evidenceOrigin}/v1/account`)).status).toBe(403)

    // The verifier's lines when they are asked for, in the language of the page.
    expect(html).toContain('href="?check#evidence"')
    const checked = await (await desk(`/notices/${notice.id}?check`)).text()
    expect(checked).toContain('Unchanged since capture: everything in it holds.')
    expect(checked).toMatch(/Receipt<\/b> crs-[0-9a-f]+ of .* names this bundle; signed by the pinned key/)
    expect(checked).toMatch(/Timestamp<\/b> none in it/)

    // A copy that anybody can check, with the backend's keys or without.
    const copyAt = /href="([^"]+copy[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const copy = new Uint8Array(await (await fetch(copyAt)).arrayBuffer())
    const { keys } = await (await fetch(`${backend.origin}/.well-known/jwks.json`)).json()
    const report = await verifyBundle(copy, { sha256: bundle.sha256, keys })
    expect(report.lines.flatMap(({ faults }) => faults)).toEqual([])
    expect(report.lines.find(({ check }) => check === 'receipt')?.params.pinned).toBe(1)
    expect((await fetch(copyAt.replace(notice.id, crypto.randomUUID()))).status).toBe(403)
  })
})
