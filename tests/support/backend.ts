import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startPostgres } from '../../backend/postgres'
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

/** A backend of its own in a folder of its own, on an embedded PostgreSQL; `stop` takes all of it away. */
export async function testBackend(): Promise<TestBackend> {
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-backend-'))
  // A database that runs as another user must be able to reach its folder.
  await fs.chmod(dataDir, 0o755)
  const postgres = await startPostgres(dataDir)
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
