import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { MIGRATIONS } from './migrations'

export type Database = pg.Pool

/** Any number, the same in every node: one node migrates at a time. */
const LOCK = 7_021_116

/** A pool of connections to a database that has all migrations. */
export async function openDatabase(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 12, statement_timeout: 20_000 })
  // A connection that breaks while idle is replaced at its next use.
  pool.on('error', () => {})
  await migrate(pool)
  return pool
}

async function migrate(pool: Database): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists migration (id int primary key, at timestamptz not null default now())',
    )
    const done = new Set(
      (await client.query<{ id: number }>('select id from migration')).rows.map(({ id }) => id),
    )
    for (const [i, sql] of MIGRATIONS.entries()) {
      if (done.has(i + 1)) continue
      await client.query('begin')
      await client.query(sql)
      await client.query('insert into migration (id) values ($1)', [i + 1])
      await client.query('commit')
    }
    // Names this very database: a feed's cursor of another one (before a restore) is refused.
    await client.query(`insert into setting values ('epoch', $1) on conflict do nothing`, [randomUUID()])
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}

/** Does work in one transaction: all of it is there afterwards, or, where it throws, nothing. */
export async function inTransaction<T>(
  db: Database,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await db.connect()
  try {
    await client.query('begin')
    const done = await work(client)
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** A small value by name, made once by whoever needs it first. */
export async function setting(pool: Database, name: string, make: () => string): Promise<string> {
  await pool.query('insert into setting values ($1, $2) on conflict do nothing', [name, make()])
  const { rows } = await pool.query<{ value: string }>('select value from setting where name = $1', [name])
  return rows[0]?.value ?? ''
}
