import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DEFAULT_RULES } from '../../utils/assess/rules'
import { refreshAccounts } from '../../utils/background/refresh'
import { listConnections } from '../../utils/connectors/connections'
import { Outbox } from '../../utils/outbox/store'
import { putSecret } from '../../utils/vault/vault'
import { fakeBrowser } from '../support/extension-api'
import { json, listen } from '../support/http'

const account = {
  id: 'a1',
  name: 'Reviewer',
  reviewerCode: 'R7',
  role: 'reviewer',
  organisation: { id: 'o1', name: 'Sample Ministry', country: 'KZ' },
  backend: { name: 'CRS', version: '1' },
  maxEvidenceBytes: 1_000_000,
}
const NOW = Date.UTC(2026, 10, 25, 12)
const HOUR = 3_600_000

let server: Awaited<ReturnType<typeof listen>>
let rules: object
let outbox: Outbox
beforeEach(async () => {
  fakeBrowser.reset()
  globalThis.indexedDB = new IDBFactory()
  outbox = new Outbox()
  rules = DEFAULT_RULES
  server = await listen((_, response) => json(response, 200, { ...account, rules }))
  await putSecret('c1', 'a-token-of-twenty-letters')
  const connection = {
    id: 'c1',
    kind: 'crs',
    name: 'CRS',
    address: server.origin,
    account,
    keys: [{ kty: 'EC' }],
    addedAt: 1,
    lastSeen: null,
    problem: null,
  }
  await fakeBrowser.storage.local.set({ connections: { version: 1, list: [connection] } })
})
afterEach(() => server.stop())

const known = async () => (await listConnections())[0]?.account.rules

it('takes on an organisation’s new rules, asking once an hour at most', async () => {
  expect(await known()).toBeUndefined()
  await refreshAccounts(outbox, NOW)
  expect(await known()).toEqual(DEFAULT_RULES)
  rules = { secondReviewer: 'always' }
  await refreshAccounts(new Outbox(), NOW + HOUR - 1)
  expect([server.heard.length, (await known())?.secondReviewer]).toEqual([1, 'asked'])
  await refreshAccounts(outbox, NOW + HOUR)
  expect((await known())?.secondReviewer).toBe('always')
})

it('keeps the rules that it knows while the backend is away, or says what nobody can read', async () => {
  rules = { secondReviewer: 'always' }
  await refreshAccounts(outbox, NOW)
  rules = { secondReviewer: 'whenever' }
  await refreshAccounts(outbox, NOW + HOUR)
  expect((await known())?.secondReviewer).toBe('always')
  await server.stop()
  await refreshAccounts(outbox, NOW + 2 * HOUR)
  expect((await known())?.secondReviewer).toBe('always')
})
