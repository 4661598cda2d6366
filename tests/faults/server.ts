import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { createEnrolment } from '../../backend/accounts'
import { openDatabase } from '../../backend/database'
import { decide } from '../../backend/decisions'
import { freePort, type Postgres, startPostgres } from '../../backend/postgres'
import { ROOT } from '../support/build'
import { sampleDecision } from '../support/samples'

export type Stored = {
  id: string
  permalink: string
  /** The bytes as they came. */
  body: string
  evidence: string | null
  withdrawn: boolean
  decisions: number
}

/** The reference backend in a process of its own on a real PostgreSQL, both of which can be killed. */
export type Server = {
  origin: string
  /** SIGKILL to the backend. */
  kill: () => Promise<void>
  /** SIGKILL to the backend and to its database. */
  killDatabase: () => Promise<void>
  /** Starts what is not running; resolves when it answers. */
  start: () => Promise<void>
  enrol: (code: string) => Promise<string>
  /** Decides on a notice at once, as the desk does when its undo window is over. */
  decide: (noticeId: string) => Promise<void>
  /** What the tables hold, of one address or all. */
  stored: (permalink?: string) => Promise<Stored[]>
  /** Is a body of evidence in the store, with the bytes that its name says? */
  holds: (sha256: string) => Promise<boolean>
  stop: () => Promise<void>
}

export async function startServer(): Promise<Server> {
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-faults-'))
  // A database that runs as another user must be able to reach its folder.
  await fs.chmod(dataDir, 0o755)
  const [port, evidencePort] = [await freePort(), await freePort()]
  const origin = `http://127.0.0.1:${port}`
  let postgres: Postgres | null = null
  let pool: pg.Pool | null = null
  let child: ChildProcess | null = null
  let spare = load()

  async function start(): Promise<void> {
    if (!postgres) {
      postgres = await again(() => startPostgres(dataDir))
      // A pool of its own, so that the checker sees what is committed, whatever the backend says.
      pool = await openDatabase(postgres.url)
    }
    if (child) return
    const starting = await spare
    spare = load()
    child = starting
    starting.send({ databaseUrl: postgres.url, dataDir, port, evidencePort })
    const [answer] = await once(starting, 'message')
    if (answer !== 'ready') throw new Error(`The backend did not start: ${answer}`)
  }

  async function kill(): Promise<void> {
    const dying = child
    child = null
    if (!dying || dying.exitCode !== null) return
    dying.kill('SIGKILL')
    await once(dying, 'exit')
  }

  async function killDatabase(): Promise<void> {
    await kill()
    await pool?.end().catch(() => {})
    pool = null
    const [pid = ''] = (await fs.readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split(
      '\n',
    )
    process.kill(Number(pid), 'SIGKILL')
    postgres = null
  }

  const query = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> => {
    if (!pool) throw new Error('The database is down.')
    return (await pool.query<T>(sql, values)).rows
  }

  await start()
  return {
    origin,
    kill,
    killDatabase,
    start,
    async enrol(code) {
      const rules = { maxPerMinute: 60 }
      const who = {
        organisation: 'Sample Ministry',
        country: 'KZ',
        reviewerCode: code,
        role: 'reviewer',
        rules,
      }
      return `${origin}/enrol#${await createEnrolment(pool as pg.Pool, who as never)}`
    },
    async decide(noticeId) {
      const { id: _, decidedAt: __, ...decision } = sampleDecision()
      await decide(pool as pg.Pool, noticeId, decision)
      await query('update decision set due_at = now() where notice_id = $1', [noticeId])
    },
    async stored(permalink) {
      const rows = await query<Omit<Stored, 'body' | 'decisions'> & { body: Buffer; decisions: string }>(
        `select n.id, n.permalink, n.body, n.evidence_sha256 as evidence, w.notice_id is not null as withdrawn,
          (select count(*) from event e where e.notice_id = n.id and e.type = 'decision') as decisions
         from notice n left join withdrawal w on w.notice_id = n.id
         where $1::text is null or n.permalink = $1 order by received_at`,
        [permalink ?? null],
      )
      return rows.map((row) => ({
        ...row,
        body: row.body.toString('utf8'),
        decisions: Number(row.decisions),
      }))
    },
    async holds(sha256) {
      const file = path.join(dataDir, 'evidence', sha256.slice(0, 2), sha256)
      const bytes = await fs.readFile(file).catch(() => null)
      return bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256
    },
    async stop() {
      await kill()
      ;(await spare).kill('SIGKILL')
      await pool?.end().catch(() => {})
      await postgres?.stop()
      await fs.rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

/** The last processes of a killed server take a moment to see that it is gone. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await work()
    } catch (error) {
      if (tried > 20) throw error
      await pause(250)
    }
  }
}

/** A process that has everything loaded that a backend needs. */
async function load(): Promise<ChildProcess> {
  const file = path.join(ROOT, 'tests/faults/backend-process.ts')
  const loading = fork(file, {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(loading, 'message')
  return loading
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
