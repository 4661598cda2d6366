import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type Postgres, startPostgres } from '../../backend/postgres'
import { type Backend, startBackend } from '../../backend/start'

export type StoredNotice = {
  id: string
  body: string
  permalink: string
  evidence: string | null
  receipt: string
}
export type TestBackend = Backend & {
  /** Every notice that the database holds, in the order of arrival: what counts in the end. */
  notices: () => Promise<StoredNotice[]>
  /** Where its evidence lies. */
  dataDir: string
  enrolReviewer: (code?: string) => Promise<string>
  query: (sql: string, values?: unknown[]) => Promise<pg.QueryResult>
}

/** Where a PostgreSQL that several test files share answers, while `shareServer` runs one. */
const SHARED = 'FLAGPOST_TEST_POSTGRES'

/** A folder that a database running as another user can reach. */
async function dataFolder(): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-backend-'))
  await fs.chmod(folder, 0o755)
  return folder
}

/**
 * Starts one PostgreSQL for all test files that follow (worker processes inherit its address): each `testBackend` then
 * takes a database of its own in it, in a tenth of the time that a server of its own takes. Gives what ends it.
 */
export async function shareServer(): Promise<() => Promise<void>> {
  const dataDir = await dataFolder()
  const postgres = await startPostgres(dataDir)
  process.env[SHARED] = postgres.url
  return async () => {
    delete process.env[SHARED]
    await postgres.stop()
    await fs.rm(dataDir, { recursive: true, force: true })
  }
}

/** A database of its own in the shared server. */
async function ownDatabase(server: string): Promise<Pick<Postgres, 'url' | 'stop'>> {
  const name = `flagpost_${randomBytes(8).toString('hex')}`
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await run(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, stop: () => run(`drop database ${name} with (force)`) }
}

/** A backend of its own in a folder of its own, on a real PostgreSQL; `stop` takes all of it away. */
export async function testBackend(): Promise<TestBackend> {
  const dataDir = await dataFolder()
  const shared = process.env[SHARED]
  const postgres = shared ? await ownDatabase(shared) : await startPostgres(dataDir)
  const backend = await startBackend({ dataDir, databaseUrl: postgres.url })
  const db = new pg.Pool({ connectionString: postgres.url, max: 2 })
  db.on('error', () => {})
  return {
    ...backend,
    dataDir,
    query: (sql, values) => db.query(sql, values),
    async notices() {
      const { rows } = await db.query<Omit<StoredNotice, 'body'> & { body: Buffer }>(
        'select id, body, permalink, evidence_sha256 as evidence, receipt from notice order by received_at',
      )
      return rows.map((row) => ({ ...row, body: row.body.toString('utf8') }))
    },
    enrolReviewer: (code = 'R7') =>
      backend.enrol({
        organisation: 'Sample Ministry',
        country: 'KZ',
        reviewerCode: code,
        role: 'reviewer',
        // Tests are quicker than people.
        rules: { maxPerMinute: 60 },
      }),
    async stop() {
      await db.end()
      await backend.stop()
      await postgres.stop()
      await fs.rm(dataDir, { recursive: true, force: true })
    },
  }
}
