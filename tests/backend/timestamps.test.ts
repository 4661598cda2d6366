import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Backend, startBackend } from '../../backend/start'
import { checkTimestamp } from '../../backend/timestamps/check'
import { askAuthority, timestampRequest } from '../../backend/timestamps/request'
import type { Change } from '../../utils/notice'
import { hasOpenssl, type TestAuthority, testAuthority } from '../support/authority'
import { selfSigned } from '../support/certificate'
import { sampleNotice } from '../support/samples'

const there = await hasOpenssl()
if (!there) console.log('openssl is not there: the tests against a real timestamp authority are left out.')

const bytesOf = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

describe.skipIf(!there)('timestamps by a real authority (openssl ts)', () => {
  let authority: TestAuthority
  let backend: Backend
  let dataDir: string
  let token: string
  beforeAll(async () => {
    authority = await testAuthority()
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'flagpost-stamps-'))
    backend = await startBackend({
      dataDir,
      authority: { address: authority.address, roots: [authority.root] },
    })
    const link = await backend.enrol({
      organisation: 'Ministry',
      country: 'KZ',
      reviewerCode: 'R1',
      role: 'reviewer',
    })
    const code = new URL(link).hash.slice(1)
    token = (await (await fetch(`${backend.origin}/v1/enrolments/${code}`, { method: 'POST' })).json()).token
  })
  afterAll(async () => {
    await backend?.stop()
    await authority?.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  const ask = async (data: Uint8Array) => {
    const { der, nonce } = timestampRequest(digestOf(data))
    return { answer: await askAuthority(authority.address, der), nonce }
  }

  it('are asked for by 69 bytes, and hold for what was stamped', async () => {
    const data = bytesOf('the bundle')
    expect(timestampRequest(digestOf(data)).der).toHaveLength(69)
    const { answer, nonce } = await ask(data)
    const found = await checkTimestamp(answer, { data, nonce, roots: [authority.root] })
    expect(found).toMatchObject({ authority: 'Flagpost test stamps', rooted: true })
    expect(Math.abs(Date.parse(found.at) - Date.now())).toBeLessThan(600_000)
    expect((await checkTimestamp(answer, { data })).rooted).toBe(false)
  })

  it('do not hold for other bytes, another nonce, another root, a refusal, or with any byte changed', async () => {
    const data = bytesOf('the bundle')
    const { answer, nonce } = await ask(data)
    const not = (change: Parameters<typeof checkTimestamp>[1], of = answer) =>
      expect(checkTimestamp(of, change)).rejects.toThrow()
    await not({ data: bytesOf('another') })
    await not({ data, nonce: '0102030405060708' })
    await not({ data, nonce, roots: [selfSigned().cert] })
    const rootDer = Buffer.from(authority.root.replace(/-----.*-----|\s/g, ''), 'base64')
    const refused = await askAuthority(authority.address, Buffer.from('3003020101', 'hex'))
    await expect(checkTimestamp(refused, { data })).rejects.toThrow('not granted')
    for (const odd of [
      bytesOf(''),
      bytesOf('hello'),
      new Uint8Array([...answer, 0]) as Uint8Array<ArrayBuffer>,
    ])
      await not({ data }, odd)
    // Whatever byte is changed: it does not hold, or says the same (CMS leaves its versions and its copy of the root
    // unsigned; nothing is read there).
    const said = await checkTimestamp(answer, { data, nonce, roots: [authority.root] })
    const root = Buffer.from(answer).indexOf(rootDer)
    expect(root).toBeGreaterThan(0)
    let missed = 0
    for (let at = 0; at < answer.length; at += 11) {
      if (at >= root && at < root + rootDer.length) continue
      const changed = answer.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x04
      const found = await checkTimestamp(changed, { data, nonce, roots: [authority.root] }).catch(() => null)
      if (!found) continue
      expect(found).toEqual(said)
      missed += 1
    }
    expect(missed).toBeLessThan(5)
  })

  const put = async (bytes: Uint8Array<ArrayBuffer>) => {
    const answer = await fetch(`${backend.origin}/v1/evidence/sha256/${digestOf(bytes)}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/wacz' },
      body: bytes,
    })
    expect(answer.status).toBe(201)
  }
  const send = async (bytes: Uint8Array<ArrayBuffer>) => {
    const evidence = {
      sha256: digestOf(bytes),
      bytes: bytes.length,
      mediaType: 'application/wacz',
      captureClass: 'full',
      capturedAt: '2026-11-24T12:00:00.000Z',
    } as const
    const notice = sampleNotice({ evidence })
    const answer = await fetch(`${backend.origin}/v1/notices`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': notice.id,
      },
      body: JSON.stringify(notice),
    })
    expect(answer.status).toBe(201)
    return notice.id
  }
  const stampOf = async (noticeId: string): Promise<Change | undefined> => {
    for (let asked = 0; asked < 100; asked++) {
      const answer = await fetch(`${backend.origin}/v1/changes`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const { changes } = (await answer.json()) as { changes: Change[] }
      const found = changes.filter((one) => one.noticeId === noticeId && one.timestamp !== undefined)
      if (found.length > 0) {
        expect(found).toHaveLength(1)
        return found[0]
      }
      await wait(100)
    }
    return undefined
  }

  it('come through the feed to each notice whose evidence was stamped, before or after it was sent', async () => {
    const data = bytesOf(`evidence ${'x'.repeat(500)}`)
    await put(data)
    const first = await send(data)
    const change = await stampOf(first)
    const answer = new Uint8Array(Buffer.from(change?.timestamp ?? '', 'base64'))
    await checkTimestamp(answer, { data, roots: [authority.root] })
    // The authority saw the hash alone.
    const asked = authority.asked.filter((body) => body.includes(Buffer.from(digestOf(data), 'hex')))
    expect(asked.map(({ length }) => length)).toEqual([69])
    // The same body for a second notice: stamped long since.
    const second = await send(data)
    expect((await stampOf(second))?.timestamp).toBe(change?.timestamp)
  })

  it('hold up nothing when the authority is down or lies', async () => {
    authority.answer(503)
    const data = bytesOf('while it is down')
    await put(data)
    const id = await send(data)
    expect(id).toBeTruthy()
    authority.answer((reply) => {
      const changed = Buffer.from(reply)
      changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1
      return changed
    })
    const lied = bytesOf('while it lies')
    await put(lied)
    const other = await send(lied)
    await wait(1_500)
    const answer = await fetch(`${backend.origin}/v1/changes`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { changes } = (await answer.json()) as { changes: Change[] }
    expect(changes.filter(({ noticeId, timestamp }) => timestamp && [id, other].includes(noticeId))).toEqual(
      [],
    )
    authority.answer(null)
  })
})
