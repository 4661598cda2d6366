import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Backend, startBackend } from '../../backend/start'
import type { Access, Parcel } from '../../utils/connectors/connector'
import { putEvidence } from '../../utils/connectors/crs-send'
import { sha256 } from '../../utils/ledger/entry'
import { wireTo } from '../faults/wire'
import { type Fault, faultProxy, problem } from '../support/faults'

/** The connector's own uploads to a real backend, by a way that breaks within them. */
let backend: Backend
let dataDir: string
let token: string
let other: string

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'flagpost-backend-'))
  backend = await startBackend({ dataDir })
  token = await tokenFor('Ministry')
  other = await tokenFor('Hotline')
})
afterAll(async () => {
  await backend.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function tokenFor(organisation: string): Promise<string> {
  const link = await backend.enrol({ organisation, country: 'KZ', reviewerCode: 'R1', role: 'reviewer' })
  const route = `${backend.origin}/v1/enrolments/${new URL(link).hash.slice(1)}`
  return ((await (await fetch(route, { method: 'POST' })).json()) as { token: string }).token
}
const never = new AbortController().signal
async function parcelOf(bytes: Uint8Array<ArrayBuffer>): Promise<Parcel> {
  const evidence = {
    sha256: await sha256(bytes),
    bytes: bytes.length,
    mediaType: 'application/wacz',
    read: async () => bytes,
  }
  return { id: crypto.randomUUID(), body: '{}', bodyDigest: '', evidence }
}
const random = (length: number) => new Uint8Array(length).map(() => Math.floor(Math.random() * 256))
const head = (digest: string, as = token) =>
  fetch(`${backend.origin}/v1/evidence/sha256/${digest}`, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${as}` },
  })
const put = (digest: string, body: Uint8Array<ArrayBuffer>, offset?: number) =>
  fetch(`${backend.origin}/v1/evidence/sha256/${digest}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      ...(offset === undefined ? {} : { 'upload-offset': `${offset}` }),
    },
    body,
  })

it('an upload that breaks off goes on where it stopped; nobody else learns of it', async () => {
  const bytes = random(3_000_000)
  const parcel = await parcelOf(bytes)
  const digest = parcel.evidence?.sha256 ?? ''
  const wire = await wireTo(backend.origin, async () => {})
  const access: Access = { address: wire.origin, token, keys: [] }
  try {
    wire.cutNext('half', (name) => name === 'PUT evidence')
    expect(await putEvidence(parcel, access, never)).toMatchObject({ kind: 'retry' })
    // What had come is being written while the connection is gone already.
    const offsetThere = async () => Number((await head(digest)).headers.get('upload-offset'))
    let offset = await offsetThere()
    for (let last = -1; offset !== last; await new Promise((done) => setTimeout(done, 200))) {
      last = offset
      offset = await offsetThere()
    }
    expect([(await head(digest)).status, offset > 0, offset < bytes.length]).toEqual([404, true, true])
    expect((await head(digest, other)).headers.get('upload-offset')).toBeNull()
    expect(await putEvidence(parcel, access, never)).toBeNull()
    // No byte that was there has gone twice.
    expect(wire.sizes.at(-1)).toBe(bytes.length - offset)
    const whole = await fetch(`${backend.origin}/v1/evidence/sha256/${digest}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(await sha256(new Uint8Array(await whole.arrayBuffer()))).toBe(digest)
    // And a body that is there is not sent at all: two reviewers, one post.
    const before = wire.log.length
    expect(await putEvidence(parcel, access, never)).toBeNull()
    expect(wire.log.slice(before).map(({ name }) => name)).toEqual(['HEAD evidence'])
  } finally {
    await wire.stop()
  }
})

it('goes on from no other place, and is nothing until all of it fits its digest', async () => {
  const bytes = random(1_000)
  const digest = await sha256(bytes)
  const wrong = await put(digest, bytes.subarray(500), 500)
  expect([wrong.status, wrong.headers.get('upload-offset')]).toEqual([409, '0'])
  expect((await put(digest, bytes.subarray(0, 500), 0)).status).toBe(422)
  expect((await head(digest)).status).toBe(404)
  expect((await put(digest, bytes, 0)).status).toBe(201)
  expect((await put(digest, bytes)).status).toBe(200)
  expect((await put(await sha256(random(9)), bytes, Number.NaN)).status).toBe(400)
})

it('goes in smaller requests where something on the way takes no larger ones, and is the same body', async () => {
  const bytes = random(1_000_000)
  const parcel = await parcelOf(bytes)
  const proxy = await faultProxy(backend.origin)
  const page: Fault = { kind: 'answer', reply: { status: 413, body: '<h1>Request Entity Too Large</h1>' } }
  try {
    proxy.fail(page, ({ method, headers }) => method === 'PUT' && Number(headers['content-length']) > 200_000)
    expect(await putEvidence(parcel, { address: proxy.origin, token, keys: [] }, never)).toBeNull()
    expect((await head(parcel.evidence?.sha256 ?? '')).status).toBe(200)
    const parts = proxy.heard.filter(({ method, status }) => method === 'PUT' && status !== 413)
    expect(parts.map(({ status }) => status)).toEqual([...parts.slice(1).map(() => 202), 201])
    expect(Buffer.concat(parts.map(({ body }) => body)).equals(Buffer.from(bytes))).toBe(true)

    // However small: then it is said, and not tried for ever.
    proxy.fail(page, ({ method }) => method === 'PUT')
    const refused = await putEvidence(
      await parcelOf(random(1_000_000)),
      { address: proxy.origin, token, keys: [] },
      never,
    )
    expect(refused).toMatchObject({ kind: 'mend', problem: { code: 'evidenceTooLarge' } })
    // The backend itself says it of the whole: nothing is tried in parts.
    const before = proxy.heard.length
    proxy.fail(problem(413, 'At most 1 MB.'), ({ method }) => method === 'PUT')
    const own = await putEvidence(
      await parcelOf(random(1_000_000)),
      { address: proxy.origin, token, keys: [] },
      never,
    )
    expect(own).toMatchObject({ kind: 'mend', problem: { params: { detail: 'At most 1 MB.' } } })
    expect(proxy.heard.slice(before).map(({ method }) => method)).toEqual(['HEAD', 'PUT'])
  } finally {
    await proxy.stop()
  }
})
