import type { ServerResponse } from 'node:http'
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Access, Outcome, Parcel } from '../../utils/connectors/connector'
import { checkAddress, crs, enrol, readLink } from '../../utils/connectors/crs'
import { retryAfter } from '../../utils/connectors/http'
import { sha256 } from '../../utils/ledger/entry'
import { uuidv7 } from '../../utils/uuid'
import { type Heard, json, listen } from '../support/http'

let signer: CryptoKey
let keys: JWK[]
let stop: () => Promise<void> = async () => {}
let heard: Heard[] = []
const never = new AbortController().signal

beforeAll(async () => {
  const pair = await generateKeyPair('ES256')
  signer = pair.privateKey as CryptoKey
  keys = [await exportJWK(pair.publicKey)]
})
afterEach(() => stop())

async function backend(respond: (heard: Heard, response: ServerResponse) => void): Promise<Access> {
  const server = await listen(respond)
  stop = server.stop
  heard = server.heard
  return { address: server.origin, token: 'secret-token', keys }
}

async function parcel(withEvidence = false): Promise<Parcel> {
  const id = uuidv7()
  const body = JSON.stringify({ id, text: 'Қазақша' })
  const bytes = new TextEncoder().encode('bundle')
  const evidence = withEvidence
    ? {
        sha256: await sha256(bytes),
        bytes: bytes.length,
        mediaType: 'application/wacz',
        read: async () => bytes,
      }
    : null
  return { id, body, bodyDigest: await sha256(body), evidence }
}

const receiptFor = async ({ id, bodyDigest, evidence }: Parcel, more: object = {}) =>
  new CompactSign(
    new TextEncoder().encode(
      JSON.stringify({
        iss: 'crs',
        sub: id,
        jti: 'r1',
        iat: 1_790_000_000,
        body: bodyDigest,
        evidence: evidence ? [evidence.sha256] : [],
        ...more,
      }),
    ),
  )
    .setProtectedHeader({ alg: 'ES256' })
    .sign(signer)

describe('asking whether it still has a notice', () => {
  const id = uuidv7()

  it('takes yes and no only in the API’s own form', async () => {
    let say: (response: ServerResponse) => void = () => {}
    const access = await backend((_, response) => say(response))
    const knows = () => crs.knows?.(id, access, never)
    say = (response) => json(response, 200, { receipt: 'jws', receivedAt: 'x', withdrawnAt: null })
    expect(await knows()).toBe(true)
    expect(heard.at(-1)).toMatchObject({ method: 'GET', path: `/v1/notices/${id}` })
    say = (response) => json(response, 404, { type: 'about:blank', title: 'No such notice', status: 404 })
    expect(await knows()).toBe(false)
    for (const [status, body] of [
      [404, '<h1>Not found</h1>'],
      [404, '{}'],
      [200, '<h1>Welcome to this hotel</h1>'],
      [401, '{"type":"about:blank","title":"x","status":401}'],
      [503, ''],
    ] as const) {
      say = (response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body)
      await expect(knows()).rejects.toMatchObject({ problem: { code: 'backendDown' } })
    }
  })
})

describe('delivering', () => {
  it('sends the bytes as they were sealed, under the notice’s own key', async () => {
    const one = await parcel()
    const jws = await receiptFor(one)
    const access = await backend((_, response) => json(response, 201, { receipt: jws }))
    const outcome = await crs.deliver(one, access, never)
    expect(outcome).toMatchObject({ kind: 'receipt', receipt: { id: 'r1', body: one.bodyDigest } })
    expect(heard[0]).toMatchObject({ method: 'POST', path: '/v1/notices' })
    expect(heard[0]?.headers).toMatchObject({
      'idempotency-key': one.id,
      authorization: 'Bearer secret-token',
    })
    expect(heard[0]?.body.toString()).toBe(one.body)
  })

  it('sends evidence first, and not at all when the backend has it', async () => {
    const one = await parcel(true)
    const jws = await receiptFor(one)
    let there = false
    const access = await backend(({ method, path }, response) => {
      if (path === '/v1/notices') return json(response, 201, { receipt: jws })
      if (method === 'HEAD') return response.writeHead(there ? 200 : 404).end()
      there = true
      return response.writeHead(201).end()
    })
    expect((await crs.deliver(one, access, never)).kind).toBe('receipt')
    expect((await crs.deliver(one, access, never)).kind).toBe('receipt')
    expect(heard.map(({ method }) => method)).toEqual(['HEAD', 'PUT', 'POST', 'HEAD', 'POST'])
    expect(heard[1]?.body.toString()).toBe('bundle')
  })

  const answers: [string, number, Record<string, string>, Partial<Outcome> & { code: string }][] = [
    ['401', 401, {}, { kind: 'pause', code: 'signInAgain' }],
    ['403', 403, {}, { kind: 'pause', code: 'accountRefused' }],
    ['404', 404, {}, { kind: 'pause', code: 'apiGone' }],
    ['408', 408, {}, { kind: 'retry', code: 'backendFault' }],
    ['425', 425, {}, { kind: 'retry', code: 'backendFault' }],
    ['409 with Retry-After', 409, { 'retry-after': '2' }, { kind: 'retry', code: 'inProgress' }],
    ['409', 409, {}, { kind: 'mend', code: 'backendSays' }],
    ['413', 413, {}, { kind: 'mend', code: 'tooLarge' }],
    ['422', 422, {}, { kind: 'mend', code: 'backendSays' }],
    ['429', 429, { 'retry-after': '7' }, { kind: 'retry', code: 'backendBusy' }],
    ['500', 500, {}, { kind: 'retry', code: 'backendFault' }],
    ['503', 503, { 'retry-after': '7' }, { kind: 'retry', code: 'backendFault' }],
  ]
  it.each(answers)('takes %s for what it means', async (_, status, headers, { kind, code }) => {
    const access = await backend((_heard, response) => json(response, status, { title: 'No' }, headers))
    const outcome = await crs.deliver(await parcel(), access, never)
    expect(outcome).toMatchObject({ kind, problem: { code } })
    if (headers['retry-after'] && outcome.kind === 'retry') {
      expect(outcome.afterMs).toBe(Number(headers['retry-after']) * 1000)
    }
  })

  it('names the field that the backend refuses, as the form names it', async () => {
    const errors = [{ pointer: '/grounds/0/explanation/why', detail: 'Too short.' }]
    const access = await backend((_, response) => json(response, 422, { title: 'Invalid', errors }))
    expect(await crs.deliver(await parcel(), access, never)).toMatchObject({
      kind: 'mend',
      problem: { code: 'backendSays', field: 'grounds.0.why', params: { status: 422, detail: 'Too short.' } },
    })
  })

  it('hands on what due process finds there, to be worded here; a code that we do not know stays its words', async () => {
    const answer = (errors: unknown[]) =>
      backend((_, response) => json(response, 422, { title: 'No', errors }))
    const known = {
      pointer: '/reasons/manyOnAuthor',
      detail: 'x',
      code: 'manyOnAuthor',
      params: { count: 3 },
    }
    expect(await crs.deliver(await parcel(), await answer([known]), never)).toEqual({
      kind: 'mend',
      problem: { code: 'manyOnAuthor', field: 'reasons.manyOnAuthor', params: { count: 3 } },
    })
    const strange = { pointer: '/grounds/0', detail: 'Their words.', code: 'signInAgain' }
    expect(await crs.deliver(await parcel(), await answer([strange]), never)).toMatchObject({
      problem: { code: 'backendSays', field: 'grounds.0', params: { detail: 'Their words.' } },
    })
  })

  it('keeps trying when the answer is HTML, cut off, of another shape, or none', async () => {
    const one = await parcel()
    const respond: ((response: ServerResponse) => void)[] = [
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in to Wi-Fi</h1>'),
      (response) => json(response, 201, { ok: true }),
      (response) =>
        response.writeHead(201, { 'content-length': '1000' }).write('{"receipt":', () => response.destroy()),
      (response) => response.destroy(),
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    ]
    for (const answer of respond) {
      const access = await backend((_, response) => answer(response))
      expect((await crs.deliver(one, access, never)).kind).toBe('retry')
      await stop()
    }
    expect((await crs.deliver(one, { address: 'http://127.0.0.1:9', token: 't', keys }, never)).kind).toBe(
      'retry',
    )
  })

  it('does not read an endless answer', async () => {
    const access = await backend((_, response) => {
      response.writeHead(201, { 'content-type': 'application/json' })
      const more = () => response.write('x'.repeat(1 << 20), () => response.destroyed || more())
      more()
    })
    expect(await crs.deliver(await parcel(), access, never)).toMatchObject({ kind: 'retry' })
  })

  it('believes no receipt for other bytes, another notice, other evidence, or of another signer', async () => {
    const one = await parcel(true)
    const stranger = (await generateKeyPair('ES256')).privateKey
    const forged = await new CompactSign(
      new TextEncoder().encode(
        JSON.stringify({
          iss: 'x',
          sub: one.id,
          jti: 'r',
          iat: 1,
          body: one.bodyDigest,
          evidence: [one.evidence?.sha256],
        }),
      ),
    )
      .setProtectedHeader({ alg: 'ES256' })
      .sign(stranger)
    const wrong = [
      await receiptFor(one, { body: 'f'.repeat(64) }),
      await receiptFor(one, { sub: uuidv7() }),
      await receiptFor(one, { evidence: [] }),
      forged,
      'not.a.jws',
    ]
    for (const jws of wrong) {
      const access = await backend(({ path }, response) =>
        path === '/v1/notices' ? json(response, 201, { receipt: jws }) : response.writeHead(200).end(),
      )
      expect(await crs.deliver(one, access, never)).toEqual({
        kind: 'lost',
        problem: { code: 'receiptWrong' },
      })
      await stop()
    }
  })
})

describe('enrolling', () => {
  it('takes a link once and says when it was used', async () => {
    const account = {
      id: 'a',
      name: 'Unit 3',
      reviewerCode: 'R1',
      role: 'reviewer',
      organisation: { id: 'o', name: 'Ministry', country: 'KZ' },
      backend: { name: 'CRS', version: '1' },
      maxEvidenceBytes: 1000,
    }
    let used = false
    const { address } = await backend((_, response) => {
      if (used) return json(response, 404, { title: 'Unknown' })
      used = true
      return json(response, 200, { token: 't'.repeat(40), account })
    })
    const link = readLink(` ${address}/enrol#code-12345\n`)
    expect(link).toEqual({ address, code: 'code-12345' })
    expect(await enrol(address, link.code, never)).toMatchObject({ account })
    await expect(enrol(address, link.code, never)).rejects.toMatchObject({ problem: { code: 'linkUsed' } })
  })

  it('says that nobody knows, when the answer to a link was lost', async () => {
    const { address } = await backend((_, response) => response.destroy())
    await expect(enrol(address, 'code-12345', never)).rejects.toMatchObject({
      problem: { code: 'enrolLost' },
    })
  })

  it('reads nothing but links of its own shape', () => {
    const bad = [
      'https://crs.example/other#code-12345',
      'javascript:alert(1)',
      'https://crs.example/enrol',
      'x',
    ]
    for (const link of bad) expect(() => readLink(link)).toThrow('linkWrong')
    expect(() => readLink('http://crs.example/enrol#code-12345')).toThrow('addressInsecure')
  })
})

describe('addresses', () => {
  it('has one form, is https, and carries nothing', () => {
    expect(checkAddress(' https://crs.example/api/ ')).toBe('https://crs.example/api')
    expect(checkAddress('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080')
    for (const bad of [
      'http://crs.example',
      'http://127.0.0.1.evil.example',
      'ftp://crs.example',
      'crs.example',
      'https://u:p@crs.example',
      'https://crs.example/?x=1',
    ]) {
      expect(() => checkAddress(bad)).toThrow()
    }
  })
})

describe('Retry-After', () => {
  it('is read in both forms and never believed beyond a day', () => {
    const now = 'Tue, 24 Nov 2026 12:00:00 GMT'
    expect(retryAfter('5', now)).toBe(5000)
    expect(retryAfter('Tue, 24 Nov 2026 12:01:00 GMT', now)).toBe(60_000)
    expect(retryAfter('Tue, 24 Nov 2020 12:01:00 GMT', now)).toBe(0)
    expect(retryAfter('99999999', now)).toBe(86_400_000)
    expect(retryAfter('soon', now)).toBeNull()
    expect(retryAfter(null, now)).toBeNull()
  })

  it('as a point in time is one of the backend’s clock, however wrong ours is', () => {
    // The answer says itself what time it is there: years from now.
    expect(retryAfter('Tue, 24 Nov 2036 12:00:30 GMT', 'Tue, 24 Nov 2036 12:00:00 GMT')).toBe(30_000)
    const soon = new Date(Date.now() + 60_000).toUTCString()
    expect(Math.abs((retryAfter(soon, null) ?? 0) - 60_000)).toBeLessThan(1_500)
  })
})
