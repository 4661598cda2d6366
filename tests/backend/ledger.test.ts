import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { JWK } from 'jose'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Postgres, startPostgres } from '../../backend/postgres'
import { type Backend, startBackend } from '../../backend/start'
import type { Access } from '../../utils/connectors/connector'
import { crs } from '../../utils/connectors/crs'
import { chain, type LedgerEntry, sha256 } from '../../utils/ledger/entry'
import { exportLedger } from '../../utils/ledger/export'
import { verifyLedger } from '../../utils/ledger/verify'
import type { Connection } from '../../utils/messages'
import { exportOutbox } from '../../utils/outbox/backup/export'
import { importOutbox } from '../../utils/outbox/backup/import'
import { Outbox } from '../../utils/outbox/store'
import { Worker } from '../../utils/outbox/worker'
import { sampleDraft, sampleNotice, sampleRow } from '../support/samples'

/** Worker, connector, backend and database as they are: what the backend signs is what the ledger was. */
let postgres: Postgres
let backend: Backend
let dataDir: string
let db: pg.Pool
let access: Access

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'flagpost-backend-'))
  postgres = await startPostgres(dataDir)
  backend = await startBackend({ dataDir, databaseUrl: postgres.url })
  db = new pg.Pool({ connectionString: postgres.url, max: 1 })
  const who = { organisation: 'Ministry', country: 'KZ', reviewerCode: 'R1', role: 'reviewer' } as const
  const code = new URL(await backend.enrol(who)).hash.slice(1)
  const answer = await fetch(`${backend.origin}/v1/enrolments/${code}`, { method: 'POST' })
  const { token } = (await answer.json()) as { token: string }
  const { keys } = (await (await fetch(`${backend.origin}/.well-known/jwks.json`)).json()) as { keys: JWK[] }
  access = { address: backend.origin, token, keys }
})
afterAll(async () => {
  await db.end()
  await backend.stop()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function rewritten(entries: LedgerEntry[]): Promise<LedgerEntry[]> {
  const made: LedgerEntry[] = []
  for (const { seq: _, prev: __, hash: ___, ...fields } of entries)
    made.push(await chain(made.at(-1) ?? null, fields))
  return made
}

/** A browser of its own: nothing of another one is there. */
function machine(): Outbox {
  globalThis.indexedDB = new IDBFactory()
  return new Outbox()
}

function workerOf(outbox: Outbox): Worker {
  const connection = { id: 'c1', problem: null } as Connection
  return new Worker({
    outbox,
    open: async () => ({ connection, connector: crs, access }),
    note: async () => {},
    judge: async () => null,
    paused: async () => false,
    wakeAt: () => {},
    lock: (work) => work(true),
  })
}

it('countersigns the head that comes with each notice, so that a rewritten chain and a cut end show', async () => {
  const outbox = machine()
  const worker = workerOf(outbox)
  const receipts: string[] = []
  for (let i = 0; i < 3; i++) {
    const notice = sampleNotice()
    const body = JSON.stringify(notice)
    const row = sampleRow({ id: notice.id, bodyDigest: await sha256(body) })
    await outbox.commit(row, body, sampleDraft({ id: row.draftId }), { reviewer: 'a1' })
    await worker.drain()
    const { state, receipt } = (await outbox.get(notice.id)) ?? {}
    expect(state).toBe('delivered')
    receipts.push(receipt?.jws ?? '')
  }
  const entries = await outbox.ledger()
  const sends = entries
    .filter(({ event }) => event === 'send')
    .map(({ seq, hash }) => ({ seq: String(seq), hash }))
  const { rows } = await db.query(
    'select ledger_seq as seq, ledger_hash as hash from notice order by received_at',
  )
  expect(rows).toEqual(sends)

  const check = (list: LedgerEntry[], signed: string[], own: string[] = []) =>
    verifyLedger(new TextEncoder().encode(exportLedger({ entries: list, receipts: signed })), {
      keys: access.keys,
      receipts: own,
    })
  expect(await check(entries, receipts)).toMatchObject({ holds: true })
  const anew = await rewritten(entries.map((one) => ({ ...one, reviewer: 'a2' })))
  expect((await check(anew, receipts)).lines.flatMap(({ faults }) => faults)).toEqual(
    sends.map(({ seq }) => ({ code: 'rewritten', params: { seq: Number(seq) } })),
  )
  // The last notice was cut off with all that names it; the backend's own copy of its receipt shows it.
  const end = entries.findIndex(({ noticeId }) => noticeId === entries.at(-1)?.noticeId)
  expect(await check(entries.slice(0, end), receipts.slice(0, 2))).toMatchObject({ holds: true })
  expect(await check(entries.slice(0, end), receipts.slice(0, 2), receipts.slice(2))).toMatchObject({
    holds: false,
  })
})

it('takes what was handed over to another machine once, though both machines send it', async () => {
  const first = machine()
  const sent: { id: string; body: string }[] = []
  for (let i = 0; i < 3; i++) {
    const notice = sampleNotice()
    const body = JSON.stringify(notice)
    sent.push({ id: notice.id, body })
    const row = sampleRow({
      id: notice.id,
      bodyDigest: await sha256(body),
      dueAt: i === 0 ? 0 : Date.now() + 60_000,
    })
    await first.commit(row, body, sampleDraft({ id: row.draftId }), { reviewer: 'a1' })
  }
  const old = workerOf(first)
  await old.drain()
  const file = await exportOutbox(first, 'correct horse battery')
  const due = async (outbox: Outbox) => {
    for (const row of await outbox.due('queued'))
      await outbox.step(row, { type: 'again' }, { reviewer: 'a1' })
  }
  await due(first)
  await old.drain()

  const second = machine()
  expect(await importOutbox(second, 'correct horse battery', file)).toEqual({ notices: 3, known: 0 })
  await due(second)
  await workerOf(second).drain()
  const states = await Promise.all(sent.map(async ({ id }) => (await second.get(id))?.state))
  expect(states).toEqual(['delivered', 'delivered', 'delivered'])
  const ids = sent.map(({ id }) => id)
  const { rows } = await db.query('select id, body from notice where id = any($1) order by id', [ids])
  expect(rows.map(({ id, body }) => ({ id, body: String(body) }))).toEqual(
    sent.sort((a, b) => (a.id < b.id ? -1 : 1)),
  )
})
