import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createEnrolment, type EnrolOptions, MAX_EVIDENCE, newSecret } from './accounts'
import { api } from './api/api'
import { openDatabase, setting } from './database'
import { keepPublishing } from './decisions'
import { desk } from './desk/desk'
import { bundleReader, evidenceApp } from './desk/evidence'
import { checkEvidence } from './desk/proof'
import { EvidenceStore } from './evidence-store'
import { startPostgres } from './postgres'
import { answerProblem, HttpProblem } from './problem'
import { openSigner } from './receipts'
import { type Authority, keepStamping } from './timestamps/timestamps'

export type BackendOptions = {
  /** A PostgreSQL of one's own; default: an embedded real one with its data in `dataDir`. */
  databaseUrl?: string
  /** Where evidence (and the embedded database) lies. */
  dataDir: string
  /** 0: any free port. */
  port?: number
  evidencePort?: number
  host?: string
  /** The addresses as others see them, where a proxy stands in front. */
  publicOrigin?: string
  publicEvidenceOrigin?: string
  /** Who stamps evidence with a time; default: nobody. */
  authority?: Authority
}

export type Backend = {
  origin: string
  evidenceOrigin: string
  deskUrl: string
  desk: { token: string }
  enrol: (options: EnrolOptions) => Promise<string>
  stop: () => Promise<void>
}

/** Starts the whole backend: database, API, desk, evidence origin. Resolves when it answers. */
export async function startBackend(options: BackendOptions): Promise<Backend> {
  const { dataDir, host = '127.0.0.1' } = options
  await fs.mkdir(dataDir, { recursive: true })
  const postgres = options.databaseUrl ? null : await startPostgres(dataDir)
  const db = await openDatabase(options.databaseUrl ?? postgres?.url ?? '')
  const [signer, epoch, secret, token] = await Promise.all([
    openSigner(db),
    setting(db, 'epoch', () => ''),
    setting(db, 'secret', () => randomBytes(32).toString('base64url')),
    setting(db, 'desk-token', newSecret),
  ])
  const store = new EvidenceStore(path.join(dataDir, 'evidence'), MAX_EVIDENCE)
  await store.sweep()
  const read = bundleReader(store)
  const [keys, roots] = [signer.publicKeys, options.authority?.roots ?? []]
  const addresses = { own: options.publicOrigin ?? '', evidence: options.publicEvidenceOrigin ?? '' }

  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('x-content-type-options', 'nosniff')
  })
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => c.text((await db.query('select 1')).rowCount === 1 ? 'ready' : 'not ready'))
  app.get('/.well-known/jwks.json', (c) =>
    c.json({ keys: signer.publicKeys }, 200, { 'access-control-allow-origin': '*' }),
  )
  app.get('/enrol', (c) =>
    c.text('Copy this whole address and paste it in the extension: Options, Connections, Add by link.'),
  )
  app.get('/', (c) => c.redirect('/desk', 303))
  app.route('/v1', api({ db, store, signer, issuer: 'flagpost-crs', epoch }))
  app.route(
    '/desk',
    desk({
      db,
      secret,
      token,
      evidenceOrigin: () => addresses.evidence,
      read,
      check: (noticeId, sha256) => checkEvidence({ db, store, keys, roots }, noticeId, sha256),
    }),
  )
  app.notFound((c) => answerProblem(c, new HttpProblem(404, 'There is nothing at this address.')))
  app.onError((error, c) => {
    if (error instanceof HttpProblem) return answerProblem(c, error)
    // A sender that went away in the middle goes on where it stopped: nothing for whoever reads the log.
    if (!c.req.raw.signal.aborted) console.error(error)
    return answerProblem(
      c,
      new HttpProblem(500, 'The backend made a mistake. Nothing was taken: send it again.'),
    )
  })
  const evidence = evidenceApp({ db, store, secret, keys, deskOrigin: () => addresses.own }, read)

  const servers = await Promise.all([
    listen(app, host, options.port ?? 0),
    listen(evidence, host, options.evidencePort ?? 0),
  ])
  addresses.own ||= `http://${host}:${servers[0].port}`
  // Another host name is another site: no cookie of the desk ever goes there.
  addresses.evidence ||= `http://${host === '127.0.0.1' ? 'localhost' : host}:${servers[1].port}`
  const stopPublishing = keepPublishing(db)
  const stopStamping = options.authority ? keepStamping(db, store, options.authority) : async () => {}
  return {
    origin: addresses.own,
    evidenceOrigin: addresses.evidence,
    deskUrl: `${addresses.own}/desk`,
    desk: { token },
    enrol: async (who) => `${addresses.own}/enrol#${await createEnrolment(db, who)}`,
    stop: async () => {
      stopPublishing()
      await stopStamping()
      await Promise.all(servers.map(({ close }) => close()))
      await db.end()
      await postgres?.stop()
    },
  }
}

function listen(
  app: Hono,
  hostname: string,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((done, fail) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname, port }, (info: AddressInfo) =>
      done({ port: info.port, close }),
    )
    server.on('error', fail)
    const close = () =>
      new Promise<void>((closed) => {
        if ('closeAllConnections' in server) server.closeAllConnections()
        server.close(() => closed())
      })
  })
}
