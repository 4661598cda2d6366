import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { isOpenToOthers } from './open-to-others'
import { type Binaries, findBinaries } from './postgres-binaries'

const run = promisify(execFile)
const USER = 'flagpost'
const READY_WITHIN = 60_000

/** A running PostgreSQL: how to reach it, and how to end it in order. */
export type Postgres = {
  url: string
  /** False: it was running already. */
  started: boolean
  stop: () => Promise<void>
}

/**
 * Starts a real PostgreSQL of our own on loopback, its data in `dataDir/postgres`; makes it at the first start.
 * One that an earlier, killed process has left running on the same data is used as it is.
 * @throws Error that says in one sentence what is missing.
 */
export async function startPostgres(dataDir: string): Promise<Postgres> {
  await fs.mkdir(dataDir, { recursive: true })
  const owner = serverUser()
  const binaries = await findBinaries(owner !== null)
  const cluster = await clusterFolder(dataDir, owner)
  const password = await passwordOf(dataDir)
  await fs.rm(path.join(cluster, 'postmaster.opts'), { force: true })
  if (!(await exists(path.join(cluster, 'PG_VERSION')))) await initialise(binaries, cluster, password, owner)
  const left = await runningPort(cluster)
  if (left !== null) {
    const url = urlOf(left, password)
    if (await answers(url)) return { url, started: false, stop: () => end(binaries, cluster, owner) }
    // Nothing of ours answers there: the lock is of a server that was killed.
    await fs.rm(path.join(cluster, 'postmaster.pid'), { force: true })
  }
  const port = await freePort()
  const log: string[] = []
  const server = spawn(
    binaries.postgres,
    [
      '-D',
      cluster,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'idle_in_transaction_session_timeout=30s',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], ...(owner ?? {}) },
  )
  server.stderr.on('data', (part) => {
    log.push(String(part))
    if (log.length > 50) log.shift()
  })
  let ended = false
  server.on('exit', () => {
    ended = true
  })
  const url = urlOf(port, password)
  for (const limit = Date.now() + READY_WITHIN; !(await answers(url)); await pause(20)) {
    if (ended || Date.now() > limit) throw new Error(`PostgreSQL did not start: ${log.join('').slice(-1000)}`)
  }
  server.unref()
  return {
    url,
    started: true,
    stop: async () => {
      if (!ended) await end(binaries, cluster, owner)
    },
  }
}

type Owner = { uid: number; gid: number } | null

/** PostgreSQL refuses to run as root: then it runs as the user `nobody`. */
function serverUser(): Owner {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null
}

/** The folder of the data, which the server's user must be able to reach (root's own home is closed to it). */
async function clusterFolder(dataDir: string, owner: Owner): Promise<string> {
  const wanted = path.join(path.resolve(dataDir), 'postgres')
  if (!owner) return wanted
  const cluster = (await isOpenToOthers(path.resolve(dataDir)))
    ? wanted
    : path.join('/var/tmp', `flagpost-${Buffer.from(path.resolve(dataDir)).toString('base64url').slice(-40)}`)
  await fs.mkdir(cluster, { recursive: true, mode: 0o700 })
  await fs.chown(cluster, owner.uid, owner.gid)
  return cluster
}

async function initialise(
  binaries: Binaries,
  cluster: string,
  password: string,
  owner: Owner,
): Promise<void> {
  const file = path.join(os.tmpdir(), `flagpost-${randomBytes(8).toString('hex')}`)
  await fs.writeFile(file, `${password}\n`, { mode: 0o600 })
  try {
    if (owner) await fs.chown(file, owner.uid, owner.gid)
    await run(
      binaries.initdb,
      ['-D', cluster, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${file}`, '-E', 'UTF8', '--locale=C'],
      { ...(owner ?? {}), cwd: os.tmpdir() },
    )
  } finally {
    await fs.rm(file, { force: true })
  }
}

async function passwordOf(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'postgres-password')
  if (!(await exists(file))) await fs.writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return (await fs.readFile(file, 'utf8')).trim()
}

/** The port in the fourth line of `postmaster.pid`, or null. (Asking for the process is no proof: a zombie answers.) */
async function runningPort(cluster: string): Promise<number | null> {
  const text = await fs.readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const port = Number(text.split('\n')[3])
  return Number.isInteger(port) && port > 0 ? port : null
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Ends the server in order: running statements are cut, what was committed is on the disk. */
async function end(binaries: Binaries, cluster: string, owner: Owner): Promise<void> {
  await run(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30'], {
    ...(owner ?? {}),
    cwd: os.tmpdir(),
  }).catch(() => {})
}

const urlOf = (port: number, password: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const exists = (file: string) =>
  fs.access(file).then(
    () => true,
    () => false,
  )

/** A port of this machine that nobody uses now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}
