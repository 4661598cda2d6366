import 'fake-indexeddb/auto'
import { exportJWK, generateKeyPair } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addConnection,
  defaultConnection,
  enrolConnection,
  listConnections,
  openConnection,
  PRACTICE_ID,
  pinnedKeys,
  preferConnection,
  removeConnection,
} from '../../utils/connectors/connections'
import { fakeBrowser } from '../support/extension-api'
import { type Heard, json, listen } from '../support/http'

const never = new AbortController().signal
const TOKEN = 't'.repeat(40)
const keys = [await exportJWK((await generateKeyPair('ES256')).publicKey)]
const account = (code: string) => ({
  id: `account-${code}`,
  name: code,
  reviewerCode: code,
  role: 'reviewer',
  organisation: { id: 'o', name: 'Ministry', country: 'KZ' },
  backend: { name: 'CRS', version: '1' },
  maxEvidenceBytes: 1000,
})

/** What the backend answers, by path; anything else is not found. */
let answers: Record<string, [number, unknown]>
let heard: Heard[]
let origin: string
let stop: () => Promise<void>
beforeEach(async () => {
  fakeBrowser.reset()
  answers = {
    '/.well-known/jwks.json': [200, { keys }],
    '/v1/enrolments/code-12345': [200, { token: TOKEN, account: account('R1') }],
    '/v1/enrolments/code-67890': [200, { token: `${TOKEN}2`, account: account('R1') }],
    '/v1/account': [200, account('R2')],
  }
  const server = await listen(({ path }, response) => {
    const [status, body] = answers[path] ?? [404, { title: 'Not here' }]
    json(response, status, body)
  })
  ;({ heard, origin, stop } = server)
})
afterEach(() => stop())

const link = (code = 'code-12345') => `${origin}/enrol#${code}`
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => error.problem,
  )

describe('adding a backend', () => {
  it('asks for the keys first, so that a place that is none spends no link', async () => {
    answers['/.well-known/jwks.json'] = [200, 'a sign-in page']
    expect(await problemOf(enrolConnection(link(), never))).toMatchObject({ code: 'noBackend' })
    expect(heard.map(({ path }) => path)).toEqual(['/.well-known/jwks.json'])
  })

  it('means something else by a problem while no notice is under way', async () => {
    const host = new URL(origin).host
    answers['/v1/account'] = [401, { title: 'Sign in again.' }]
    expect(await problemOf(addConnection(origin, 'x', never))).toEqual({
      code: 'tokenUnknown',
      params: { host },
    })
    answers['/v1/account'] = [503, { title: 'Not now.' }]
    expect(await problemOf(addConnection(origin, 'x', never))).toMatchObject({
      code: 'backendRefuses',
      params: { status: 503, detail: 'Not now.' },
    })
    answers['/v1/account'] = [200, { name: 'no account' }]
    expect(await problemOf(addConnection(origin, 'x', never))).toMatchObject({ code: 'noBackend' })
    expect(await problemOf(addConnection(origin, 'two words', never))).toMatchObject({ code: 'tokenUnknown' })
    expect(await problemOf(addConnection('http://127.0.0.1:9', 'x', never))).toMatchObject({
      code: 'backendUnreached',
      params: { host: '127.0.0.1:9' },
    })
    expect((await listConnections()).map(({ id }) => id)).toEqual([PRACTICE_ID])
  })

  it('keeps the secret in the vault, and the keys that were pinned', async () => {
    const { id } = await enrolConnection(link(), never)
    expect((await openConnection(id))?.access.token).toBe(TOKEN)
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(TOKEN)
    expect(await pinnedKeys(id)).toEqual([expect.stringMatching(/^[\w-]{43}$/)])
    expect(await pinnedKeys('another')).toEqual([])
  })

  it('gives one account at one address one id, also after it was removed', async () => {
    const { id } = await enrolConnection(link(), never)
    await removeConnection(id)
    expect(await openConnection(id)).toBeNull()
    const again = await enrolConnection(link('code-67890'), never)
    expect(again.id).toBe(id)
    expect((await openConnection(id))?.access.token).toBe(`${TOKEN}2`)
    const other = await addConnection(`${origin}/`, TOKEN, never)
    expect(other.id).not.toBe(id)
  })
})

describe('where new notices go', () => {
  it('is practice, then the first that was added, until another one is preferred', async () => {
    expect((await defaultConnection()).id).toBe(PRACTICE_ID)
    const first = await enrolConnection(link(), never)
    const second = await addConnection(origin, TOKEN, never)
    expect((await defaultConnection()).id).toBe(first.id)
    await preferConnection(second.id)
    expect((await listConnections()).map(({ id }) => id)).toEqual([second.id, first.id])
    // Signing in again changes no place.
    await enrolConnection(link('code-67890'), never)
    expect((await listConnections()).map(({ id }) => id)).toEqual([second.id, first.id])
    await preferConnection('unknown')
    expect((await listConnections()).map(({ id }) => id)).toEqual([second.id, first.id])
  })
})
